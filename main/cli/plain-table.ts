import { labelOf } from '#shared/catalogue/code-lists.ts';
import type { RecordView } from '#shared/contract/views.ts';
import { formatDate } from '#shared/domain/date.ts';
import type { Field, FieldValue } from '#shared/domain/field.ts';
import type { Fields } from '#shared/domain/record.ts';
import { commandWords } from '#shared/text/command-words.vi.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';

/** Width on a terminal: marks above and below a letter take none. */
const widthOf = (text: string): number => [...text.replace(/\p{M}/gu, '')].length;

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Rows in columns, two spaces apart. */
export const plainTable = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** A value as a person reads it: the label of a code, a date day first. */
export const plainValue = (field: Field | undefined, value: FieldValue | undefined): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? commandWords.yes : commandWords.no;
  if (field?.codes !== undefined)
    return [value]
      .flat()
      .map((code) => labelOf(field.codes ?? [], String(code)))
      .join(', ');
  if (field?.type === 'amount') return Number(value).toLocaleString('vi-VN');
  if (field?.type === 'date' || field?.type === 'partial-date') return formatDate(String(value));
  return [value].flat().join(', ');
};

const columnLimit = 6;

/** What of a record goes into a table: short values; no ids of others, no numbers of persons. */
const isColumn = (field: Field): boolean =>
  !['reference', 'references', 'paragraph'].includes(field.type) && field.privacy !== 'masked';

/** Records as a table with a head: id, name, and the first values that are there. */
export const recordTable = (kind: string, fields: Fields, records: readonly RecordView[]): string => {
  const columns = Object.entries(fields)
    .filter(([name, field]) => isColumn(field) && records.some((record) => record.values[name] !== undefined))
    .slice(0, columnLimit);
  const isTitleNeeded = records.some((record) => !columns.some(([name]) => record.values[name] === record.title));
  const head = [fieldLabel(kind, 'id'), ...(isTitleNeeded ? [''] : []), ...columns.map(([name]) => fieldLabel(kind, name))];
  const rows = records.map((record) => [
    record.id,
    ...(isTitleNeeded ? [record.title] : []),
    ...columns.map(([name, field]) => plainValue(field, record.values[name])),
    ...(record.removed ? [`(${commandWords.removed})`] : []),
  ]);
  return records.length === 0 ? '' : plainTable([head, ...rows]);
};
