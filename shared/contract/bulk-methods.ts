import { z } from 'zod';
import { task } from './method.ts';
import { finding, severity } from './views.ts';

const id = z.uuid();
const day = z.iso.date();
const json: z.ZodType = z.unknown();

/** Records chosen one by one, or all of the kind that a filter finds among the office's own. */
const selection = z.union([
  z.object({ ids: z.array(id).min(1).max(100_000) }),
  z.object({
    filter: z.object({
      find: z.string().optional(),
      /** Field and value as text, as `record.list` takes them. */
      where: z.record(z.string(), z.string()).default({}),
      /** Mediators only: commune or district by its code. */
      communeId: z.string().optional(),
    }),
  }),
]);

/** A decision that is in the books, or one that is written along. */
const decision = z.union([z.object({ id }), z.object({ draft: z.record(z.string(), z.unknown()) })]);

export const bulkOperation = z.discriminatedUnion('operation', [
  /** Sets one field; `null` or an empty text empties it. */
  z.object({ operation: z.literal('set-field'), field: z.string(), value: z.unknown() }),
  /**
   * Moves mediators to another team from a day on. `transfer` ends the membership and begins a new one, so that both stay in the books;
   * `correct` puts right a team that was typed wrongly. Leaders and deputies become plain members unless `leaders` is `keep`.
   */
  z.object({
    operation: z.literal('move-team'),
    teamId: id,
    mode: z.enum(['transfer', 'correct']),
    leaders: z.enum(['member', 'keep']),
    on: day.optional(),
    ceaseReason: z.string().optional(),
    decision: decision.optional(),
  }),
  /** Ends memberships: Law 35/2013/QH13, article 11. */
  z.object({
    operation: z.literal('end-memberships'),
    on: day,
    ceaseReason: z.string(),
    ceaseDetail: z.string().optional(),
    decision: decision.optional(),
  }),
  /** Recognises a whole list by one decision: Law 35/2013/QH13, article 8. */
  z.object({ operation: z.literal('recognise'), on: day, decision }),
  /** Takes nominations a stage on or back, where the stages allow it. */
  z.object({
    operation: z.literal('set-stage'),
    stage: z.string(),
    decisionNumber: z.string().optional(),
    decidedOn: day.optional(),
    refusalReason: z.string().optional(),
  }),
  /** Nominates each mediator, person or team for the same award: one new nomination for each, in the stage of a draft. */
  z.object({
    operation: z.literal('nominate'),
    level: z.string(),
    form: z.string(),
    basis: z.string(),
    year: z.int(),
    achievements: z.string().optional(),
  }),
]);
export type BulkOperation = z.output<typeof bulkOperation>;

export const bulkIssue = z.object({ code: z.string(), field: z.string().nullable(), severity, message: z.string() });
export type BulkIssue = z.infer<typeof bulkIssue>;

/** What becomes of one record. `refused` ones stay as they are. */
export const bulkItem = z.object({
  id: z.string(),
  title: z.string(),
  /** Where the record belongs: team of a mediator, commune of a team. */
  place: z.string(),
  outcome: z.enum(['change', 'same', 'refused']),
  /** Field by field; `kind` tells the person's fields from the membership's, `isNew` those of a membership that begins. */
  changes: z.array(z.object({ kind: z.string(), field: z.string(), isNew: z.boolean(), from: json, to: json })),
  issues: z.array(bulkIssue),
});
export type BulkItem = z.infer<typeof bulkItem>;

export const bulkResult = z.object({
  items: z.array(bulkItem),
  counts: z.object({ change: z.int(), same: z.int(), refused: z.int() }),
  /** Titles of what the changes point to, by id. */
  titles: z.record(z.string(), z.string()),
  /** Findings that there were not before. */
  findings: z.array(finding),
  /** Findings that are settled by it. */
  settledCount: z.int(),
  hash: z.string(),
});
export type BulkResult = z.infer<typeof bulkResult>;

const input = {
  /** A stored kind, or `mediator`: person and membership, known by the membership's id. */
  kind: z.string(),
  select: selection,
  change: bulkOperation,
};

export const bulkMethods = {
  /** The real work, taken back at once: what would change, what is refused and why, which findings it brings. */
  'bulk.preview': task('clerk', z.object(input), bulkResult),
  /**
   * All or nothing, or without the refused ones where that is asked for. Fails with `bulk-refused`, `bulk-nothing`, `preview-outdated` where
   * `hash` is another than the preview's, `usage-wrong` for an operation that the kind does not have.
   */
  'bulk.apply': task(
    'clerk',
    z.object({
      ...input,
      hash: z.string().optional(),
      leaveOutRefused: z.boolean().default(false),
      reason: z.string().trim().min(1).max(500).optional(),
    }),
    bulkResult,
  ),
} as const;
