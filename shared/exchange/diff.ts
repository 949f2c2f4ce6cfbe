import { conflictFieldsOf, isSameValue, removalOf, winningHead } from './heads.ts';
import { removedField, type HeadValue, type RecordState } from './state.ts';

/** One line of what a join changes. `id` is `kind/id` or `kind/id/field`. */
export type DiffItem = {
  readonly id: string;
  readonly kind: string;
  readonly recordId: string;
  readonly change: 'added' | 'changed' | 'removed' | 'restored' | 'conflict';
  readonly field: string | null;
  readonly old: HeadValue | Readonly<Record<string, HeadValue>>;
  readonly new: HeadValue | Readonly<Record<string, HeadValue>>;
};

const valueOf = (state: RecordState | undefined, field: string): HeadValue =>
  winningHead(state?.fields[field] ?? [])?.[2] ?? null;

const shownValues = (state: RecordState): Readonly<Record<string, HeadValue>> =>
  Object.fromEntries(
    Object.keys(state.fields)
      .filter((field) => field !== removedField)
      .map((field) => [field, valueOf(state, field)] as const)
      .filter(([, value]) => value !== null),
  );

const whole = (state: RecordState, change: DiffItem['change'], old: DiffItem['old'], now: DiffItem['new']): DiffItem => ({
  id: `${state.kind}/${state.id}`,
  kind: state.kind,
  recordId: state.id,
  change,
  field: null,
  old,
  new: now,
});

const fieldItems = (before: RecordState, after: RecordState): readonly DiffItem[] => {
  const conflicts = new Set(conflictFieldsOf(after));
  const known = new Set(conflictFieldsOf(before));
  return Object.keys(after.fields)
    .filter((field) => field !== removedField || conflicts.has(field))
    .flatMap((field): readonly DiffItem[] => {
      const [old, now] = [valueOf(before, field), valueOf(after, field)];
      const conflict = conflicts.has(field) && !known.has(field);
      if (!conflict && isSameValue(old, now)) return [];
      const id = `${after.kind}/${after.id}/${field}`;
      return [{ id, kind: after.kind, recordId: after.id, change: conflict ? 'conflict' : 'changed', field, old, new: now }];
    });
};

/** What became of one record by a join; nothing where it shows the same as before. */
export const diffRecord = (before: RecordState | undefined, after: RecordState): readonly DiffItem[] => {
  const gone = removalOf(after);
  if (before === undefined) return gone ? [] : [whole(after, 'added', null, shownValues(after))];
  const wasGone = removalOf(before) !== undefined;
  const items = fieldItems(before, after);
  if (gone && !wasGone)
    return [
      whole(after, 'removed', shownValues(before), { reason: gone.reason }),
      ...items.filter((item) => item.change === 'conflict'),
    ];
  if (!gone && wasGone)
    return [whole(after, 'restored', null, shownValues(after)), ...items.filter((item) => item.change === 'conflict')];
  return items;
};
