import type { Issue } from '#shared/domain/record.ts';
import type { Option } from '#renderer/forms/options.ts';
import type { GridColumn } from './grid-columns.ts';
import type { GridRow } from './grid-state.ts';
import { readCell, suggestSex } from './read-cell.ts';

export type OptionsOf = (name: string) => readonly Option[];

/** The closed list of a column, empty where anything may be typed. */
export const codeOptions = (columns: readonly GridColumn[], name: string): readonly Option[] =>
  (columns.find((column) => column.name === name)?.field.codes ?? []).map((entry) => ({ value: entry.code, label: entry.label }));

/** What leaving a cell goes by. */
export type FillRules = {
  readonly columns: readonly GridColumn[];
  readonly nameColumn: string;
  readonly sticky: readonly string[];
  readonly optionsOf: OptionsOf;
  readonly today: string;
};

/** A row as the engine takes it, and what is wrong with it. */
export type ReadRow = { readonly line: Readonly<Record<string, unknown>>; readonly issues: readonly Issue[] };

export const readRow = (row: GridRow, columns: readonly GridColumn[], optionsOf: OptionsOf, today: string): ReadRow => {
  const cells = columns.map((column) => {
    const read = readCell(column.name, column.field, optionsOf(column.name), row.cells[column.name] ?? '', today);
    return [column.name, read] as const;
  });
  return {
    line: Object.fromEntries(cells.flatMap(([name, read]) => (read.ok && read.value !== null ? [[name, read.value]] : []))),
    issues: cells.flatMap(([, read]) => (read.ok ? [] : [read.issue])),
  };
};

/** Every word with a capital where nobody wrote one: "nguyễn thị hoa", "h' hen niê". */
export const withCapitals = (name: string): string =>
  name !== name.toLocaleLowerCase('vi')
    ? name
    : name.replace(/(^|[\s'’ʼ-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'));

const asAbove = /^(?:nt|["”]|-nt-)$/i;

/**
 * What leaving a cell fills: "nt" takes the value above, a text that was understood is written out, and a name brings what is known of
 * its row: sex by the name, the rest as in the row above. Only empty cells are filled.
 */
export const fillsOf = (
  column: GridColumn,
  row: GridRow,
  above: GridRow | undefined,
  { columns, nameColumn, sticky, optionsOf, today }: FillRules,
): Readonly<Record<string, string>> => {
  const typed = row.cells[column.name] ?? '';
  if (asAbove.test(typed.trim())) return { [column.name]: above?.cells[column.name] ?? '' };
  if (typed.trim() === '') return {};
  if (column.name !== nameColumn) {
    const read = readCell(column.name, column.field, optionsOf(column.name), typed, today);
    return read.ok && read.shown !== typed ? { [column.name]: read.shown } : {};
  }
  const name = withCapitals(typed.trim());
  const isBlank = (other: string): boolean => (row.cells[other] ?? '').trim() === '';
  const sex = suggestSex(name);
  const sexLabel = optionsOf('sex').find((option) => option.value === sex)?.label;
  const member = optionsOf('role').find((option) => option.value === 'member')?.label;
  return {
    ...(name === typed ? {} : { [nameColumn]: name }),
    ...(isBlank('sex') && sexLabel !== undefined ? { sex: sexLabel } : {}),
    ...(isBlank('role') && member !== undefined ? { role: member } : {}),
    ...Object.fromEntries(
      columns
        .filter((other) => sticky.includes(other.name) && isBlank(other.name))
        .flatMap((other) => {
          const value = above?.cells[other.name] ?? '';
          return value === '' ? [] : [[other.name, value]];
        }),
    ),
  };
};
