/** What a cell holds; its column says how it is shown. A date is `1965`, `1965-05` or `1965-05-04`. */
export type Cell = string | number | null;

export type Column = {
  readonly title: string;
  /** Share of the table's width; shares need not add up to anything. */
  readonly width: number;
  /** `count` has dots between thousands, `year` has none, `money` is in đồng. */
  readonly format?: 'text' | 'count' | 'year' | 'date' | 'money';
  readonly align?: 'left' | 'center' | 'right';
  /** Heading over neighbouring columns that name the same. */
  readonly over?: string;
  /** Citizen numbers and phones: left out of files that are passed on. */
  readonly personalNumber?: boolean;
  /** Left out where no row has anything in it. */
  readonly optional?: boolean;
};

export type Row =
  | { readonly kind: 'row'; readonly cells: readonly Cell[] }
  /** Heads the rows after it; level 0 is the widest group. */
  | { readonly kind: 'group'; readonly level: 0 | 1 | 2; readonly number: string; readonly text: string }
  | { readonly kind: 'total'; readonly label: string; readonly cells: readonly Cell[] };

export type Table = {
  readonly kind: 'table';
  /** Name of the sheet in a workbook. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Height of rows that are written into by hand, in millimetres. */
  readonly rowHeight?: number;
};

export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'line' | 'closing'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | Table;

/** Who signs: by default the office as its settings say. */
export type Signer = { readonly capacity?: string; readonly title: string; readonly note: string; readonly name?: string };

/** A state paper as figures and words, before it becomes a page, a workbook or a text document. */
export type PaperDocument = {
  readonly title: string;
  readonly subject: string;
  /** Under the subject, in italics: "(Kèm theo Tờ trình số ...)". */
  readonly annexNote?: string;
  /** Head at the left instead of the office's own. */
  readonly agency?: { readonly superior: string; readonly issuing: string };
  /** "Kính gửi" of a letter. */
  readonly addressee?: string;
  readonly blocks: readonly Block[];
  readonly recipients: readonly string[];
  /** A second signature at the left, in place of "Nơi nhận". */
  readonly leftSigner?: Signer;
  readonly signer?: Signer;
  readonly landscape: boolean;
  /** What follows the blank number, e.g. `/TTr-PTP`; `null` for papers without a number. */
  readonly numbered: string | null;
  /** Place and date are left to be written by hand. */
  readonly undated?: boolean;
  /** Place of the date line instead of the office's own. */
  readonly placeName?: string;
  /** Less room above and below, so that a form fits its page. */
  readonly compact?: boolean;
};

/** What a report makes: one paper, or several of which each begins on a new page. */
export type BuiltReport = {
  readonly title: string;
  readonly pages: readonly PaperDocument[];
  /** Without extension; no names of people. */
  readonly fileName: string;
  readonly pageNumbers: boolean;
};

/** One paper, with page numbers. */
export const onePaper = (fileName: string, page: PaperDocument): BuiltReport => ({
  title: page.title,
  pages: [page],
  fileName: fileName.replace(/@/g, '_'),
  pageNumbers: true,
});

/** Number of the line; wide enough for the greatest one and, on upright paper, for its title. */
export const orderColumn = (title: string, count: number, isUpright = false): Column => ({
  title,
  width: isUpright ? 8 : count > 999 ? 6 : 5,
  format: 'count',
  align: 'center',
});

const keepColumns = (table: Table, isKept: (column: Column, index: number) => boolean): Table => {
  const kept = table.columns.map(isKept);
  const keep = (cells: readonly Cell[]): readonly Cell[] => cells.filter((_, index) => kept[index] === true);
  return {
    ...table,
    columns: table.columns.filter((_, index) => kept[index] === true),
    rows: table.rows.map((row) => (row.kind === 'group' ? row : { ...row, cells: keep(row.cells) })),
  };
};

/** The table without the columns that are left out of files that are passed on. */
export const withoutPersonalNumbers = (table: Table): Table => keepColumns(table, (column) => column.personalNumber !== true);

/** The table without optional columns in which nothing stands. */
export const withoutEmptyColumns = (table: Table): Table =>
  keepColumns(
    table,
    (column, index) =>
      column.optional !== true ||
      table.rows.some((row) => row.kind === 'row' && row.cells[index] !== null && row.cells[index] !== ''),
  );
