import { failure } from './failure.ts';
import { readLimits, tooLarge, unreadable } from './workbook/read-limits.ts';
import type { Workbook } from './workbook/read-sheet.ts';
import type { WrittenSheet } from './workbook/written-sheet.ts';
import { readXlsx } from './workbook/xlsx-reader.ts';
import { writeXlsx } from './workbook/xlsx-writer.ts';

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

/**
 * Reads a spreadsheet by what it is, whatever its name says. Fails with `spreadsheet-unreadable` (broken or something else),
 * `spreadsheet-too-large` (also for archives that unpack to far more than they seem) or `spreadsheet-encrypted`.
 */
export const readWorkbook = (bytes: Buffer): Workbook => {
  if (bytes.length > readLimits.file) throw tooLarge('file');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return { format: 'xlsx', sheets: readXlsx(bytes) };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw failure('spreadsheet-encrypted');
  throw unreadable();
};
