import type { InputOf } from '#shared/contract/contract.ts';
import type { ListCell, ListColumn } from '#shared/contract/list-methods.ts';
import type { RowGroup } from '#shared/contract/page.ts';
import { cellValue, leastWidth, type Column } from './table-column.ts';

type Shown<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Groups of the rows in their order; empty where nothing is grouped. */
  readonly groups: readonly RowGroup[];
  readonly groupTitle: string;
};

/** Pixels of a letter of average width, to turn widths of a screen into those of a sheet. */
const letter = 7.5;

const groupLabels = (groups: readonly RowGroup[]): readonly string[] =>
  groups.flatMap(({ label, count }) => Array.from({ length: count }, () => label));

/** Columns and rows of a file that shows what the list shows; a grouped list gets its group as the first column. */
export const sheetOf = <Row>({
  columns,
  rows,
  groups,
  groupTitle,
}: Shown<Row>): Pick<InputOf<'list.export'>, 'columns' | 'rows'> => {
  const labels = groupLabels(groups);
  const grouped = groups.length > 0;
  const heads: ListColumn[] = columns.map((column) => ({
    title: column.title,
    ...(column.personalNumber === true ? { personalNumber: true } : {}),
    ...(column.number === true ? { width: Math.max(8, Math.round(leastWidth(column.width) / letter)) } : {}),
  }));
  return {
    columns: [...(grouped ? [{ title: groupTitle }] : []), ...heads],
    rows: rows.map((row, index): ListCell[] => [
      ...(grouped ? [labels[index] ?? null] : []),
      ...columns.map((column) => cellValue(column, row)),
    ]),
  };
};

/** What would be a formula when it is pasted gets the apostrophe by which spreadsheets know text. */
const cellText = (cell: ListCell): string => {
  if (cell === null) return '';
  const text = typeof cell === 'object' ? cell.date.split('-').reverse().join('/') : String(cell);
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^\s*[=+\-@]./.test(line) ? `'${line}` : line;
};

/** Rows as a spreadsheet takes them from the clipboard. Personal numbers are left out, as in files. */
export const clipboardText = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string => {
  const open = columns.filter((column) => column.personalNumber !== true);
  return [open.map((column) => column.title), ...rows.map((row) => open.map((column) => cellText(cellValue(column, row))))]
    .map((cells) => cells.join('\t'))
    .join('\n');
};
