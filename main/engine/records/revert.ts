import { findRecord } from '#db/queries/record.ts';
import type { RevertView } from '#shared/contract/record-methods.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import { isSameValue, removalOf, winningHead, winningValues } from '#shared/exchange/heads.ts';
import { removedField, type HeadValue, type RecordState } from '#shared/exchange/state.ts';
import type { CommandContext, Handler, QueryContext } from '#engine/context.ts';
import { failure, refused } from '#engine/failure.ts';
import { getView } from '#engine/record-view.ts';
import { findEarlierState, listRemovedTogether, type EarlierState, type RemovedTogether } from './earlier-state.ts';
import { decide, getKind } from './put.ts';

type Choice = Pick<ParsedInputOf<'record.previewRevert'>, 'kind' | 'id' | 'to' | 'fields'>;

type Difference = { readonly field: string; readonly now: HeadValue; readonly then: HeadValue };

type Compared = {
  readonly state: RecordState;
  readonly earlier: EarlierState;
  readonly isRemoved: boolean;
  readonly differences: readonly Difference[];
};

/** An empty list and none at all read the same. */
const isEmpty = (value: HeadValue): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** The record as it is against how it was. Fails with `record-not-found`, `state-not-found`. */
const compare = ({ database }: Pick<QueryContext, 'database'>, { kind, id, to, fields }: Choice): Compared => {
  const stored = findRecord(database, kind, id);
  if (!stored) throw failure('record-not-found', { kind });
  const earlier = findEarlierState(database, kind, id, to);
  if (!earlier) throw failure('state-not-found');
  const now = winningValues(stored.state);
  const differences = Object.keys(getKind(kind).fields)
    .filter((field) => (fields === undefined || fields.includes(field)) && !earlier.erased.includes(field))
    .map((field) => ({ field, now: now[field] ?? null, then: earlier.values.get(field) ?? null }))
    .filter((one) => !isSameValue(one.now, one.then) && !(isEmpty(one.now) && isEmpty(one.then)));
  return { state: stored.state, earlier, isRemoved: removalOf(stored.state) !== undefined, differences };
};

const togetherWith = (
  context: Pick<QueryContext, 'database'>,
  { state, isRemoved, earlier }: Compared,
): readonly RemovedTogether[] => {
  const removal = winningHead(state.fields[removedField] ?? []);
  if (!isRemoved || earlier.isRemoved || removal === undefined) return [];
  return listRemovedTogether(context.database, { replica: removal[0], n: removal[1] }).filter(({ kind, id }) => {
    const other = findRecord(context.database, kind, id);
    return other !== undefined && removalOf(other.state) !== undefined;
  });
};

export const previewRevert: Handler<'record.previewRevert'> = (context, choice): RevertView => {
  const compared = compare(context, choice);
  return {
    title: getView(context.database, choice.kind, choice.id).title,
    removedNow: compared.isRemoved,
    removedThen: compared.earlier.isRemoved,
    fields: compared.differences.map((one) => ({ ...one })),
    together: togetherWith(context, compared).map(({ kind, id }) => ({
      kind,
      id,
      title: getView(context.database, kind, id).title,
    })),
  };
};

const restoreAll = (context: CommandContext, records: readonly RemovedTogether[], reason: string): number => {
  for (const { kind, id } of records) context.records.restore({ kind, id, reason });
  return records.length;
};

/** Values are read like a typed line, so that nothing comes back that a rule of today forbids. */
const writeDifferences = (
  context: CommandContext,
  { kind, id }: Choice,
  differences: readonly Difference[],
  reason: string,
): void => {
  if (differences.length === 0) return;
  const decided = decide(
    context,
    { line: 1, kind: getKind(kind), id, typed: Object.fromEntries(differences.map(({ field, then }) => [field, then])) },
    { ids: new Map(), asOf: context.identity.asOf, today: context.today },
  );
  const errors = decided.issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw refused(errors.map((issue) => ({ ...issue, line: 1 })));
  context.records.write({ kind, id, values: decided.values, reason });
};

export const revertRecord: Handler<'record.revert'> = (context, { reason, together, ...choice }) => {
  const { kind, id } = choice;
  const compared = compare(context, choice);
  const { differences, earlier, isRemoved } = compared;
  if (differences.length === 0 && earlier.isRemoved === isRemoved) throw failure('bulk-nothing');
  const others = together ? togetherWith(context, compared) : [];
  const restored = isRemoved && !earlier.isRemoved ? restoreAll(context, [{ kind, id }, ...others], reason) : 0;
  if (isRemoved && earlier.isRemoved) throw failure('record-removed', { kind });
  writeDifferences(context, choice, differences, reason);
  if (!isRemoved && earlier.isRemoved) context.records.remove({ kind, id, reason });
  return { record: getView(context.database, kind, id), fields: differences.map(({ field }) => field), restored };
};
