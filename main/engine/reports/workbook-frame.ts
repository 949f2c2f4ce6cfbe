import type { PaperSettings } from '#shared/contract/workspace-methods.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import type { CellStyle, WrittenCell } from '#engine/workbook.ts';
import type { Block, PaperDocument } from './document.ts';
import { dateLineOf, officeSigner } from './page-parts.ts';

export type WrittenRow = readonly WrittenCell[];
export type Setting = { readonly settings: PaperSettings; readonly today: string };

/** Widths of the columns of a sheet, in characters. */
export type Widths = readonly number[];

const plain: CellStyle = { border: false };
const centred: CellStyle = { ...plain, align: 'center' };

const blanks = (count: number): WrittenRow => Array.from({ length: Math.max(0, count) }, () => ({ value: null, style: plain }));

/** A text over so many columns. */
const over = (value: string, columnSpan: number, style: CellStyle): WrittenRow => [
  { value, style, ...(columnSpan > 1 ? { columnSpan } : {}) },
  ...blanks(columnSpan - 1),
];

const sum = (widths: Widths): number => widths.reduce((total, width) => total + width, 0);

/** How many columns come nearest to the left part of the page. */
const leftColumns = (widths: Widths): number => {
  const wanted = sum(widths) * 0.45;
  const places = widths.slice(0, -1).map((_, index) => Math.abs(sum(widths.slice(0, index + 1)) - wanted));
  return Math.max(1, places.indexOf(Math.min(...places)) + 1);
};

const halves = (
  widths: Widths,
  left: string,
  right: string,
  leftStyle: CellStyle,
  rightStyle: CellStyle = leftStyle,
): WrittenRow => {
  const split = leftColumns(widths);
  return [
    ...over(left, split, { ...centred, ...leftStyle }),
    ...(widths.length > split ? over(right, widths.length - split, { ...centred, ...rightStyle }) : []),
  ];
};

const titleRow = (title: string, widths: Widths): WrittenRow =>
  over(title.toLocaleUpperCase('vi'), widths.length, { ...centred, bold: true, size: 14 });

/** Agencies, nation, place and date, title and subject, as on the printed paper. */
export const headOf = (page: PaperDocument, widths: Widths, { settings, today }: Setting): readonly WrittenRow[] => [
  halves(widths, page.agency?.superior ?? settings.superiorAgency, paperWords.nation, {}, { bold: true }),
  halves(widths, page.agency?.issuing ?? settings.issuingAgency, paperWords.motto, { bold: true }),
  halves(
    widths,
    page.numbered === null ? '' : `${paperWords.number}       ${page.numbered}`,
    dateLineOf({ place: page.placeName ?? settings.placeName, today, undated: page.undated }),
    {},
    { italic: true },
  ),
  [],
  titleRow(page.title, widths),
  over(page.subject, widths.length, { ...centred, bold: true, size: 13 }),
  over(page.annexNote ?? '', widths.length, { ...centred, italic: true }),
];

/** Head of one of several tables of a paper. */
export const partHeadOf = (page: PaperDocument, name: string, widths: Widths): readonly WrittenRow[] => [
  titleRow(page.title, widths),
  over(`${page.subject}: ${name}`, widths.length, { ...centred, bold: true }),
];

/** Lines of text before or after the table. */
export const linesOf = (blocks: readonly Block[], widths: Widths): readonly WrittenRow[] =>
  blocks.flatMap((block) =>
    block.kind === 'closing' || block.kind === 'line'
      ? [over(block.text, widths.length, { ...plain, italic: block.kind === 'closing' })]
      : [],
  );

/** Who signs, with room for the signature. */
export const footOf = (page: PaperDocument, widths: Widths, { settings }: Setting): readonly WrittenRow[] => {
  const signer = page.signer ?? officeSigner(settings);
  const left = page.leftSigner;
  const lines = ['capacity', 'title', 'note'] as const;
  return [
    [],
    ...lines
      .filter((line) => (signer[line] ?? '') !== '' || (left?.[line] ?? '') !== '')
      .map((line) => halves(widths, left?.[line] ?? '', signer[line] ?? '', line === 'note' ? { italic: true } : { bold: true })),
    [],
    [],
    [],
    halves(widths, left?.name ?? '', signer.name ?? '', { bold: true }),
  ];
};

const lineHeight = 16;

const linesIn = (cell: WrittenCell, column: number, widths: Widths): number => {
  if (cell === null || typeof cell !== 'object' || 'date' in cell || (cell.rowSpan ?? 1) > 1)
    return typeof cell === 'string' ? Math.ceil(cell.length / Math.max(1, (widths[column] ?? 10) - 1)) : 1;
  const width = sum(widths.slice(column, column + (cell.columnSpan ?? 1)));
  return typeof cell.value === 'string' ? Math.max(1, Math.ceil(cell.value.length / Math.max(1, width - 1))) : 1;
};

/** Height for what stands in the row; not every program makes rows with several lines high enough by itself. */
export const heightOf = (row: WrittenRow, widths: Widths): number =>
  Math.max(1, ...row.map((cell, column) => linesIn(cell, column, widths))) * lineHeight + 2;
