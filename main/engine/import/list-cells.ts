import type { ImportCell, ImportCellRow } from '#shared/contract/import-methods.ts';
import { markOf, type ColumnTarget } from '#shared/import/column-target.ts';
import { lineOf, type GridRow } from '#shared/import/grid.ts';
import type { Handler } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { columnName } from '#engine/workbook.ts';
import type { OpenSheet } from './open-sheets.ts';
import { openFile } from './open-workbook.ts';

const together: Readonly<Partial<Record<ColumnTarget, readonly string[]>>> = {
  familyName: ['fullName'],
  givenName: ['fullName'],
  'birthDate:male': ['birthDate', 'sex'],
  'birthDate:female': ['birthDate', 'sex'],
  commune: ['communeId'],
  residentialUnit: ['residentialUnitId'],
  teamName: ['teamId'],
  decisionNumber: ['decisionId'],
  decisionDate: ['decisionId'],
  decisionIssuer: ['decisionId'],
  decisionSigner: ['decisionId'],
};

/** Fields of records that a column fills. */
export const fieldsOf = (target: ColumnTarget): readonly string[] => {
  const mark = markOf(target);
  return mark === undefined ? (together[target] ?? [target]) : [mark.field];
};

type Role = ImportCellRow['role'];

const cellsOf = (row: GridRow, role: Role, sheet: OpenSheet): ImportCell[] =>
  row.cells.flatMap((cell, column) => {
    if (cell === undefined) return [];
    const target = role === 'data' ? (sheet.table?.columns[column]?.target ?? null) : null;
    const fate = role !== 'data' ? role : target === null ? 'unknown-column' : target === 'index' ? 'index' : 'value';
    return [
      {
        address: `${columnName(column)}${row.index + 1}`,
        column,
        text: lineOf(cell),
        fate,
        target,
        fields: fate === 'value' && target !== null ? [...fieldsOf(target)] : [],
      },
    ];
  });

/** Rows of a sheet that hold something, each with its role and what becomes of each cell. */
const cellRowsOf = (sheet: OpenSheet, rows: readonly GridRow[]): ImportCellRow[] => {
  const { table } = sheet;
  const roles = new Map<number, Role>([
    ...(table?.titleRows ?? []).map((row) => [row.index, 'title'] as const),
    ...(table?.headerRows ?? []).map((row) => [row.index, 'header'] as const),
    ...(table?.body ?? []).map(({ row, role }) => [row.index, role] as const),
  ]);
  return rows.map((row) => {
    const role = roles.get(row.index) ?? 'unused';
    return { row: row.index + 1, hidden: row.hidden, role, cells: cellsOf(row, role, sheet) };
  });
};

export const listCells: Handler<'import.cells'> = async (task, { sheetIndex, from, offset, count, ...input }) => {
  const file = await openFile(task, input.file);
  return task.read((context) => {
    const sheet = file.sheets(context, input).find((one) => one.index === sheetIndex);
    if (sheet === undefined) throw failure('spreadsheet-sheet-missing');
    const { rows } = sheet.grid;
    const wanted = rows.filter((row) => row.index + 1 >= from).slice(offset, offset + count);
    return { total: rows.length, rows: cellRowsOf(sheet, wanted) };
  });
};
