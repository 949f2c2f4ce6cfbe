import type { PaperSettings } from '#shared/contract/workspace-methods.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import { headerStyle, type CellStyle, type WrittenCell, type WrittenSheet } from '#engine/workbook.ts';
import { alignOf, headRows } from './cell-text.ts';
import {
  withoutPersonalNumbers,
  type BuiltReport,
  type Cell,
  type Column,
  type PaperDocument,
  type Row,
  type Table,
} from './document.ts';
import { dateLineOf, officeSigner } from './page-parts.ts';

/** Characters of 12 points that a page takes between its margins. */
const charactersOf = (landscape: boolean): number => (landscape ? 122 : 82);

const plain: CellStyle = { border: false };
const centred: CellStyle = { ...plain, align: 'center' };

const wide = (value: string, columnSpan: number, style: CellStyle): WrittenCell => ({
  value,
  style,
  ...(columnSpan > 1 ? { columnSpan } : {}),
});

const blanks = (count: number): readonly WrittenCell[] =>
  Array.from({ length: Math.max(0, count) }, () => ({ value: null, style: plain }));

/** A text over some columns and another over the rest. */
const halves = (width: number, left: string, right: string, leftStyle: CellStyle, rightStyle: CellStyle = leftStyle) => {
  const split = Math.max(1, Math.floor(width / 2));
  return [
    wide(left, split, { ...centred, ...leftStyle }),
    ...blanks(split - 1),
    ...(width > split ? [wide(right, width - split, { ...centred, ...rightStyle }), ...blanks(width - split - 1)] : []),
  ];
};

const isFullDate = (cell: Cell): cell is string => typeof cell === 'string' && cell.length === 10;

const written = (column: Column, cell: Cell | undefined, bold = false): WrittenCell => {
  const style: CellStyle = { align: alignOf(column), bold };
  if (cell === null || cell === undefined) return { value: null, style };
  if (column.format === 'date' && isFullDate(cell)) return { date: cell, style };
  // A year alone is a number, a month of a year a text.
  if (column.format === 'date' && typeof cell === 'string')
    return { value: /^\d{4}$/.test(cell) ? Number(cell) : cell.split('-').reverse().join('/'), style };
  const grouped = column.format === 'count' || column.format === 'money';
  return { value: cell, style: typeof cell === 'number' && grouped ? { ...style, format: '#,##0' } : style };
};

const rowCells = (columns: readonly Column[], row: Row): readonly WrittenCell[] => {
  if (row.kind === 'row') return columns.map((column, index) => written(column, row.cells[index]));
  if (row.kind === 'total')
    return columns.map((column, index) =>
      index === 1 ? { value: row.label, style: { bold: true, align: 'center' } } : written(column, row.cells[index], true),
    );
  const text = row.level === 2 ? row.text : row.text.toLocaleUpperCase('vi');
  return [
    { value: row.number, style: { bold: true, align: 'center' } },
    wide(text, columns.length - 1, { bold: true, align: row.level === 0 ? 'center' : 'left' }),
    ...columns.slice(2).map((): WrittenCell => null),
  ];
};

const headCells = (columns: readonly Column[]): readonly (readonly WrittenCell[])[] => {
  const rows = headRows(columns);
  const [upper = [], lower] = rows;
  const first = upper.flatMap(({ title, columnSpan, rowSpan }): readonly WrittenCell[] => [
    { value: title, style: headerStyle, columnSpan, rowSpan },
    ...Array.from({ length: columnSpan - 1 }, (): WrittenCell => null),
  ]);
  if (lower === undefined) return [first];
  let next = 0;
  const second = columns.map((column): WrittenCell => {
    if (column.over === undefined) return null;
    next += 1;
    return lower[next - 1]?.title ?? '';
  });
  return [first, second];
};

type Setting = { readonly settings: PaperSettings; readonly today: string };

const headOf = (page: PaperDocument, width: number, { settings, today }: Setting): readonly (readonly WrittenCell[])[] => [
  halves(width, page.agency?.superior ?? settings.superiorAgency, paperWords.nation, {}, { bold: true }),
  halves(width, page.agency?.issuing ?? settings.issuingAgency, paperWords.motto, { bold: true }),
  halves(
    width,
    page.numbered === null ? '' : `${paperWords.number}       ${page.numbered}`,
    dateLineOf({ place: settings.placeName, today, undated: page.undated }),
    {},
    { italic: true },
  ),
  [],
  [wide(page.title.toLocaleUpperCase('vi'), width, { ...centred, bold: true, size: 14 }), ...blanks(width - 1)],
  [wide(page.subject, width, { ...centred, bold: true, size: 13 }), ...blanks(width - 1)],
  [wide(page.annexNote ?? '', width, { ...centred, italic: true }), ...blanks(width - 1)],
];

const footOf = (page: PaperDocument, width: number, { settings }: Setting): readonly (readonly WrittenCell[])[] => {
  const signer = page.signer ?? officeSigner(settings);
  const left = page.leftSigner;
  const lines = ['capacity', 'title', 'note'] as const;
  return [
    [],
    ...lines
      .filter((line) => (signer[line] ?? '') !== '' || (left?.[line] ?? '') !== '')
      .map((line) => halves(width, left?.[line] ?? '', signer[line] ?? '', line === 'note' ? { italic: true } : { bold: true })),
    [],
    [],
    [],
    halves(width, left?.name ?? '', signer.name ?? '', { bold: true }),
  ];
};

const closingOf = (page: PaperDocument): readonly (readonly WrittenCell[])[] =>
  page.blocks.flatMap((block) => (block.kind === 'closing' ? [[{ value: block.text, style: { ...plain, italic: true } }]] : []));

const leadOf = (page: PaperDocument, table: Table): readonly (readonly WrittenCell[])[] => {
  const place = page.blocks.indexOf(table);
  return page.blocks
    .slice(0, place)
    .flatMap((block) => (block.kind === 'line' ? [[{ value: block.text, style: plain } as const]] : []));
};

/** A paper with one table is a sheet with head and signature; of several tables each has a sheet under the paper's title. */
const sheetOf = (page: PaperDocument, table: Table, name: string, isOnly: boolean, setting: Setting): WrittenSheet => {
  const width = table.columns.length;
  const lead = isOnly
    ? [...headOf(page, width, setting), ...leadOf(page, table)]
    : [
        [wide(page.title.toLocaleUpperCase('vi'), width, { ...centred, bold: true, size: 14 }), ...blanks(width - 1)],
        [wide(`${page.subject}: ${table.name}`, width, { ...centred, bold: true }), ...blanks(width - 1)],
      ];
  const head = headCells(table.columns);
  const sum = table.columns.reduce((total, column) => total + column.width, 0);
  const characters = charactersOf(page.landscape);
  return {
    name,
    landscape: page.landscape,
    columnWidths: table.columns.map((column) => Math.max(5, Math.round((column.width / sum) * characters))),
    style: { border: true, wrap: true },
    headerRows: { first: lead.length + 1, last: lead.length + head.length },
    frozenRows: lead.length + head.length,
    rows: [
      ...lead,
      ...head,
      ...table.rows.map((row) => rowCells(table.columns, row)),
      ...(isOnly ? [...closingOf(page), ...footOf(page, width, setting)] : []),
    ],
  };
};

/** The tables of a report as sheets; citizen numbers and phones only where they are asked for. */
export const sheetsOf = (
  report: BuiltReport,
  settings: PaperSettings,
  today: string,
  withPersonalNumbers: boolean,
): readonly WrittenSheet[] =>
  report.pages.flatMap((page) => {
    const shown: PaperDocument = {
      ...page,
      blocks: page.blocks.map((block) =>
        block.kind === 'table' && !withPersonalNumbers ? withoutPersonalNumbers(block) : block,
      ),
    };
    const tables = shown.blocks.filter((block) => block.kind === 'table');
    return tables.map((table) => sheetOf(shown, table, table.name, tables.length === 1, { settings, today }));
  });
