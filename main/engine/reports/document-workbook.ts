import type { PaperSettings } from '#shared/contract/workspace-methods.ts';
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
import { footOf, headOf, heightOf, linesOf, partHeadOf, type Setting, type Widths, type WrittenRow } from './workbook-frame.ts';

/** Characters of 12 points that a page takes between its margins. */
const charactersOf = (landscape: boolean): number => (landscape ? 122 : 82);

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
    { value: text, columnSpan: columns.length - 1, style: { bold: true, align: row.level === 0 ? 'center' : 'left' } },
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

const widthsOf = ({ columns }: Table, landscape: boolean): Widths => {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  return columns.map((column) => Math.max(5, Math.round((column.width / sum) * charactersOf(landscape))));
};

type Frame = { readonly lead: readonly WrittenRow[]; readonly end: readonly WrittenRow[] };

const frameOf = (page: PaperDocument, table: Table, isOnly: boolean, setting: Setting): Frame => {
  const widths = widthsOf(table, page.landscape);
  if (!isOnly) return { lead: partHeadOf(page, table.name, widths), end: [] };
  const place = page.blocks.indexOf(table);
  return {
    lead: [...headOf(page, widths, setting), ...linesOf(page.blocks.slice(0, place), widths)],
    end: [...linesOf(page.blocks.slice(place + 1), widths), ...footOf(page, widths, setting)],
  };
};

/** A paper with one table is a sheet with head and signature; of several tables each has a sheet under the paper's title. */
const sheetOf = (page: PaperDocument, table: Table, isOnly: boolean, setting: Setting): WrittenSheet => {
  const { lead, end } = frameOf(page, table, isOnly, setting);
  const head = headCells(table.columns);
  const widths = widthsOf(table, page.landscape);
  const rows = [...lead, ...head, ...table.rows.map((row) => rowCells(table.columns, row)), ...end];
  return {
    name: table.name,
    landscape: page.landscape,
    columnWidths: widths,
    style: { border: true, wrap: true },
    headerRows: { first: lead.length + 1, last: lead.length + head.length },
    frozenRows: lead.length + head.length,
    rows,
    rowHeights: rows.map((row) => heightOf(row, widths)),
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
    const blocks = page.blocks.map((block) =>
      block.kind === 'table' && !withPersonalNumbers ? withoutPersonalNumbers(block) : block,
    );
    const tables = blocks.filter((block) => block.kind === 'table');
    return tables.map((table) => sheetOf({ ...page, blocks }, table, tables.length === 1, { settings, today }));
  });
