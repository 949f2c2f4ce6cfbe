import { toneKey } from '#shared/text/vietnamese.ts';
import { lineOf, type Grid, type GridRow } from './grid.ts';
import { guessTarget, type HeaderGuess } from './header-words.ts';

/** The head of a table: its rows, counted from 0, and the words above each column, outermost first. */
export type Header = {
  readonly first: number;
  readonly last: number;
  readonly paths: readonly (readonly string[])[];
  readonly guesses: readonly (HeaderGuess | undefined)[];
};

const searchedRows = 60;
const tallest = 3;
const longestHead = 120;

type Lookup = (row: number, column: number) => string;

/** Text of a cell; cells covered by a merged one have its text. */
const lookupOf = (grid: Grid, rows: ReadonlyMap<number, GridRow>): Lookup => {
  const covering = (row: number, column: number) =>
    grid.merges.find((range) => range.top <= row && row <= range.bottom && range.left <= column && column <= range.right);
  return (row, column) => {
    const own = lineOf(rows.get(row)?.cells[column]);
    if (own !== '') return own;
    const merge = covering(row, column);
    return merge ? lineOf(rows.get(merge.top)?.cells[merge.left]) : '';
  };
};

/** Heads without merged cells: an empty cell above a filled one belongs to the head on its left. */
const parentOf = (text: Lookup, row: number, below: number, column: number): string => {
  for (let at = column; at >= 0; at -= 1) {
    const found = text(row, at);
    if (found !== '') return found;
    if (text(below, at) === '') return '';
  }
  return '';
};

const pathOf = (text: Lookup, first: number, last: number, column: number): readonly string[] => {
  const words: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const own = text(row, column);
    const word = own === '' && row < last && text(last, column) !== '' ? parentOf(text, row, last, column) : own;
    if (word !== '' && word !== words.at(-1)) words.push(word);
  }
  return words;
};

const mayBeHead = (row: GridRow | undefined): boolean =>
  row === undefined || row.cells.every((cell) => cell === undefined || (cell.kind === 'text' && cell.text.length <= longestHead));

const names = new Set(['fullName', 'givenName', 'teamName', 'residentialUnit']);

const worth = (guesses: readonly (HeaderGuess | undefined)[]): number => {
  const targets = new Set(guesses.flatMap((guess) => (guess ? [guess.target] : [])));
  const hasName = [...targets].some((target) => names.has(target));
  return hasName && targets.size >= 2 ? targets.size : 0;
};

/**
 * Finds the head of a sheet's table: one to three rows, title lines above it left aside. Absent where no rows look like one; then a
 * person says where it is.
 */
export const findHeader = (grid: Grid): Header | undefined => {
  const rows = new Map(grid.rows.map((row) => [row.index, row]));
  const text = lookupOf(grid, rows);
  const width = Math.max(0, ...grid.rows.slice(0, searchedRows).map((row) => row.cells.length));
  let best: { readonly header: Header; readonly worth: number } | undefined;
  for (const { index: first } of grid.rows.slice(0, searchedRows)) {
    if (isInsideMerge(grid, first)) continue;
    for (let last = first; last < first + tallest; last += 1) {
      if (!mayBeHead(rows.get(last)) || (last > first && rows.get(last) === undefined)) break;
      const header = describeHeader(text, first, last, width);
      const value = worth(header.guesses) - (last - first) * 0.5 - first * 0.001;
      if (value > 1 && (best === undefined || value > best.worth)) best = { header, worth: value };
    }
  }
  return best?.header;
};

/** A row that cells of the row above reach into is no first row of a head. */
const isInsideMerge = (grid: Grid, row: number): boolean => grid.merges.some((range) => range.top < row && row <= range.bottom);

const describeHeader = (text: Lookup, first: number, last: number, width: number): Header => {
  const paths = Array.from({ length: width }, (_, column) => pathOf(text, first, last, column));
  return { first, last, paths, guesses: paths.map((path) => (path.length === 0 ? undefined : guessTarget(path))) };
};

/** The head that a person or a mapping says to be in these rows, counted from 0. */
export const headerAt = (grid: Grid, first: number, last: number): Header => {
  const rows = new Map(grid.rows.map((row) => [row.index, row]));
  const width = Math.max(0, ...grid.rows.map((row) => row.cells.length));
  return describeHeader(lookupOf(grid, rows), first, last, width);
};

/** The words of a column's head as one key, by which a saved mapping finds the column again. */
export const headerKey = (path: readonly string[]): string => path.map((word) => toneKey(word)).join(' > ');
