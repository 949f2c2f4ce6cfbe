/** A value to write. Text always stays text: nothing that is written is ever a formula. */
export type WrittenValue = string | number | boolean | null;

/** How a cell looks. Everything left out is plain: 12 points, left, no border. */
export type CellStyle = {
  /** Times New Roman unless told. */
  readonly font?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly border?: boolean;
  /** Background as `RRGGBB`. */
  readonly fill?: string;
  /** Letters as `RRGGBB`. */
  readonly colour?: string;
  /** Number format of the file, e.g. `#,##0`; a date is `dd/mm/yyyy` by itself. */
  readonly format?: string;
};

/** A value alone, or with a look and with the cells to the right and below that it is merged with. */
export type WrittenCell =
  | WrittenValue
  | {
      readonly value: WrittenValue;
      readonly style?: CellStyle;
      readonly columnSpan?: number;
      readonly rowSpan?: number;
    }
  /** A calendar date `YYYY-MM-DD`, written as a date that the program of the reader can count with; before 1900 as text. */
  | { readonly date: string; readonly style?: CellStyle };

export type WrittenSheet = {
  /** Characters that a sheet's name cannot have are left out, a name too long is cut, a repeated one is numbered. */
  readonly name: string;
  /** In characters. */
  readonly columnWidths: readonly number[];
  readonly rows: readonly (readonly WrittenCell[])[];
  /** In points, by row; without one the program of the reader decides. */
  readonly rowHeights?: readonly (number | undefined)[];
  /** Look of cells that bring none. */
  readonly style?: CellStyle;
  /** Rows of the table's head, counted from 1: bold, bordered, centred, wrapped, and repeated on every printed page. */
  readonly headerRows?: { readonly first: number; readonly last: number };
  /** Rows above and including this one stay in sight while scrolling. */
  readonly frozenRows?: number;
  /** Offer Excel's filter on the last header row. */
  readonly filter?: boolean;
  readonly landscape?: boolean;
};

/** Look of a table's head. */
export const headerStyle: CellStyle = { bold: true, align: 'center', wrap: true, border: true, fill: 'E8EEF4' };
