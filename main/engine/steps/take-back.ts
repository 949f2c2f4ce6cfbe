import { findProjected } from '#db/queries/projection.ts';
import { findRecord } from '#db/queries/record.ts';
import { listReferencesTo } from '#db/queries/reference.ts';
import type { Reference } from '#db/queries/spreadsheet-import.ts';
import type { StepItem, StepKept } from '#shared/contract/step-methods.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { isRemovedValue, isSameValue, removalOf, winningHead } from '#shared/exchange/heads.ts';
import { removedField, type Head, type HeadValue, type RecordState } from '#shared/exchange/state.ts';
import { stepWords } from '#shared/text/step-words.vi.ts';
import type { CommandContext } from '#engine/context.ts';
import { viewOf } from '#engine/record-view.ts';
import type { Step } from '#engine/sitting.ts';
import { effectsOf, type FieldEffect, type RecordEffect } from './effect.ts';

export type Taken = {
  readonly items: readonly StepItem[];
  readonly kept: readonly StepKept[];
  readonly standsFor: ReadonlyMap<string, string>;
};

type Work = {
  readonly context: CommandContext;
  readonly reason: string;
  readonly items: StepItem[];
  readonly kept: StepKept[];
  readonly standsFor: Map<string, string>;
  /** Records of the step that must stay because others point to them, by `kind id`. */
  readonly used: Set<string>;
  /** References between records of the step itself, by `kind id` of the target: most are gone when the target's turn comes. */
  readonly within: ReadonlyMap<string, readonly Reference[]>;
  /** Records that the step itself once made. */
  readonly made: ReadonlySet<string>;
  /** Own changes of the step, first and later, by `replica n`. */
  readonly own: ReadonlySet<string>;
};

const none = 'none';
const dotText = (replica: string, n: number): string => `${replica} ${n}`;

/** The change whose value a head shows: an undo stands for what it brought back. */
const rootOf = ({ context, standsFor }: Work, field: string, dot: string): string => {
  const known = context.steps.now().standsFor;
  let root = dot;
  for (;;) {
    const next = standsFor.get(`${root} ${field}`) ?? known.get(`${root} ${field}`);
    if (next === undefined) return root;
    if (next === none) return none;
    root = next;
  }
};

/** Records that no list shows have no title. */
const titleOf = ({ context }: Work, { kind, id }: RecordEffect): string => {
  const found = findProjected(context.database, kind, id);
  return found === undefined ? '' : viewOf(context.database, found).title;
};

const keep = (work: Work, record: RecordEffect, reason: StepKept['reason'], fields: readonly string[]): void => {
  work.kept.push({
    kind: record.kind,
    id: record.id,
    title: titleOf(work, record),
    reason,
    message: stepWords.kept[reason],
    fields: [...fields],
  });
};

/** A removal that was done again has seen other changes, and is the same removal. */
const isSame = (a: HeadValue, b: HeadValue): boolean => (isRemovedValue(a) && isRemovedValue(b)) || isSameValue(a, b);

/** Whether what a field shows is still what the step left there. */
const isUntouched = (work: Work, effect: FieldEffect, heads: readonly Head[]): boolean => {
  const [head] = heads;
  if (head === undefined || heads.length > 1) return false;
  return (
    rootOf(work, effect.field, dotText(head[0], head[1])) === rootOf(work, effect.field, dotText(effect.dot[0], effect.dot[1])) &&
    isSame(head[2], effect.after)
  );
};

/** What stays keeps what it points to. */
const keepTargets = (work: Work, state: RecordState): void => {
  for (const [name, field] of Object.entries(findKind(state.kind)?.fields ?? {})) {
    const value = winningHead(state.fields[name] ?? [])?.[2];
    if (field.to === undefined || value == null) continue;
    for (const id of [value as string | readonly string[]].flat()) work.used.add(`${field.to} ${id}`);
  }
};

/** Notes which change the new one stands for, so that an earlier step is not taken for overwritten. */
const standIn = (work: Work, field: string, n: number, before: Head | undefined): void => {
  const stand = before === undefined ? none : dotText(before[0], before[1]);
  work.standsFor.set(`${dotText(work.context.identity.replica, n)} ${field}`, stand);
};

const pointsTo = ({ context }: Work, { kind, id, targetKind, targetId }: Reference): boolean => {
  const source = findProjected(context.database, kind, id);
  if (source === undefined || source.removed) return false;
  return Object.entries(findKind(kind)?.fields ?? {}).some(
    ([name, { to }]) => to === targetKind && [source.values[name]].flat().includes(targetId),
  );
};

const isUsed = (work: Work, key: string): boolean =>
  work.used.has(key) || (work.within.get(key) ?? []).some((reference) => pointsTo(work, reference));

/** A record that the step made goes only if nothing was written to it since and nothing points to it. */
const remove = (work: Work, record: RecordEffect, state: RecordState): void => {
  const key = `${record.kind} ${record.id}`;
  const foreign = Object.entries(state.fields)
    .filter(
      ([field, heads]) =>
        field !== removedField &&
        heads.some(([replica, n]) => {
          const dot = dotText(replica, n);
          const root = rootOf(work, field, dot);
          return root !== none && !work.own.has(dot) && !work.own.has(root);
        }),
    )
    .map(([field]) => field);
  if (work.made.has(key) && foreign.length > 0) {
    keepTargets(work, state);
    keep(work, record, 'changed-later', foreign);
    return;
  }
  if (work.made.has(key) && isUsed(work, key)) {
    keepTargets(work, state);
    keep(work, record, 'used-later', []);
    return;
  }
  const before = record.fields.get(removedField)?.before;
  const former = before === undefined ? undefined : before[2];
  const reason = former !== undefined && isRemovedValue(former) ? former.reason : work.reason;
  work.items.push({ kind: record.kind, id: record.id, title: titleOf(work, record), change: 'removed', fields: [] });
  const [, n] = work.context.records.remove({ kind: record.kind, id: record.id, reason, because: work.reason });
  standIn(work, removedField, n, before);
};

const isTargetGone = (work: Work, { kind }: RecordEffect, { field, before }: FieldEffect): boolean => {
  const to = findKind(kind)?.fields[field]?.to;
  if (to === undefined || before?.[2] == null) return false;
  const targets = [before[2] as string | readonly string[]].flat();
  return targets.some((id) => findProjected(work.context.database, to, id)?.removed !== false);
};

const obstacleOf = (
  work: Work,
  record: RecordEffect,
  effect: FieldEffect,
  state: RecordState,
): StepKept['reason'] | undefined => {
  if (!isUntouched(work, effect, state.fields[effect.field] ?? [])) return 'changed-later';
  if (effect.isErased) return 'erased';
  return isTargetGone(work, record, effect) ? 'target-removed' : undefined;
};

/** Gives the fields of a record that is present their values from before; those that cannot are kept, with the reason. */
const writeFields = (work: Work, record: RecordEffect, state: RecordState): void => {
  const effects = [...record.fields.values()].filter(({ field }) => field !== removedField);
  const judged = effects.map((effect) => ({ effect, obstacle: obstacleOf(work, record, effect, state) }));
  for (const reason of ['changed-later', 'erased', 'target-removed'] as const) {
    const fields = judged.filter(({ obstacle }) => obstacle === reason).map(({ effect }) => effect.field);
    if (fields.length > 0) keep(work, record, reason, fields);
  }
  const free = judged.filter(({ obstacle }) => obstacle === undefined).map(({ effect }) => effect);
  if (free.length === 0) return;
  const values = Object.fromEntries(free.map(({ field, before }) => [field, (before?.[2] ?? null) as never]));
  const dot = work.context.records.write({ kind: record.kind, id: record.id, values, reason: work.reason });
  for (const { field, before, after, dot: written } of free) {
    const stays = isSameValue(after, before?.[2] ?? null);
    const n = stays ? written[1] : dot?.[1];
    if (n !== undefined && !(stays && before !== undefined && before[1] === n)) standIn(work, field, n, before);
  }
  const changed = free.filter(({ before, after }) => !isSameValue(after, before?.[2] ?? null));
  if (changed.length === 0) return;
  work.items.push({
    kind: record.kind,
    id: record.id,
    title: titleOf(work, record),
    change: 'changed',
    fields: changed.map(({ field, before, after }) => ({ field, from: after, to: before?.[2] ?? null })),
  });
};

const restore = (work: Work, record: RecordEffect, removal: FieldEffect): void => {
  const [, n] = work.context.records.restore({ kind: record.kind, id: record.id, reason: work.reason });
  standIn(work, removedField, n, removal.before);
  work.items.push({ kind: record.kind, id: record.id, title: titleOf(work, record), change: 'restored', fields: [] });
};

const takeBackRecord = (work: Work, record: RecordEffect): void => {
  const { database } = work.context;
  const state = findRecord(database, record.kind, record.id)?.state;
  if (state === undefined) return;
  const removal = record.fields.get(removedField);
  const isGone = removalOf(state) !== undefined;
  const untouched = removal === undefined || isUntouched(work, removal, state.fields[removedField] ?? []);
  const wasGone = removal?.before !== undefined && isRemovedValue(removal.before[2]);
  if (record.isNew) {
    if (isGone) keep(work, record, 'removed-later', []);
    else remove(work, record, state);
    return;
  }
  if (!untouched) {
    keep(work, record, isGone ? 'removed-later' : 'changed-later', []);
    return;
  }
  if (removal !== undefined && isGone && !wasGone) restore(work, record, removal);
  else if (isGone) {
    keep(work, record, 'removed-later', []);
    return;
  }
  const after = findRecord(database, record.kind, record.id)?.state;
  if (after !== undefined && record.fields.size > (removal === undefined ? 0 : 1)) writeFields(work, record, after);
  const written = findRecord(database, record.kind, record.id)?.state;
  if (removal !== undefined && wasGone && written !== undefined) remove(work, record, written);
};

const willRemove = (record: RecordEffect): boolean => {
  const before = record.fields.get(removedField)?.before;
  return record.isNew || (before !== undefined && isRemovedValue(before[2]));
};

const start = (context: CommandContext, step: Step, effects: readonly RecordEffect[], reason: string): Work => {
  const touched = new Set(effects.map(({ kind, id }) => `${kind} ${id}`));
  const references = listReferencesTo(context.database, effects.filter(willRemove));
  const isWithin = ({ kind, id }: Reference): boolean => touched.has(`${kind} ${id}`);
  const targetOf = ({ targetKind, targetId }: Reference): string => `${targetKind} ${targetId}`;
  return {
    context,
    reason,
    items: [],
    kept: [],
    standsFor: new Map(),
    used: new Set(references.filter((reference) => !isWithin(reference)).map(targetOf)),
    within: Map.groupBy(references.filter(isWithin), targetOf),
    made: new Set(step.changes.filter(({ isNew }) => isNew).map(({ kind, id }) => `${kind} ${id}`)),
    own: new Set([...step.changes, ...step.latest].map(({ n }) => dotText(context.identity.replica, n))),
  };
};

const batch = 100;

/**
 * Takes back what stands in the books of a step, its last record first: for one that was taken back this does it again. Values from before
 * are written as new changes; what was written over since stays and is named.
 */
export const takeBack = async (
  context: CommandContext,
  step: Step,
  progress: (done: number, total: number) => Promise<void>,
): Promise<Taken> => {
  const effects = effectsOf(context.database, context.identity.replica, step.latest).toReversed();
  const reason = step.state === 'done' ? stepWords.undoReason : stepWords.redoReason;
  const work = start(context, step, effects, reason);
  for (const [index, record] of effects.entries()) {
    if (index % batch === 0) await progress(index, effects.length);
    takeBackRecord(work, record);
  }
  return { items: work.items, kept: work.kept, standsFor: work.standsFor };
};
