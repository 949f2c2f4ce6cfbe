import { writeAuditEntry } from '#db/queries/audit.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import type { ListCell } from '#shared/contract/list-methods.ts';
import { formatDate } from '#shared/domain/date.ts';
import type { Handler } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { writeOfficeFile } from '#engine/office-file.ts';
import { writeWorkbook, type CellStyle, type WrittenCell, type WrittenSheet } from '#engine/workbook.ts';

type Asked = ParsedInputOf<'list.export'>;

const isWholeDate = (date: string): boolean => date.length === 10;

const shownText = (cell: ListCell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? formatDate(cell.date) : String(cell);
};

const written = (cell: ListCell | undefined): WrittenCell => {
  if (cell === null || cell === undefined) return null;
  if (typeof cell !== 'object') return cell;
  // A year or a month alone is no day that a spreadsheet can count with.
  return isWholeDate(cell.date) ? { date: cell.date } : { value: formatDate(cell.date), style: { align: 'center' } };
};

const narrow = 8;
const wide = 48;

/** Wide enough for what stands in the column, as far as the first rows tell. */
const widthOf = (title: string, cells: readonly string[]): number =>
  Math.min(wide, Math.max(narrow, Math.ceil(title.length * 0.7), ...cells.map((cell) => cell.length)) + 2);

const bordered: CellStyle = { border: true, wrap: true };

/** Which columns go into the file: personal numbers only where somebody asked for them. */
const keptColumns = ({ columns, withPersonalNumbers }: Asked): readonly number[] =>
  columns.flatMap((column, index) => (column.personalNumber && !withPersonalNumbers ? [] : [index]));

const sheetOf = (asked: Asked): WrittenSheet => {
  const kept = keptColumns(asked);
  const titles = kept.map((index) => asked.columns[index]?.title ?? '');
  const sample = asked.rows.slice(0, 500);
  const head: readonly (readonly WrittenCell[])[] = [
    [{ value: asked.title, style: { bold: true, size: 14, border: false } }],
    [{ value: asked.subtitle, style: { italic: true, border: false } }],
  ];
  return {
    name: asked.title,
    columnWidths: kept.map(
      (index, place) =>
        asked.columns[index]?.width ??
        widthOf(
          titles[place] ?? '',
          sample.map((row) => shownText(row[index])),
        ),
    ),
    rows: [...head, titles, ...asked.rows.map((row) => kept.map((index) => written(row[index])))],
    style: bordered,
    headerRows: { first: 3, last: 3 },
    frozenRows: 3,
    filter: true,
    landscape: kept.length > 5,
  };
};

export const exportList: Handler<'list.export'> = async (context, asked) => {
  // Nobody may write a file of people who has not opened the books; that is checked before the handler runs.
  const isUneven = asked.rows.some((row) => row.length > asked.columns.length);
  if (isUneven) throw failure('usage-wrong', { reason: 'columns' });
  if (!asked.columns.some((column) => !column.personalNumber || asked.withPersonalNumbers))
    throw failure('usage-wrong', { reason: 'columns' });
  await context.progress({ step: 'write', done: 0, total: 1 });
  writeOfficeFile(asked.file, writeWorkbook([sheetOf(asked)]));
  if (asked.withPersonalNumbers && asked.columns.some((column) => column.personalNumber))
    context.write(({ database, clock, actor }) => {
      writeAuditEntry(database, { at: clock.now().toISOString(), userId: actor.id, action: 'personal-numbers-exported' });
    });
  return { file: asked.file, rowCount: asked.rows.length };
};
