import type { ParsedInputOf } from '#shared/contract/contract.ts';
import type { ListCell } from '#shared/contract/list-methods.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import { roman } from './cell-text.ts';
import { onePaper, orderColumn, type BuiltReport, type Cell, type Column, type Row } from './document.ts';

type Asked = ParsedInputOf<'report.ofList'>;

/** More columns than these need the sheet's long side. */
const uprightColumns = 5;

const narrowest = 5;
const widest = 30;
/** Numbers, dates and signs of this many letters stay in one line. */
const shortText = 14;
const padding = 2;

/** Letters of twelve points in a line of the table, upright and on the long side. */
const lettersAcross = { upright: 72, landscape: 110 };

const cellOf = (cell: ListCell | undefined): Cell =>
  cell === undefined || cell === null ? null : typeof cell === 'object' ? cell.date : cell;

const isDate = (cell: ListCell | undefined): boolean => typeof cell === 'object' && cell !== null;

/** Width of a text in letters; capitals are wider. */
const lettersOf = (text: string): number => [...text].reduce((sum, one) => sum + (one === one.toLowerCase() ? 1 : 1.4), 0);

/** As wide as what stands in it, within bounds; a column of dates is shown as dates. */
const columnOf = (title: string, cells: readonly (ListCell | undefined)[]): Column => {
  const longest = Math.max(0, ...cells.map((cell) => (isDate(cell) ? 10 : lettersOf(String(cellOf(cell) ?? '')))));
  const room = longest <= shortText ? longest + padding : longest;
  return {
    title,
    width: Math.min(widest, Math.max(narrowest, room, Math.ceil(title.length / 2))),
    ...(cells.some(isDate) ? { format: 'date' as const, align: 'center' as const } : {}),
  };
};

/** Where there is not room for all, the columns of long texts give way; those of short ones stay in one line. */
const fitted = (columns: readonly Column[], across: number): readonly Column[] => {
  const isShort = ({ width }: Column): boolean => width <= shortText + padding;
  const sum = (some: readonly Column[]): number => some.reduce((total, { width }) => total + width, 0);
  const [short, long] = [sum(columns.filter(isShort)), sum(columns.filter((column) => !isShort(column)))];
  const share = (across - short) / long;
  if (long === 0 || share >= 1 || share <= 0.2) return columns;
  return columns.map((column) => (isShort(column) ? column : { ...column, width: column.width * share }));
};

/** Heads of groups before the rows they count. */
const grouped = (lines: readonly Row[], groups: Asked['groups']): readonly Row[] => {
  if (groups.length === 0) return lines;
  let at = 0;
  return groups.flatMap(({ label, count }, index): readonly Row[] => {
    const own = lines.slice(at, at + count);
    at += count;
    return [{ kind: 'group', level: 1, number: roman(index + 1), text: label === '' ? paperWords.noName : label }, ...own];
  });
};

/** What a list of a window shows, as a paper: its columns in their order, groups as headings, lines numbered. No personal numbers. */
export const buildShownList = ({ title, subtitle, columns, rows, groups }: Asked): BuiltReport => {
  const kept = columns.flatMap((column, index) => (column.personalNumber ? [] : [index]));
  const sample = rows.slice(0, 500);
  const lines = rows.map((row, index): Row => ({
    kind: 'row',
    cells: [index + 1, ...kept.map((column) => cellOf(row[column]))],
  }));
  const landscape = kept.length > uprightColumns;
  const shown = [
    orderColumn(paperWords.order, rows.length, !landscape),
    ...kept.map((index) =>
      columnOf(
        columns[index]?.title ?? '',
        sample.map((row) => row[index]),
      ),
    ),
  ];
  return onePaper('danh-sach', {
    title,
    subject: subtitle,
    blocks: [
      {
        kind: 'table',
        name: title,
        columns: fitted(shown, landscape ? lettersAcross.landscape : lettersAcross.upright),
        rows: grouped(lines, groups),
      },
      { kind: 'closing', text: paperWords.lines(rows.length) },
    ],
    recipients: [],
    landscape,
    numbered: null,
  });
};
