import type { MethodName } from '#shared/contract/contract.ts';
import type { StepDetails } from '#shared/contract/step-methods.ts';
import type { WrittenChange } from './record-change.ts';

/** One thing done in this sitting: a command that wrote records, or work with files that is only named. */
export type Step = {
  readonly id: number;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly method: MethodName;
  /** What the command itself wrote. */
  readonly changes: readonly WrittenChange[];
  /** What stands in the books of it: the command's changes or, once it was taken back or done again, those of that. */
  readonly latest: readonly WrittenChange[];
  readonly state: 'done' | 'undone';
  readonly details: StepDetails;
};

/**
 * What one user did on this installation since unlocking. It lives in the engine's memory, holds ids and numbers only, and is forgotten with
 * the engine or when somebody else unlocks.
 */
export type Sitting = {
  /** Whose it is: user and replica. */
  readonly owner: string;
  /** Oldest first. */
  readonly steps: readonly Step[];
  readonly nextId: number;
  /** Steps taken back that Ctrl+Y does again, the last one first; a new step empties it. */
  readonly toRedo: readonly number[];
  /** Which earlier change a change of an undo stands for, by `dot field`; `none` where the field was empty. */
  readonly standsFor: ReadonlyMap<string, string>;
};

/** Changes kept for undo; the oldest steps give way. */
const mostChanges = 200_000;

const undoable: ReadonlySet<MethodName> = new Set<MethodName>([
  'record.put',
  'record.remove',
  'record.restore',
  'record.revert',
  'attachment.add',
  'nomination.markPaper',
  'session.addPeople',
  'session.markPresence',
  'identity.link',
  'identity.separate',
  'identity.takeBack',
  'check.answer',
  'check.takeBackAnswer',
  'bulk.apply',
]);

/** Work with files, named though it may write none of this office's records. */
const namedOnly: ReadonlySet<MethodName> = new Set<MethodName>([
  'package.export',
  'merge.apply',
  'imports.undo',
  'receipt.issue',
  'receipt.receive',
]);

/** Whether Ctrl+Z takes the step back; the rest has a way of its own. */
export const isUndoable = (step: Step): boolean => undoable.has(step.method) && step.latest.length > 0;

export const newSitting = (owner: string): Sitting => ({ owner, steps: [], nextId: 1, toRedo: [], standsFor: new Map() });

/** Leaves the newest steps whose changes there is room for; a step that is too large alone stays by name. */
const withinRoom = (steps: readonly Step[]): readonly Step[] => {
  let room = mostChanges;
  return steps
    .toReversed()
    .flatMap((step, index): readonly Step[] => {
      room -= step.changes.length + step.latest.length;
      if (room >= 0) return [step];
      return index === 0 ? [{ ...step, changes: [], latest: [] }] : [];
    })
    .toReversed();
};

export type Done = {
  readonly method: MethodName;
  readonly at: string;
  readonly changes: readonly WrittenChange[];
  readonly details: StepDetails;
};

/** Notes what a call has done, if it is a step at all. */
export const withStep = (sitting: Sitting, { method, at, changes, details }: Done): Sitting => {
  if (changes.length === 0 && !namedOnly.has(method)) return sitting;
  const step: Step = { id: sitting.nextId, at, method, changes, latest: changes, state: 'done', details };
  return { ...sitting, steps: withinRoom([...sitting.steps, step]), nextId: sitting.nextId + 1, toRedo: [] };
};

export type TakenBack = {
  readonly stepId: number;
  readonly written: readonly WrittenChange[];
  readonly standsFor: ReadonlyMap<string, string>;
};

/** The sitting after a step was taken back, or after that was taken back. */
export const withTakenBack = (sitting: Sitting, { stepId, written, standsFor }: TakenBack): Sitting => {
  const found = sitting.steps.find(({ id }) => id === stepId);
  if (found === undefined) return sitting;
  const state = found.state === 'done' ? 'undone' : 'done';
  const rest = sitting.toRedo.filter((id) => id !== stepId);
  return {
    ...sitting,
    steps: withinRoom(sitting.steps.map((step) => (step.id === stepId ? { ...step, state, latest: written } : step))),
    toRedo: state === 'undone' ? [stepId, ...rest] : rest,
    standsFor: new Map([...sitting.standsFor, ...standsFor]),
  };
};

/** What a transaction sees of the sitting; what it puts there counts from its commit on. */
export type SittingBox = {
  readonly now: () => Sitting;
  /** Puts the sitting in place of the one before; the call is then no step of its own. */
  readonly replace: (next: Sitting) => void;
  /** Says more of the step that this call is. */
  readonly describe: (details: StepDetails) => void;
};

/** Makes the box of one transaction; `after` is the sitting once it is committed. */
export const openBox = (
  sitting: Sitting,
): { readonly box: SittingBox; readonly after: (done: Omit<Done, 'details'>) => Sitting } => {
  let replaced: Sitting | undefined;
  let details: StepDetails = {};
  return {
    box: {
      now: () => replaced ?? sitting,
      replace: (next) => {
        replaced = next;
      },
      describe: (more) => {
        details = more;
      },
    },
    after: (done) => replaced ?? (done.changes.length === 0 ? sitting : withStep(sitting, { ...done, details })),
  };
};
