import type { FieldValue } from '#shared/domain/field.ts';
import { findKind } from '#shared/domain/kinds.ts';
import type { RecordValues } from '#shared/domain/record.ts';
import { toneKey } from '#shared/text/vietnamese.ts';

/** A field in which file and books differ. */
export type Difference = {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly old: FieldValue;
  readonly new: FieldValue;
};

const includesAll = (all: readonly string[], some: readonly string[]): boolean => some.every((one) => all.includes(one));

const saysNoMore = (kind: string, field: string, old: FieldValue, given: FieldValue): boolean => {
  if (Array.isArray(old) && Array.isArray(given)) return includesAll(old as readonly string[], given as readonly string[]);
  if (typeof old !== 'string' || typeof given !== 'string') return old === given;
  const type = findKind(kind)?.fields[field]?.type;
  // A year says nothing against a whole date of that year.
  if (type === 'partial-date') return old.startsWith(given);
  return type === 'text' || type === 'paragraph' ? toneKey(old) === toneKey(given) : old === given;
};

/** What a file adds to a record, and where it says otherwise than the books. Empty fields of the file never empty one of the books. */
export const compare = (
  kind: string,
  id: string,
  before: RecordValues,
  given: RecordValues,
): { readonly added: RecordValues; readonly differences: readonly Difference[] } => {
  const added: Record<string, FieldValue> = {};
  const differences: Difference[] = [];
  for (const [field, value] of Object.entries(given)) {
    if (value === null || value === undefined) continue;
    const old = before[field];
    if (old === null || old === undefined) added[field] = value;
    else if (!saysNoMore(kind, field, old, value)) differences.push({ kind, id, field, old, new: value });
  }
  return { added, differences };
};
