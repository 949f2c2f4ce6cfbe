import type { Issue } from '#shared/domain/record.ts';

export type GridRow = {
  readonly key: number;
  readonly cells: Readonly<Record<string, string>>;
  /** What the last save refused of this row. */
  readonly issues: readonly Issue[];
};

export type GridState = {
  readonly rows: readonly GridRow[];
  readonly past: readonly (readonly GridRow[])[];
  readonly future: readonly (readonly GridRow[])[];
  /** Rows as they were when the cell that has the focus was entered. */
  readonly since: readonly GridRow[] | null;
  readonly nextKey: number;
};

export type GridAction =
  | { readonly do: 'type'; readonly row: number; readonly name: string; readonly text: string }
  /** Leaves a cell: what was typed in it becomes one step of undo, and other cells may be filled from it. */
  | { readonly do: 'leave'; readonly fills?: { readonly row: number; readonly cells: Readonly<Record<string, string>> } }
  | {
      readonly do: 'paste';
      readonly row: number;
      readonly names: readonly string[];
      readonly table: readonly (readonly string[])[];
    }
  /** The same text in one column of several rows, both ends included. */
  | { readonly do: 'fill'; readonly from: number; readonly to: number; readonly name: string; readonly text: string }
  | { readonly do: 'remove'; readonly row: number }
  | { readonly do: 'refused'; readonly issues: ReadonlyMap<number, readonly Issue[]> }
  /** Saved rows go; the rest stays. */
  | { readonly do: 'saved'; readonly keys: ReadonlySet<number> }
  /** Rows of a draft come before what was typed since. */
  | { readonly do: 'take'; readonly cells: readonly GridRow['cells'][] }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' };

const stepsKept = 200;
const spareRows = 12;

export const isBlank = (row: GridRow): boolean => Object.values(row.cells).every((text) => text.trim() === '');

const blankRow = (key: number): GridRow => ({ key, cells: {}, issues: [] });

/** There are always some blank rows after the last filled one. */
const withSpare = (state: GridState): GridState => {
  const filled = state.rows.findLastIndex((row) => !isBlank(row)) + 1;
  const missing = filled + spareRows - state.rows.length;
  if (missing <= 0) return state;
  const added = Array.from({ length: missing }, (_, index) => blankRow(state.nextKey + index));
  return { ...state, rows: [...state.rows, ...added], nextKey: state.nextKey + missing };
};

export const emptyGrid = (): GridState => withSpare({ rows: [], past: [], future: [], since: null, nextKey: 1 });

const step = (state: GridState, rows: readonly GridRow[], before = state.since ?? state.rows): GridState =>
  withSpare({ ...state, rows, past: [...state.past, before].slice(-stepsKept), future: [], since: null });

const setCells = (rows: readonly GridRow[], index: number, cells: Readonly<Record<string, string>>): readonly GridRow[] =>
  rows.map((row, at) =>
    at === index
      ? {
          ...row,
          cells: { ...row.cells, ...cells },
          issues: row.issues.filter((issue) => issue.field !== null && !Object.hasOwn(cells, issue.field)),
        }
      : row,
  );

const paste = (state: GridState, { row, names, table }: Extract<GridAction, { do: 'paste' }>): GridState => {
  const missing = Math.max(0, row + table.length - state.rows.length);
  const grown = [...state.rows, ...Array.from({ length: missing }, (_, index) => blankRow(state.nextKey + index))];
  const rows = table.reduce<readonly GridRow[]>(
    (all, line, offset) =>
      setCells(
        all,
        row + offset,
        Object.fromEntries(line.slice(0, names.length).map((text, column) => [names[column] ?? '', text])),
      ),
    grown,
  );
  return step({ ...state, nextKey: state.nextKey + missing }, rows, state.since ?? state.rows);
};

const turnBack = (state: GridState): GridState => {
  const before = state.past.at(-1);
  return before === undefined
    ? state
    : withSpare({ ...state, rows: before, past: state.past.slice(0, -1), future: [state.rows, ...state.future], since: null });
};

const turnForward = (state: GridState): GridState => {
  const [after, ...future] = state.future;
  return after === undefined
    ? state
    : withSpare({ ...state, rows: after, past: [...state.past, state.rows], future, since: null });
};

/** The rows of the grid under every action; each finished cell, paste and removal is one step that can be taken back. */
export const reduceGrid = (state: GridState, action: GridAction): GridState => {
  switch (action.do) {
    case 'type':
      return withSpare({
        ...state,
        since: state.since ?? state.rows,
        rows: setCells(state.rows, action.row, { [action.name]: action.text }),
      });
    case 'leave': {
      const rows = action.fills ? setCells(state.rows, action.fills.row, action.fills.cells) : state.rows;
      return state.since === null && rows === state.rows ? state : step(state, rows);
    }
    case 'paste':
      return paste(state, action);
    case 'fill': {
      const { from, to, name, text } = action;
      const rows = state.rows.map((row, at) => (at < from || at > to ? row : (setCells([row], 0, { [name]: text })[0] ?? row)));
      return step(state, rows);
    }
    case 'remove':
      return step(
        state,
        state.rows.filter((_, index) => index !== action.row),
      );
    case 'refused':
      return {
        ...state,
        rows: state.rows.map((row) => ({ ...row, issues: action.issues.get(row.key) ?? [] })),
      };
    case 'saved':
      // What is in the books is taken back there, not here.
      return withSpare({
        ...state,
        rows: state.rows.filter((row) => !action.keys.has(row.key)),
        past: [],
        future: [],
        since: null,
      });
    case 'take': {
      const rows = action.cells.map((cells, index) => ({ ...blankRow(state.nextKey + index), cells }));
      return step({ ...state, nextKey: state.nextKey + rows.length }, [...rows, ...state.rows.filter((row) => !isBlank(row))]);
    }
    case 'undo':
      return turnBack(state);
    case 'redo':
      return turnForward(state);
  }
};

/** A table as spreadsheets and word processors put it on the clipboard: tabs and lines, cells with line ends in quotes. */
export const readClipboard = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell.replace(/\s+/g, ' ').trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') {
      endCell();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  endCell();
  return rows.filter((row) => row.some((one) => one !== ''));
};
