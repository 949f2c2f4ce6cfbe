import { readCsv } from './workbook/csv-reader.ts';
import { readOds } from './workbook/ods-reader.ts';
import { readLimits, tooLarge, unreadable } from './workbook/read-limits.ts';
import type { Workbook } from './workbook/read-sheet.ts';
import type { WrittenSheet } from './workbook/written-sheet.ts';
import { readXls } from './workbook/xls-reader.ts';
import { readXlsx } from './workbook/xlsx-reader.ts';
import { writeXlsx } from './workbook/xlsx-writer.ts';
import { openZip } from './workbook/zip-reader.ts';

export type { CellRange, Sheet, SheetCell, SheetRow, TextRun, Workbook, WorkbookFormat } from './workbook/read-sheet.ts';
export type { CellStyle, WrittenCell, WrittenSheet, WrittenValue } from './workbook/written-sheet.ts';
export { columnName } from './workbook/cell-address.ts';
export { dateOfSerial } from './workbook/serial-date.ts';
export { headerStyle } from './workbook/written-sheet.ts';

/**
 * The bytes of an .xlsx file. Text that begins with `=`, `+`, `-` or `@` stays text, also when somebody edits the cell in Excel; nothing
 * that is written is a formula.
 */
export const writeWorkbook = (sheets: readonly WrittenSheet[]): Uint8Array => writeXlsx(sheets);

const startsWith = (bytes: Buffer, ...codes: readonly number[]): boolean => codes.every((code, index) => bytes[index] === code);

const isOpenDocument = (bytes: Buffer): boolean => openZip(bytes).names.includes('content.xml');

/** A number that points out of a damaged file is damage. */
const guarded = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw error instanceof RangeError ? unreadable() : error;
  }
};

/**
 * Reads a spreadsheet by what it is, whatever its name says. Fails with `spreadsheet-unreadable` (broken or something else),
 * `spreadsheet-too-large` (also for archives that unpack to far more than they seem) or `spreadsheet-encrypted`.
 */
export const readWorkbook = (bytes: Buffer): Workbook => {
  if (bytes.length > readLimits.file) throw tooLarge('file');
  return guarded(() => {
    if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { format: 'xls', sheets: readXls(bytes) };
    if (!startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return { format: 'csv', sheets: readCsv(bytes) };
    return isOpenDocument(bytes) ? { format: 'ods', sheets: readOds(bytes) } : { format: 'xlsx', sheets: readXlsx(bytes) };
  });
};
