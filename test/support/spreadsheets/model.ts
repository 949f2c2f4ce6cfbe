/** A cell to be made. `down` and `across` merge it with the cells below and to the right. */
export type MadeCell =
  | string
  | number
  | null
  | {
      readonly text?: string;
      readonly number?: number;
      /** `YYYY-MM-DD`, made as a date. */
      readonly date?: string;
      /** OpenFormula without its sign: `[.A1]&" "&[.B1]`; `text` or `number` is what it comes to. */
      readonly formula?: string;
      readonly font?: string;
      /** Number format: `@` for text, zeros for a fixed width. */
      readonly format?: string;
      readonly across?: number;
      readonly down?: number;
      /** Pieces in fonts of their own. */
      readonly runs?: readonly { readonly text: string; readonly font: string }[];
    };

/** What the import is to make of one person or thing in a row. */
export type ExpectedRecord = {
  readonly outcome: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly belongs: Readonly<Record<string, unknown>>;
  /** `code field` each. */
  readonly issues: readonly string[];
};

export type RowRole = 'title' | 'header' | 'numbers' | 'group' | 'subtotal' | 'footer' | 'data' | 'unused';

export type MadeRow = {
  readonly role: RowRole | 'blank';
  readonly cells: readonly MadeCell[];
  readonly records: readonly ExpectedRecord[];
  readonly hidden?: boolean;
};

/** A table; several on one made sheet have the same `sheet`, and their rows follow one another or stand side by side. */
export type MadeSheet = {
  readonly name: string;
  readonly hidden?: boolean;
  readonly kind: string | null;
  /** Name of the commune that the program should find for the sheet. */
  readonly commune: string;
  /** What each column holds; `null` is a column the program does not know. */
  readonly columns: readonly (string | null)[];
  readonly rows: readonly MadeRow[];
  readonly hiddenColumns?: readonly number[];
  /** Further tables that the program should find: from the row (from 1) or column (from 0) on, with columns of their own. */
  readonly further?: {
    readonly fromRow?: number;
    readonly fromColumn?: number;
    readonly kind: string;
    readonly commune: string;
    readonly columns: readonly (string | null)[];
  };
};

export type Maker = 'libreoffice' | 'openpyxl' | 'xlwt' | 'own' | 'text';

export type MadeFile = {
  readonly name: string;
  readonly format: 'xlsx' | 'xls' | 'ods' | 'csv';
  readonly maker: Maker;
  /** What is hard about the file, in a few words. */
  readonly trouble: string;
  readonly sheets: readonly MadeSheet[];
  /** Answers and corrections given to the import. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** Of text files. */
  readonly encoding?: 'utf8' | 'utf8-bom' | 'utf16' | 'windows-1258' | 'latin1';
  readonly separator?: ',' | ';' | '\t';
};

const made =
  (role: MadeRow['role']) =>
  (...cells: readonly MadeCell[]): MadeRow => ({ role, cells, records: [] });

export const title = made('title');
export const head = made('header');
export const numbers = made('numbers');
export const group = made('group');
export const subtotal = made('subtotal');
export const footer = made('footer');
export const unused = made('unused');
export const blank: MadeRow = { role: 'blank', cells: [], records: [] };

export const data = (cells: readonly MadeCell[], ...records: readonly ExpectedRecord[]): MadeRow => ({
  role: 'data',
  cells,
  records,
});

const nowhere = { commune: null, residentialUnit: null, team: null, decision: null };

/** A record that comes in as new unless told; `team` and the like go to `belongs`. */
export const record = (
  values: ExpectedRecord['values'],
  belongs: Readonly<Record<string, unknown>> = {},
  issues: readonly string[] = [],
  outcome = 'created',
): ExpectedRecord => ({ outcome, values, belongs: { ...nowhere, ...belongs }, issues });

/** A cell merged over rows below. */
export const down = (text: string, rows: number): MadeCell => ({ text, down: rows });
export const across = (text: string, columns: number): MadeCell => ({ text, across: columns });

/** The text of a cell as a person sees it. */
export const textOf = (cell: MadeCell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  if (cell.runs) return cell.runs.map((run) => run.text).join('');
  return (
    cell.text ??
    cell.date ??
    (cell.number === undefined ? cell.formula : undefined) ??
    (cell.number === undefined ? '' : String(cell.number))
  );
};
