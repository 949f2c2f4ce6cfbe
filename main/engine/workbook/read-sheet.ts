/** A piece of a text that is drawn in one font. */
export type TextRun = { readonly text: string; readonly font: string | null };

/** A cell that holds something. Text is as the file has it: no trimming, no NFC, since old codes need every character. */
export type SheetCell = {
  /** `error` is a value such as #N/A or a formula whose result the file does not hold. */
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** A date is the serial number of the system that counts from 1900. */
  readonly value: string | number | boolean;
  /** As a person sees it: zeros in front that the number format shows, dates day first, no exponent. */
  readonly text: string;
  /** Number format of the file, or `null` where it is the general one. */
  readonly format: string | null;
  /** Name of the font, or `null` where the file has none (CSV). */
  readonly font: string | null;
  /** Where a text changes its font in the middle. */
  readonly runs: readonly TextRun[] | null;
};

/** Rows and columns from 0, last ones included. */
export type CellRange = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export type SheetRow = {
  /** From 0. */
  readonly index: number;
  readonly hidden: boolean;
  /** By column; empty ones are `undefined`. */
  readonly cells: readonly (SheetCell | undefined)[];
};

export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with at least one cell that holds something, from top to bottom. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly CellRange[];
  /** Columns that the file hides, first and last of each run; absent where there are none. */
  readonly hiddenColumns?: readonly ColumnRun[];
};

/** Columns from 0, last one included. */
export type ColumnRun = readonly [from: number, to: number];

export const hiddenRuns = (runs: readonly ColumnRun[]): Pick<Sheet, 'hiddenColumns'> =>
  runs.length === 0 ? {} : { hiddenColumns: runs };

export type WorkbookFormat = 'xlsx' | 'xls' | 'ods' | 'csv';

export type Workbook = { readonly format: WorkbookFormat; readonly sheets: readonly Sheet[] };
