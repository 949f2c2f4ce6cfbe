import { toneKey } from '#shared/text/vietnamese.ts';
import { findHeader, type Header } from './find-header.ts';
import { countCells, lineOf, type Grid, type GridRow } from './grid.ts';
import { guessTarget } from './header-words.ts';

const textsOf = (row: GridRow): readonly string[] => row.cells.flatMap((cell) => (cell === undefined ? [] : [lineOf(cell)]));

/** Share of known words from which a head counts as the same one printed again. */
const sameHead = 0.75;

/** Whether a row below a table is the head of another one: it begins as heads do, names three things, and its words are new. */
const isOtherHead = (row: GridRow, known: ReadonlySet<string>): boolean => {
  const texts = textsOf(row);
  if (texts.length < 3 || row.cells.some((cell) => cell !== undefined && cell.kind !== 'text')) return false;
  const targets = texts.map((text) => guessTarget([text])?.target);
  if (targets[0] !== 'index' && targets[0] !== 'fullName') return false;
  const familiar = texts.filter((text) => known.has(toneKey(text))).length;
  return new Set(targets.filter((target) => target !== undefined)).size >= 3 && familiar < texts.length * sameHead;
};

/** Lines of one cell that stand directly above a head are its title. */
const startOf = (rows: readonly GridRow[], head: number): number => {
  let start = head;
  for (let at = head - 1; at >= 0; at -= 1) {
    const row = rows[at];
    const isTitle =
      row !== undefined && countCells(row) === 1 && row.cells.every((cell) => cell === undefined || cell.kind === 'text');
    if (!isTitle || row.index !== (rows[at + 1]?.index ?? 0) - 1) break;
    start = at;
  }
  return start;
};

const between = (grid: Grid, from: number, to: number): Grid => ({
  ...grid,
  rows: grid.rows.filter((row) => row.index >= from && row.index < to),
  merges: grid.merges.filter((range) => range.top >= from && range.bottom < to),
});

const splitDown = (grid: Grid, header: Header): readonly Grid[] => {
  const known = new Set(header.paths.flat().map(toneKey));
  const head = grid.rows.findIndex((row) => row.index > header.last && isOtherHead(row, known));
  if (head < 0) return [grid];
  const from = grid.rows[startOf(grid.rows, head)]?.index ?? 0;
  if (from <= header.last + 1) return [grid];
  return [between(grid, 0, from), ...splitTables(between(grid, from, Number.MAX_SAFE_INTEGER))];
};

const columnsBetween = (grid: Grid, from: number, to: number): Grid => ({
  ...grid,
  rows: grid.rows
    .map((row) => ({ ...row, cells: row.cells.map((cell, column) => (column >= from && column < to ? cell : undefined)) }))
    .filter((row) => countCells(row) > 0),
  merges: grid.merges.filter((range) => range.left >= from && range.left < to),
});

/** The column in which a second table begins beside the first: numbering and name stand in the head a second time. */
const secondStart = (header: Header): number => {
  const targets = header.guesses.map((guess) => guess?.target);
  const isName = (target: string | undefined): boolean =>
    target === 'fullName' || target === 'teamName' || target === 'familyName';
  const second = targets.indexOf('index', targets.indexOf('index') + 1);
  const isPair = second > 0 && targets.slice(0, second).some(isName) && targets.slice(second).some(isName);
  return isPair ? second : -1;
};

/** The tables of a sheet, each as a sheet of its own: one below the other, or side by side. Rows and columns keep their numbers. */
export const splitTables = (grid: Grid): readonly Grid[] => {
  const header = findHeader(grid);
  if (header === undefined) return [grid];
  const second = secondStart(header);
  if (second < 0) return splitDown(grid, header);
  const right = columnsBetween(grid, second, Number.MAX_SAFE_INTEGER);
  return [...splitDown(columnsBetween(grid, 0, second), header), ...splitTables(right)];
};
