import { findUnitById } from '#shared/catalogue/units.ts';
import type { ImportInput, ImportSheet, MappingDefinition, SheetChoice } from '#shared/contract/import-methods.ts';
import { judgeEncoding, toGrid, type EncodingVerdict, type FileSheet } from '#shared/import/encoding.ts';
import { headerKey } from '#shared/import/find-header.ts';
import { lineOf, type Grid } from '#shared/import/grid.ts';
import { splitTables } from '#shared/import/split-tables.ts';
import { readTable, type Table, type TableChoice } from '#shared/import/table.ts';
import { importWords } from '#shared/text/import-words.vi.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { failure } from '#engine/failure.ts';
import { columnName, type Workbook } from '#engine/workbook.ts';
import { accountCells } from './account-cells.ts';
import { definitionOf } from './mapping.ts';

/** A sheet with what was understood of it; `table` is absent where its rows are not taken in. */
export type OpenSheet = {
  readonly index: number;
  /** Name to show; further tables of a sheet are numbered in it. */
  readonly name: string;
  readonly source: FileSheet;
  readonly grid: Grid;
  readonly verdict: EncodingVerdict;
  readonly table: Table | undefined;
  readonly communeId: string | null;
  readonly reason: string | null;
};

const isEmpty = (grid: Grid): boolean => grid.rows.length === 0;

/** Columns that a mapping names by the words of their heads. */
const mappedColumns = (table: Table, mapping: MappingDefinition): NonNullable<TableChoice['columns']> =>
  Object.fromEntries(
    table.header.paths.flatMap((path, column) => {
      const target = path.length === 0 ? undefined : mapping.columns[headerKey(path)];
      return target === undefined ? [] : [[column, target] as const];
    }),
  );

const understand = (
  grid: Grid,
  input: ImportInput,
  choice: SheetChoice,
  mapping: MappingDefinition | undefined,
): Table | undefined => {
  const base: TableChoice = { kind: choice.kind ?? input.kind ?? mapping?.kind, headerRows: choice.headerRows };
  const first = readTable(grid, base);
  if (first === undefined || (mapping === undefined && choice.columns === undefined)) return first;
  const columns = { ...(mapping === undefined ? {} : mappedColumns(first, mapping)), ...choice.columns };
  return readTable(grid, { ...base, columns });
};

const whole = (text: string, name: string): boolean => ` ${text} `.includes(` ${name} `);

/** The one commune of the office that title lines or the sheet's name speak of; a name within a longer one does not count. */
const communeOfTitle = (grid: Grid, table: Table | undefined, communeIds: readonly string[]): string | null => {
  const lines = [grid.name, ...(table?.titleRows ?? []).flatMap((row) => row.cells.map(lineOf))];
  const text = lines.map((line) => fold(line).replace(/[^\p{L}\d]+/gu, ' ')).join(' | ');
  const named = communeIds
    .map((id) => ({ id, name: fold(findUnitById(id)?.name ?? '').replace(/[^\p{L}\d]+/gu, ' ') }))
    .filter(({ name }) => name !== '' && whole(text.replaceAll('|', ' '), name));
  const longest = named.filter(({ name }) => !named.some((other) => other.name !== name && whole(other.name, name)));
  return longest.length === 1 ? (longest[0]?.id ?? null) : null;
};

/** Why a sheet's rows are not taken in, or `null`. */
const reasonOf = (source: FileSheet, grid: Grid, isChosen: boolean, table: Table | undefined): string | null => {
  if (isEmpty(grid)) return 'empty';
  if (!isChosen) return source.hidden ? 'hidden' : 'not-chosen';
  return table === undefined ? 'no-table' : null;
};

/** Understands every sheet of a workbook. Fails with `spreadsheet-sheet-missing`. */
export const openSheets = (
  workbook: Workbook,
  input: ImportInput,
  mapping: MappingDefinition | undefined,
  communeIds: readonly string[],
): readonly OpenSheet[] => {
  if (input.sheet !== undefined && !workbook.sheets.some((sheet) => sheet.name === input.sheet))
    throw failure('spreadsheet-sheet-missing');
  let further = workbook.sheets.length;
  const open = workbook.sheets.flatMap((source, place): readonly OpenSheet[] => {
    const first = input.sheets[String(place)] ?? {};
    const verdict = judgeEncoding(source, first.encoding ?? input.encoding ?? mapping?.encoding);
    const whole = toGrid(source, verdict);
    const isNamed = input.sheet === undefined ? undefined : source.name === input.sheet;
    const grids = first.headerRows === undefined ? splitTables(whole) : [whole];
    let communeId: string | null = null;
    return grids.map((grid, number): OpenSheet => {
      const index = number === 0 ? place : further++;
      const choice = input.sheets[String(index)] ?? {};
      const name = number === 0 ? grid.name : importWords.furtherTable(grid.name, number + 1);
      const isChosen = isNamed ?? choice.use ?? !source.hidden;
      const found = isChosen && !isEmpty(grid) ? understand(grid, input, choice, mapping) : undefined;
      communeId = choice.communeId ?? input.communeId ?? communeOfTitle(grid, found, communeIds) ?? communeId;
      return { index, name, source, grid, verdict, table: found, communeId, reason: reasonOf(source, grid, isChosen, found) };
    });
  });
  return open.toSorted((a, b) => a.index - b.index);
};

/** Refuses a workbook of which nothing would be taken in. Fails with `spreadsheet-no-table`. */
export const checkTables = (sheets: readonly OpenSheet[]): void => {
  if (sheets.every((sheet) => sheet.table === undefined)) throw failure('spreadsheet-no-table');
};

const sampleCount = 5;

const encodingSamples = (sheet: OpenSheet): ImportSheet['encoding']['samples'] => {
  if (sheet.verdict.reason === 'none') return [];
  const grid = new Map(sheet.grid.rows.map((row) => [row.index, row]));
  const samples = new Map<string, string>();
  for (const { index, cells } of sheet.source.rows) {
    if (samples.size >= sampleCount) break;
    for (const [column, cell] of cells.entries()) {
      const after = lineOf(grid.get(index)?.cells[column]);
      const before = cell?.kind === 'text' ? cell.text.trim() : '';
      if (before !== '' && after !== '' && before.normalize('NFC') !== after && samples.size < sampleCount)
        samples.set(before, after);
    }
  }
  return [...samples].map(([before, after]) => ({ before, after }));
};

/** A sheet as callers see it. */
export const sheetViewOf = (sheet: OpenSheet): ImportSheet => {
  const { table, verdict } = sheet;
  const below = sheet.grid.rows.filter((row) => table !== undefined && row.index > table.header.last);
  return {
    index: sheet.index,
    name: sheet.name,
    hidden: sheet.source.hidden,
    used: table !== undefined,
    reason: sheet.reason,
    kind: table?.kind ?? null,
    communeId: sheet.communeId,
    communeName: sheet.communeId === null ? '' : (findUnitById(sheet.communeId)?.fullName ?? ''),
    encoding: { ...verdict, samples: encodingSamples(sheet) },
    headerRows: table === undefined ? null : { first: table.header.first + 1, last: table.header.last + 1 },
    columns: (table?.columns ?? []).map(({ target, confidence }, column) => {
      const filled = below.filter((row) => row.cells[column] !== undefined);
      return {
        column,
        letter: columnName(column),
        hidden: (sheet.source.hiddenColumns ?? []).some(([from, to]) => from <= column && column <= to),
        header: [...(table?.header.paths[column] ?? [])],
        target,
        confidence,
        samples: filled.slice(0, sampleCount).map((row) => lineOf(row.cells[column])),
        filled: filled.length,
      };
    }),
    definition: table === undefined ? null : definitionOf(table, verdict.reason === 'chosen' ? verdict.encoding : undefined),
    cells: accountCells(sheet.grid, table),
  };
};
