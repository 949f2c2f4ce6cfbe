import { existsSync, writeFileSync } from 'node:fs';
import type { ImportRow } from '#shared/contract/import-methods.ts';
import { lineOf, type GridRow } from '#shared/import/grid.ts';
import type { Table } from '#shared/import/table.ts';
import { importWords } from '#shared/text/import-words.vi.ts';
import type { Handler } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { headerStyle, writeWorkbook, type WrittenCell, type WrittenSheet } from '#engine/workbook.ts';
import type { OpenSheet } from './open-sheets.ts';
import { openFile } from './open-workbook.ts';
import { planSteps } from './plan.ts';
import { runAll } from './run-all.ts';

const isProblem = (row: ImportRow): boolean => row.outcome === 'error' || row.outcome === 'needs-decision';

const bordered = { border: true, wrap: true } as const;

const cellsOf = (row: GridRow, width: number): readonly WrittenCell[] =>
  Array.from({ length: width }, (_, column) => {
    const cell = row.cells[column];
    if (cell === undefined) return { value: null, style: bordered };
    const value = cell.kind === 'number' && cell.number !== null && cell.text === String(cell.number) ? cell.number : cell.text;
    return { value, style: bordered };
  });

const reasonOf = (problems: readonly ImportRow[]): string =>
  [
    ...new Set(
      problems.flatMap((row) => row.issues.filter((issue) => issue.severity !== 'question').map((issue) => issue.message)),
    ),
  ].join(' ');

/** Head and problem rows of a sheet with the headings they stood under, so that the file can be corrected and taken in again. */
const problemSheet = (sheet: OpenSheet, table: Table, problems: readonly ImportRow[]): WrittenSheet => {
  const width = table.columns.length;
  const byRow = new Map<number, ImportRow[]>();
  for (const row of problems) byRow.set(row.row, [...(byRow.get(row.row) ?? []), row]);
  const rows: (readonly WrittenCell[])[] = table.titleRows.map((row) => row.cells.map((cell) => lineOf(cell)));
  const firstHeader = rows.length + 1;
  for (const [index, row] of table.headerRows.entries()) {
    const heads = Array.from({ length: width }, (_, column) => ({ value: lineOf(row.cells[column]), style: headerStyle }));
    rows.push([...heads, ...(index === 0 ? [{ value: importWords.reasonColumn, style: headerStyle }] : [])]);
  }
  let headings: GridRow[] = [];
  for (const { row, role } of table.body) {
    if (role === 'group') headings.push(row);
    const found = byRow.get(row.index + 1);
    if (found === undefined) continue;
    for (const heading of headings) rows.push(cellsOf(heading, width));
    headings = [];
    rows.push([...cellsOf(row, width), { value: reasonOf(found), style: { ...bordered, colour: 'A61B1B' } }]);
  }
  return {
    name: sheet.name,
    columnWidths: [...table.columns.map((column) => (column.target === 'index' ? 6 : 18)), 60],
    rows,
    headerRows: { first: firstHeader, last: firstHeader + table.headerRows.length - 1 },
    frozenRows: firstHeader + table.headerRows.length - 1,
    landscape: true,
  };
};

/** Writes the rows that stay out. Fails with `file-exists`; with no such row an empty table is written, so that scripts find a file. */
export const writeErrors: Handler<'import.writeErrors'> = async (task, { out, rows, ...input }) => {
  if (existsSync(out)) throw failure('file-exists');
  const file = await openFile(task, input.file);
  const { sheets, problems } = task.read((context) => {
    if (rows !== undefined) return { sheets: file.sheets(context, input), problems: rows.filter(isProblem) };
    const planned = runAll(planSteps(context, file, input, task.ids.recordId, true));
    return { sheets: planned.sheets, problems: planned.plan.rows.filter(isProblem) };
  });
  const written = sheets.flatMap((sheet) =>
    sheet.table === undefined
      ? []
      : [
          problemSheet(
            sheet,
            sheet.table,
            problems.filter((row) => row.sheet === sheet.index),
          ),
        ],
  );
  writeFileSync(out, writeWorkbook(written.filter((_, index) => index === 0 || (written[index]?.rows.length ?? 0) > 1)), {
    flag: 'wx',
    mode: 0o600,
  });
  return { file: out, rowCount: problems.length };
};
