import { z } from 'zod';
import { command, query } from './method.ts';
import { page } from './page.ts';

const id = z.uuid();
const note = z.string().max(300).optional();

/** A person as a suspicion shows them: enough to tell two apart, no personal numbers. */
export const personCard = z.object({
  id: z.string(),
  officeId: z.string(),
  officeName: z.string(),
  fullName: z.string(),
  sex: z.string().nullable(),
  birthDate: z.string().nullable(),
  ethnicGroup: z.string().nullable(),
  residentialUnitName: z.string(),
  communeName: z.string(),
  teamName: z.string(),
  isMediator: z.boolean(),
  isTrainer: z.boolean(),
});
export type PersonCard = z.infer<typeof personCard>;

/** One reason, in words; `favours` says whether it speaks for one person. */
export const matchReason = z.object({ code: z.string(), sentence: z.string(), favours: z.boolean() });
export type MatchReason = z.infer<typeof matchReason>;

/** `same`: nobody would doubt; `likely`: worth a look. */
const verdict = z.enum(['same', 'likely']);
const decision = z.enum(['same', 'different']);

export const suspectRow = z.object({
  person: personCard,
  score: z.number(),
  verdict,
  /** Strongest first. */
  reasons: z.array(matchReason),
});
export type SuspectRow = z.infer<typeof suspectRow>;

export const duplicateRow = z.object({
  first: personCard,
  second: personCard,
  score: z.number(),
  verdict,
  reasons: z.array(matchReason),
});
export type DuplicateRow = z.infer<typeof duplicateRow>;

export const linkRow = z.object({
  id: z.string(),
  officeId: z.string(),
  officeName: z.string(),
  decision,
  note: z.string().nullable(),
  first: personCard.nullable(),
  second: personCard.nullable(),
  decidedBy: z.string(),
  decidedAt: z.string(),
  /** Whether this office may take the decision back. */
  own: z.boolean(),
});
export type LinkRow = z.infer<typeof linkRow>;

const decided = z.object({ id: z.string(), changed: z.boolean() });

export const identityMethods = {
  /**
   * Who in the books may be the person being typed. Fields may be missing or half typed; `id` leaves out that person and whoever was
   * decided to be another, or is linked to them already.
   */
  'person.suspects': query(
    'clerk',
    z.object({
      id: id.optional(),
      fullName: z.string().max(200),
      sex: z.string().nullish(),
      birthDate: z.string().nullish(),
      citizenId: z.string().nullish(),
      phone: z.string().nullish(),
      residentialUnitId: z.string().nullish(),
      communeId: z.string().nullish(),
      /** Gives the commune where it is not named. */
      teamId: z.string().nullish(),
      limit: z.int().min(1).max(50).default(5),
    }),
    z.object({ suspects: z.array(suspectRow) }),
  ),
  /** Pairs of the books that may be one person and on which nothing has been decided, likeliest first. */
  'person.duplicates': query(
    'clerk',
    z.object({
      /** Pairs of which one is of this office, of this commune or this person. */
      officeId: z.string().optional(),
      communeId: z.string().optional(),
      personId: id.optional(),
      verdict: verdict.optional(),
      ...page,
    }),
    z.object({ total: z.int(), sameCount: z.int(), rows: z.array(duplicateRow) }),
  ),
  /** Decides that two entries are one person. Both stay as they are. Fails with `record-not-found`, `identity-with-itself`. */
  'identity.link': command('clerk', z.object({ firstId: id, secondId: id, note }), decided),
  /** Decides that two entries are two people: the question does not come back. Same failures. */
  'identity.separate': command('clerk', z.object({ firstId: id, secondId: id, note }), decided),
  /** Takes a decision back: the question comes back. Fails with `record-not-found`, `record-not-owned`, `record-removed`. */
  'identity.takeBack': command('clerk', z.object({ id, reason: z.string().min(1).max(500).optional() }), decided),
  /** Decisions in force, newest first. */
  'identity.list': query(
    'clerk',
    z.object({ decision: decision.optional(), personId: id.optional(), officeId: z.string().optional(), ...page }),
    z.object({ total: z.int(), rows: z.array(linkRow) }),
  ),
} as const;
