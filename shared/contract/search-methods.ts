import { z } from 'zod';
import { query } from './method.ts';

export const searchHit = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  /** What tells it from others of the same name: year of birth, team, commune, day. */
  detail: z.string(),
  /** A person's current or last membership and appointment as trainer, for whoever opens those instead. */
  membershipId: z.string().nullable(),
  trainerId: z.string().nullable(),
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchGroup = z.object({
  kind: z.string(),
  total: z.int(),
  /** There are more than were counted. */
  isMore: z.boolean(),
  hits: z.array(searchHit),
});
export type SearchGroup = z.infer<typeof searchGroup>;

export const searchMethods = {
  /**
   * One box over everything: people, teams, villages, decisions, sessions, nominations, communes. Every word must begin a word of the
   * record, tones or not; matches with the tones that were typed come first. Sessions by title, plan number and topics; nominations by
   * nominee, team, form and level of the award, year and decision number. Telephone by its first digits, citizen number only whole.
   */
  'search.find': query(
    'clerk',
    z.object({ text: z.string().max(200), limit: z.int().min(1).max(200).default(6), kinds: z.array(z.string()).optional() }),
    z.object({ groups: z.array(searchGroup) }),
  ),
} as const;
