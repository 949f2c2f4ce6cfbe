import { isDitto } from './code-words.ts';
import { isSticky, markOf, type ColumnTarget } from './column-target.ts';
import { lineOf, type GridCell, type GridRow } from './grid.ts';
import { readPlace, type Place } from './place.ts';
import { habitOf } from './read-date.ts';
import { splitNames } from './read-name.ts';
import { readRecord, type ReadRecord, type RowCells } from './read-record.ts';
import type { RowIssue } from './row-issue.ts';
import { headingOf } from './row-role.ts';
import type { Table } from './table.ts';

/** A record read from a row. Several people in one row are several parts of it. */
export type ReadRow = ReadRecord & {
  /** Row of the sheet, from 1. */
  readonly row: number;
  /** From 1. */
  readonly part: number;
  /** What the file says for a target, before anything was corrected. */
  readonly writtenFor: (target: string) => string;
};

export type ReadOptions = {
  /** Today at the office, `YYYY-MM-DD`. */
  readonly today: string;
  /** Texts that a person typed in place of those of the file, by `row:part` and target. */
  readonly corrections: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Texts for every row that has none of its own, by target. */
  readonly defaults: Readonly<Record<string, string>>;
};

type Above = Map<ColumnTarget, GridCell>;

const textCell = (text: string): GridCell => ({ text, kind: 'text', number: null });

/** Cells covered by a cell that is merged over several rows have its content. */
const coverOf = (table: Table): ((row: number, column: number) => GridCell | undefined) => {
  const rows = new Map(table.grid.rows.map((row) => [row.index, row]));
  const byColumn = new Map<number, Table['grid']['merges'][number][]>();
  for (const merge of table.grid.merges)
    if (merge.bottom > merge.top && merge.top > table.header.last)
      byColumn.set(merge.left, [...(byColumn.get(merge.left) ?? []), merge]);
  return (row, column) => {
    const merge = byColumn.get(column)?.find((range) => range.top < row && row <= range.bottom);
    return merge && rows.get(merge.top)?.cells[column];
  };
};

const dateTargets: Readonly<Partial<Record<ColumnTarget, string>>> = {
  birthDate: 'birthDate',
  'birthDate:male': 'birthDate',
  'birthDate:female': 'birthDate',
  decisionDate: 'decisionDate',
  electedOn: 'electedOn',
  recognizedOn: 'recognizedOn',
  ceasedOn: 'ceasedOn',
  appointedOn: 'appointedOn',
  endedOn: 'endedOn',
  establishedOn: 'establishedOn',
  dissolvedOn: 'dissolvedOn',
  validFrom: 'validFrom',
  validTo: 'validTo',
};

type Habits = ReadonlyMap<number, GridCell['habit']>;

/** How the numbers in each column of dates are meant. */
const habitsOf = ({ columns, body }: Table, today: string): Habits =>
  new Map(
    columns.flatMap(({ target }, column) => {
      const field = target === null ? undefined : dateTargets[target];
      if (field === undefined) return [];
      const cells = body.flatMap(({ row, role }) => (role === 'data' ? [row.cells[column]] : []));
      return [[column, habitOf(cells, field, today)] as const];
    }),
  );

const withHabit = (cell: GridCell | undefined, habit: GridCell['habit']): GridCell | undefined =>
  cell === undefined || habit === undefined ? cell : { ...cell, habit };

const withAbove = (
  table: Table,
  row: GridRow,
  above: Above,
  cover: ReturnType<typeof coverOf>,
  habits: Habits,
): { readonly cells: RowCells; readonly issues: readonly RowIssue[] } => {
  const cells = new Map<ColumnTarget, GridCell>();
  const issues: RowIssue[] = [];
  table.columns.forEach(({ target }, column) => {
    if (target === null) return;
    const own = withHabit(row.cells[column], habits.get(column));
    const before = above.get(target);
    if (own !== undefined && isDitto(own.text)) {
      if (before) cells.set(target, before);
      else issues.push({ code: 'nothing-above', field: target, severity: 'error' });
      return;
    }
    const covering = own === undefined ? cover(row.index, column) : undefined;
    const cell = own ?? covering ?? (isSticky(target) ? before : undefined);
    if (own === undefined && covering === undefined && cell !== undefined)
      issues.push({ code: 'as-above', field: target, severity: 'question' });
    if (cell === undefined) return;
    cells.set(target, cell);
    above.set(target, cell);
  });
  return { cells, issues };
};

/** Targets whose value can hold for all the people of one row. */
const sharedByAll: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'index',
  'teamName',
  'residentialUnit',
  'commune',
  'decisionNumber',
  'decisionDate',
  'decisionIssuer',
  'decisionSigner',
  'electedOn',
  'recognizedOn',
  'ethnicGroup',
]);

/** One row of cells for each of the people named in it; values on as many lines are shared out, others only where that is safe. */
const partsOf = (cells: RowCells): readonly { readonly cells: RowCells; readonly issues: readonly RowIssue[] }[] => {
  const name = cells.get('fullName');
  const names = name?.kind === 'text' ? splitNames(name.text) : [];
  if (names.length < 2) return [{ cells, issues: [] }];
  return names.map((fullName, part) => {
    const issues: RowIssue[] = [
      { code: 'several-people', field: 'fullName', severity: 'question', details: { count: names.length } },
    ];
    const own = [...cells].flatMap(([target, cell]): readonly (readonly [ColumnTarget, GridCell])[] => {
      if (target === 'fullName') return [[target, textCell(fullName)]];
      const lines = cell.text.split(/\n|\s*;\s*/).filter(Boolean);
      if (lines.length === names.length) return [[target, textCell(lines[part] ?? '')]];
      if (sharedByAll.has(target)) return [[target, cell]];
      issues.push({ code: 'several-people-one-value', field: target, severity: 'decision' });
      return [[target, cell]];
    });
    return { cells: new Map(own), issues };
  });
};

const birthColumns = ['birthDate:male', 'birthDate:female'] as const;

/** Where a typed text goes: of a birth in columns Nam and Nữ into the one that is filled, since that column tells the sex too. */
const placeOfText = (cells: RowCells, target: ColumnTarget): ColumnTarget => {
  const filled = target === 'birthDate' ? birthColumns.filter((column) => cells.has(column)) : [];
  return filled.length === 1 && filled[0] !== undefined ? filled[0] : target;
};

/** Other columns that tell the same, and no longer count: crosses of the field, both columns of births. */
const tellsTheSame = (target: ColumnTarget, typed: ColumnTarget): boolean =>
  target !== typed &&
  (markOf(target)?.field === typed || (typed === 'birthDate' && birthColumns.some((column) => column === target)));

const corrected = (cells: RowCells, correction: Readonly<Record<string, string>> | undefined): RowCells => {
  if (correction === undefined) return cells;
  const changed = new Map(cells);
  for (const [field, text] of Object.entries(correction)) {
    const target = placeOfText(cells, field as ColumnTarget);
    for (const other of cells.keys()) if (tellsTheSame(other, target)) changed.delete(other);
    if (text.trim() === '') changed.delete(target);
    else changed.set(target, textCell(text.trim()));
  }
  return changed;
};

const withDefaults = (cells: RowCells, defaults: Readonly<Record<string, string>>): RowCells =>
  new Map([...Object.entries(defaults).map(([target, text]) => [target as ColumnTarget, textCell(text)] as const), ...cells]);

const placeOfTitle = (table: Table): Place =>
  table.titleRows
    .flatMap((row) => row.cells.map((cell) => readPlace(headingOf(lineOf(cell)))))
    .reduce((found, place) => ({ ...found, ...place }), readPlace(table.grid.name));

/**
 * The records of a table in the order of its rows. Headings ("Xã Ea Kly", "Tổ hòa giải thôn 1") hold for the rows below them; a heading of
 * a higher level ends those below it.
 */
export const readRows = (table: Table, options: ReadOptions): readonly ReadRow[] => {
  const cover = coverOf(table);
  const habits = habitsOf(table, options.today);
  const above: Above = new Map();
  let place = placeOfTitle(table);
  return table.body.flatMap(({ row, role }) => {
    if (role === 'group') {
      place = underHeading(
        place,
        readPlace(headingOf(row.cells.map(lineOf).find((text) => readPlace(headingOf(text)) !== noPlace) ?? '')),
      );
      above.clear();
    }
    if (role !== 'data') return [];
    const { cells, issues } = withAbove(table, row, above, cover, habits);
    const parts = partsOf(cells);
    return parts.map((part, index) => {
      const key = `${row.index + 1}:${index + 1}`;
      const correction = options.corrections[key];
      const settled = new Set(Object.keys(correction ?? {}));
      const given = [...hiddenIssues(row), ...issues, ...part.issues].filter(
        (issue) => issue.field === null || !settled.has(issue.field),
      );
      const filled = withDefaults(corrected(part.cells, correction), options.defaults);
      const record = readRecord(table.kind, filled, place, given, options.today);
      const writtenFor = (target: string): string => lineOf(part.cells.get(placeOfText(part.cells, target as ColumnTarget)));
      return { ...record, row: row.index + 1, part: index + 1, writtenFor };
    });
  });
};

/** A hidden row is a row like others, but its reader may not know of it. */
const hiddenIssues = (row: GridRow): readonly RowIssue[] =>
  row.hidden ? [{ code: 'row-hidden', field: null, severity: 'question' }] : [];

const noPlace: Place = readPlace('');

const underHeading = (place: Place, heading: Place): Place => {
  if (heading.communeName !== undefined) return heading;
  if (heading.residentialUnitName !== undefined && heading.teamName === undefined)
    return { ...(place.communeName === undefined ? {} : { communeName: place.communeName }), ...heading };
  return { ...place, ...heading };
};
