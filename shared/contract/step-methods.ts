import { z } from 'zod';
import { query, task } from './method.ts';

const json: z.ZodType = z.unknown();

/** What a step's sentence says beside what was written: codes and names of fields only. */
export type StepDetails = {
  readonly operation?: string;
  readonly kind?: string;
  readonly field?: string;
  readonly count?: number;
};

export const stepView = z.object({
  id: z.int(),
  at: z.string(),
  /** What was done, in words. */
  sentence: z.string(),
  /** Records that it touched. */
  recordCount: z.int(),
  state: z.enum(['done', 'undone']),
  undoable: z.boolean(),
  /** Why it is not taken back here, and what to do instead; `null` where it is. */
  instead: z.string().nullable(),
});
export type StepView = z.infer<typeof stepView>;

/** What taking a step back does to one record. */
export const stepItem = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  change: z.enum(['changed', 'removed', 'restored']),
  fields: z.array(z.object({ field: z.string(), from: json, to: json })),
});
export type StepItem = z.infer<typeof stepItem>;

/** What stays as it is: written over since, pointed to since, removed since, or pointing to what is gone. */
export const stepKept = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  reason: z.enum(['changed-later', 'used-later', 'removed-later', 'target-removed', 'erased']),
  message: z.string(),
  fields: z.array(z.string()),
});
export type StepKept = z.infer<typeof stepKept>;

export const stepTaken = z.object({
  step: stepView,
  direction: z.enum(['undo', 'redo']),
  items: z.array(stepItem),
  kept: z.array(stepKept),
  /** Titles of what the values point to, by id. */
  titles: z.record(z.string(), z.string()),
});
export type StepTaken = z.infer<typeof stepTaken>;

const chosen = {
  /** The newest that fits unless told. */
  stepId: z.int().optional(),
  /** Takes back what can be, and leaves the rest. */
  partly: z.boolean().default(false),
};

export const stepMethods = {
  /** What this user did on this installation since unlocking, newest first. `undo` and `redo` are what Ctrl+Z and Ctrl+Y would take. */
  'step.list': query(
    'clerk',
    z.object({}),
    z.object({ steps: z.array(stepView), undo: z.int().nullable(), redo: z.int().nullable() }),
  ),
  /** What taking a step back would do, or doing again one that was taken back: the real one, which is then not kept. */
  'step.preview': task('clerk', z.object({ stepId: z.int() }), stepTaken),
  /**
   * Writes new changes that give back the values from before a step; the log says so. Fails with `step-none`, `step-not-found`,
   * `step-not-undoable`, `step-undone`, or `step-changed-since` where something stands in the way and `partly` is not asked for.
   */
  'step.undo': task('clerk', z.object(chosen), stepTaken),
  /** Does again what was taken back. Same failures, `step-not-undone` in place of `step-undone`. */
  'step.redo': task('clerk', z.object(chosen), stepTaken),
} as const;
