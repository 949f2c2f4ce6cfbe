/** A cell after its old code, if any, was made Unicode. */
export type GridCell = {
  /** One line per line of the cell, each in NFC with single spaces; never empty. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** The number of a number; of a date its serial; else `null`. */
  readonly number: number | null;
  /** In a column of dates, how the numbers of the column are meant, where others of them tell. */
  readonly habit?: 'serial' | 'digits';
};

export type GridRow = {
  /** From 0. */
  readonly index: number;
  readonly hidden: boolean;
  readonly cells: readonly (GridCell | undefined)[];
};

/** Rows and columns from 0, last ones included. */
export type GridRange = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** A sheet in Unicode: rows that hold something, from top to bottom. */
export type Grid = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly GridRow[];
  readonly merges: readonly GridRange[];
};

/** Text of a cell on one line. */
export const lineOf = (cell: GridCell | undefined): string => (cell === undefined ? '' : cell.text.replace(/\s+/g, ' ').trim());

/** Number of cells that hold something. */
export const countCells = (row: GridRow): number => row.cells.filter((cell) => cell !== undefined).length;
