import type { FieldValue } from '#shared/domain/field.ts';
import type { RecordValues } from '#shared/domain/record.ts';
import { canonicalJson } from './canonical.ts';
import { removedField, type Head, type HeadValue, type RecordState, type RemovedValue } from './state.ts';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order in which heads stand in a state line: by replica, then n. */
export const compareHeads = (a: Head, b: Head): number => compareText(a[0], b[0]) || a[1] - b[1];

const isLater = (a: Head, b: Head): boolean => (a[1] - b[1] || compareText(a[0], b[0])) > 0;

/** The head that is shown: greatest by n, then replica; the same on every machine. */
export const winningHead = (heads: readonly Head[]): Head | undefined =>
  heads.reduce<Head | undefined>((best, head) => (best === undefined || isLater(head, best) ? head : best), undefined);

/** Whether two values are the same as far as the books go: equal canonical text. */
export const isSameValue = (a: HeadValue, b: HeadValue): boolean => a === b || canonicalJson(a) === canonicalJson(b);

/** Whether a value of the field `removed` marks the record as removed. */
export const isRemovedValue = (value: HeadValue): value is RemovedValue =>
  typeof value === 'object' && value !== null && 'saw' in value;

/** Whether a head was written beside a removal that had not seen it. */
export const isUnseenBy = (removal: RemovedValue): ((head: Head) => boolean) => {
  const saw = new Set(removal.saw.map(([replica, n]) => `${replica} ${n}`));
  return ([replica, n]) => !saw.has(`${replica} ${n}`);
};

/** The removal in force, or `undefined` for a record that is present. */
export const removalOf = (state: RecordState): RemovedValue | undefined => {
  const value = winningHead(state.fields[removedField] ?? [])?.[2];
  return value !== undefined && isRemovedValue(value) ? value : undefined;
};

/** Winning values by field name, `removed` left out. */
export const winningValues = (state: RecordState): RecordValues =>
  Object.fromEntries(
    Object.entries(state.fields)
      .filter(([field]) => field !== removedField)
      .map(([field, heads]) => [field, (winningHead(heads)?.[2] ?? null) as FieldValue]),
  );

/**
 * Fields that wait for a person: more than one different value, or edited beside a removal that did not see the edit. Of a removed record
 * only the removal can wait: its other fields do so again once it is restored.
 */
export const conflictFieldsOf = (state: RecordState): readonly string[] => {
  const divided = Object.entries(state.fields)
    .filter(([, heads]) => heads.length > 1 && heads.some((head) => !isSameValue(head[2], (heads[0] as Head)[2])))
    .map(([field]) => field);
  const removal = removalOf(state);
  if (removal === undefined) return divided;
  const isUnseen = isUnseenBy(removal);
  const hasUnseen = Object.entries(state.fields).some(([field, heads]) => field !== removedField && heads.some(isUnseen));
  return hasUnseen || divided.includes(removedField) ? [removedField] : [];
};

/** The record's line of `state.jsonl` without the line feed. */
export const stateLine = (state: RecordState): string => canonicalJson(state);
