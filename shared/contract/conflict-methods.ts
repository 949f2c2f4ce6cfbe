import { z } from 'zod';
import { command, query } from './method.ts';

const json: z.ZodType = z.unknown();

/** `<replica>:<n>`, the name of one change, as it is typed and chosen. */
const dot = z.string().regex(/^[0-9a-f]{16}\.\d{1,9}-[0-9a-f]{16}:\d{1,16}$/);

/** One of the values between which an office decides, with the change that wrote it. */
export const conflictValue = z.object({
  dot: z.string(),
  installId: z.string(),
  /** The field that this change wrote; differs from the conflict's only for edits beside a removal. */
  field: z.string(),
  /** For a removal `{"removed": true, "reason": ...}`; `null` where the field was emptied or the record restored. */
  value: json,
  /** The value that is shown until a person decides: the same on every PC. */
  shown: z.boolean(),
  authorName: z.string().nullable(),
  at: z.string().nullable(),
  office: z.string(),
  officeName: z.string(),
  reason: z.string().nullable(),
});
export type ConflictValue = z.infer<typeof conflictValue>;

export const conflictView = z.object({
  /** `kind/id/field`; of a removal beside edits the field is `removed`. */
  id: z.string(),
  kind: z.string(),
  recordId: z.string(),
  field: z.string(),
  title: z.string(),
  office: z.string(),
  officeName: z.string(),
  /** `removal`: removed here, edited there; decided by keeping the removal or restoring the record. */
  about: z.enum(['value', 'removal']),
  /** Whether the open office owns the record and decides; another one can only propose. */
  decidable: z.boolean(),
  values: z.array(conflictValue),
});
export type ConflictView = z.infer<typeof conflictView>;

/**
 * A conflict that was decided here, with what it was decided between; author, time, reason and the first value are those of the newest
 * decision while the field stands under it.
 */
export const decidedConflict = z.object({
  id: z.string(),
  kind: z.string(),
  recordId: z.string(),
  field: z.string(),
  title: z.string(),
  about: z.enum(['value', 'removal']),
  authorName: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
  /** Whether the decision still stands: nobody has changed the field since. */
  standing: z.boolean(),
  /** The decision first, then the values it replaced. */
  values: z.array(conflictValue),
});
export type DecidedConflict = z.infer<typeof decidedConflict>;

export const conflictMethods = {
  /** What waits for a person's decision, by kind and name; at the province of every office. */
  'conflict.list': query(
    'clerk',
    z.object({ officeId: z.string().optional(), kind: z.string().optional(), recordId: z.uuid().optional() }),
    z.array(conflictView),
  ),
  /**
   * Ends a conflict in the owning office. Exactly one of `take` (one of its values) and `value` (another one); for a removal `value` is
   * `true` to keep it, `null` to restore the record. The decision replaces every value and stands in the history. Fails with
   * `conflict-not-found`, `conflict-not-owned`, `conflict-changed`, `validation-failed`.
   */
  'conflict.resolve': command(
    'clerk',
    z.object({
      conflict: z.string(),
      take: dot.optional(),
      value: z.unknown().optional(),
      reason: z.string().trim().min(1).max(500),
    }),
    z.object({ conflict: z.string(), dot: z.string(), value: json, removed: z.boolean() }),
  ),
  /** Conflicts of own records that were decided, newest decision first, at most 200. */
  'conflict.decided': query('clerk', z.object({}), z.array(decidedConflict)),
  /**
   * Takes a decision back by deciding anew between the same values: `take` is one of those that the decision replaced. Fails with
   * `conflict-not-found` where the decision no longer stands, `conflict-not-owned`, `conflict-changed`.
   */
  'conflict.decideAgain': command(
    'clerk',
    z.object({ conflict: z.string(), take: dot, reason: z.string().trim().min(1).max(500) }),
    z.object({ conflict: z.string(), dot: z.string(), value: json, removed: z.boolean() }),
  ),
} as const;
