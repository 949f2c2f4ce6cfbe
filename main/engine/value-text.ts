import type { ReadableDatabase } from '#db/open.ts';
import { findProjected } from '#db/queries/projection.ts';
import { labelOf } from '#shared/catalogue/code-lists.ts';
import { formatDate } from '#shared/domain/date.ts';
import type { Field } from '#shared/domain/field.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { maskedValue } from '#shared/domain/masked-value.ts';
import { isRemovedValue } from '#shared/exchange/heads.ts';
import type { HeadValue } from '#shared/exchange/state.ts';
import { provenanceWords } from '#shared/text/provenance-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { unitNameOf } from './communes.ts';
import { viewOf } from './record-view.ts';

const titleOf = (database: ReadableDatabase, kind: string, id: string): string => {
  const found = findProjected(database, kind, id);
  return found === undefined ? id.slice(0, 13) : viewOf(database, found).title;
};

const plainText = (database: ReadableDatabase, name: string, field: Field | undefined, value: string | number): string => {
  if (field?.codes !== undefined) return labelOf(field.codes, String(value));
  if (field?.to !== undefined) return titleOf(database, field.to, String(value));
  if (field?.type === 'date' || field?.type === 'partial-date') return formatDate(String(value));
  if (field?.type === 'unit') return unitNameOf(String(value));
  if (typeof value === 'number') return /year$/i.test(name) ? String(value) : formatCount(value);
  return value;
};

/** A value of a record as people read it; numbers of people in part unless `isRevealed`. */
export const valueText = (
  database: ReadableDatabase,
  kind: string,
  name: string,
  value: HeadValue,
  isRevealed = false,
): string => {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? provenanceWords.yes : provenanceWords.no;
  if (isRemovedValue(value)) return provenanceWords.removed(value.reason);
  const field = findKind(kind)?.fields[name];
  const text = [value]
    .flat()
    .map((one) => plainText(database, name, field, one))
    .join(', ');
  return isRevealed ? text : maskedValue(name, field, text);
};
