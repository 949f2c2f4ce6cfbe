import type { ImportCellRow, ImportPlan } from '#shared/contract/import-methods.ts';
import type { Office } from '#test/support/office.ts';
import { accountOf } from './expectation.ts';
import type { ExpectedRecord } from './model.ts';

export type Taken = ExpectedRecord & { readonly row: number };

const recordOf = (row: ImportPlan['rows'][number]): Taken => ({
  row: row.row,
  outcome: row.outcome,
  values: row.values,
  belongs: row.belongs,
  issues: row.issues.map((issue) => `${issue.code} ${issue.field}`).sort(),
});

/** What became of each cell of a sheet, by address. */
export const accountCells = (rows: readonly ImportCellRow[], records: readonly Taken[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rows.flatMap(({ row, cells }) =>
      cells.map(({ address, fate, fields, target }) => [
        address,
        fate === 'value'
          ? accountOf(
              records.filter((record) => record.row === row),
              fields,
              target ?? '',
            )
          : fate,
      ]),
    ),
  );

/** What the import says of a file: every sheet with its columns, every cell and every record. */
export const readAccount = async (office: Office, input: Parameters<typeof office.ask<'import.plan'>>[1]) => {
  const plan = await office.ask('import.plan', input);
  const sheets = [];
  for (const sheet of plan.sheets) {
    const { rows } = await office.ask('import.cells', { ...input, sheetIndex: sheet.index, count: 2000 });
    const records = plan.rows.filter((row) => row.sheet === sheet.index).map(recordOf);
    sheets.push({
      name: sheet.name,
      kind: sheet.kind,
      commune: sheet.communeName,
      columns: Object.fromEntries(sheet.columns.map((column) => [column.letter, column.target])),
      cells: accountCells(rows, records),
      rows: records,
    });
  }
  return { plan, sheets };
};
