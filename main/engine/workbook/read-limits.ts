import { failure, type EngineFailure } from '#engine/failure.ts';

/** Bounds of what is read: far above what offices have (20,000 rows), far below what fills a PC's memory. */
export const readLimits = {
  /** Bytes of the file. */
  file: 40_000_000,
  /** Bytes of all parts of a zip archive together, unpacked. */
  unpacked: 400_000_000,
  sheets: 500,
  rows: 100_000,
  columns: 500,
  /** Cells that hold something, in all sheets together. */
  cells: 3_000_000,
  /** Texts of an .xlsx file that cells name by number. */
  strings: 1_000_000,
  /** Characters of one text: Excel's own bound. */
  text: 32_767,
} as const;

export const unreadable = (): EngineFailure => failure('spreadsheet-unreadable');

export const tooLarge = (what: 'file' | 'rows' | 'columns' | 'cells' | 'sheets' | 'text'): EngineFailure =>
  failure('spreadsheet-too-large', { what, limit: readLimits[what] });

/** Counts cells over all sheets of a workbook. Fails with `spreadsheet-too-large`. */
export type CellCounter = (row: number, column: number) => void;

export const createCellCounter = (): CellCounter => {
  let count = 0;
  return (row, column) => {
    count += 1;
    if (row >= readLimits.rows) throw tooLarge('rows');
    if (column >= readLimits.columns) throw tooLarge('columns');
    if (count > readLimits.cells) throw tooLarge('cells');
  };
};

/** Fails with `spreadsheet-too-large` for a text longer than a cell can hold. */
export const checkedText = (text: string): string => {
  if (text.length > readLimits.text) throw tooLarge('text');
  return text;
};
