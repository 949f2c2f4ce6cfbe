import type { ImportSheet } from '#shared/contract/import-methods.ts';
import { countCells, type Grid } from '#shared/import/grid.ts';
import type { Table } from '#shared/import/table.ts';

/** Counts every cell of a sheet that holds something by what becomes of it; nothing is counted twice or left out. */
export const accountCells = (grid: Grid, table: Table | undefined): ImportSheet['cells'] => {
  const total = grid.rows.reduce((sum, row) => sum + countCells(row), 0);
  const none = {
    total,
    title: 0,
    header: 0,
    numbers: 0,
    group: 0,
    subtotal: 0,
    footer: 0,
    index: 0,
    value: 0,
    unknownColumn: 0,
    unused: 0,
  };
  if (table === undefined) return { ...none, unused: total };
  const counts = { ...none };
  for (const row of table.titleRows) counts.title += countCells(row);
  for (const row of table.headerRows) counts.header += countCells(row);
  for (const { row, role } of table.body) {
    if (role !== 'data') {
      counts[role] += countCells(row);
      continue;
    }
    row.cells.forEach((cell, column) => {
      if (cell === undefined) return;
      const target = table.columns[column]?.target ?? null;
      counts[target === null ? 'unknownColumn' : target === 'index' ? 'index' : 'value'] += 1;
    });
  }
  return counts;
};
