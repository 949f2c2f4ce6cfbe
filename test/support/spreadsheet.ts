import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWorkbook, type WrittenCell, type WrittenSheet } from '#engine/workbook.ts';

export type Rows = readonly (readonly WrittenCell[])[];

/** Writes a workbook of the given sheets into a folder; returns its path. */
export const spreadsheet = (folder: string, name: string, sheets: Readonly<Record<string, Rows>>): string => {
  const file = join(folder, `${name}.xlsx`);
  const written = Object.entries(sheets).map(([title, rows]): WrittenSheet => ({ name: title, columnWidths: [], rows }));
  writeFileSync(file, writeWorkbook(written));
  return file;
};
