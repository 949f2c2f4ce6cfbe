import { textOf, type ExpectedRecord, type MadeFile, type MadeRow, type MadeSheet } from './model.ts';

/** Fields that a column fills, as the people who typed the list understand it. */
const filled: Readonly<Record<string, readonly string[]>> = {
  familyName: ['fullName'],
  givenName: ['fullName'],
  'birthDate:male': ['birthDate', 'sex'],
  'birthDate:female': ['birthDate', 'sex'],
  commune: ['communeId'],
  residentialUnit: ['residentialUnitId'],
  teamName: ['teamId'],
  decisionNumber: ['decisionId'],
  decisionDate: ['decisionId'],
};

const named: Readonly<Record<string, string>> = {
  communeId: 'commune',
  residentialUnitId: 'residentialUnit',
  teamId: 'team',
  decisionId: 'decision',
};

/** What became of one field of a record: its value, or the issues that name it. Neither is a loss. */
export const fateOf = (record: ExpectedRecord, field: string, target: string): string => {
  const value = record.values[field] ?? (named[field] === undefined ? undefined : record.belongs[named[field]]) ?? undefined;
  const issues = record.issues
    .filter((issue) => issue.endsWith(` ${field}`) || issue.endsWith(` ${target}`))
    .map((issue) => `!${issue.split(' ')[0] ?? ''}`);
  return [...(value === undefined ? [] : [`${field}=${JSON.stringify(value)}`]), ...issues].join(' ');
};

const fieldsOf = (target: string): readonly string[] =>
  filled[target] ?? [target.startsWith('mark:') ? target.slice(5, target.indexOf('=')) : target];

/** What becomes of a value in a row: its part in each of the row's records. */
export const accountOf = (records: readonly ExpectedRecord[], fields: readonly string[], target: string): string =>
  records.map((record) => fields.map((field) => fateOf(record, field, target)).join('; ')).join(' | ');

const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : String.fromCharCode(64 + Math.floor(column / 26), 65 + (column % 26));

const cellsOf = (
  row: MadeRow,
  number: number,
  columns: readonly (string | null)[],
  range: readonly [number, number],
): readonly (readonly [string, string])[] =>
  row.cells.flatMap((cell, column) => {
    if (textOf(cell).trim() === '' || column < range[0] || column >= range[1]) return [];
    const target = columns[column] ?? null;
    const records = row.records.slice(range[0] > 0 ? 1 : 0, range[1] < 99 ? 1 : undefined);
    const fate =
      row.role !== 'data'
        ? row.role
        : target === null
          ? 'unknown-column'
          : target === 'index'
            ? 'index'
            : accountOf(records, fieldsOf(target), target);
    return [[`${letterOf(column)}${number}`, fate] as const];
  });

export type ExpectedSheet = {
  readonly name: string;
  readonly kind: string | null;
  readonly commune: string;
  readonly columns: Readonly<Record<string, string | null>>;
  readonly cells: Readonly<Record<string, string>>;
  readonly rows: readonly (ExpectedRecord & { readonly row: number })[];
};

type Part = {
  readonly sheet: Pick<MadeSheet, 'kind' | 'commune' | 'columns'>;
  readonly name: string;
  readonly rows: readonly (readonly [MadeRow, number])[];
  readonly range: readonly [number, number];
  readonly width: number;
};

const expectPart = ({ sheet, name, rows, range, width }: Part): ExpectedSheet => ({
  name,
  kind: sheet.kind,
  commune: sheet.commune,
  columns: Object.fromEntries(
    Array.from({ length: Math.max(sheet.columns.length, range[1] < 99 ? width : 0) }, (_, column) => [
      letterOf(column),
      column < range[0] || column >= range[1] ? null : (sheet.columns[column] ?? null),
    ]),
  ),
  cells: Object.fromEntries(rows.flatMap(([row, number]) => cellsOf(row, number, sheet.columns, range))),
  rows: rows.flatMap(([row, number]) =>
    row.records.slice(range[0] > 0 ? 1 : 0, range[1] < 99 ? 1 : undefined).map((record) => ({ row: number, ...record })),
  ),
});

const partsOf = (sheet: MadeSheet): readonly Part[] => {
  const rows = sheet.rows.map((row, index) => [row, index + 1] as const);
  const { further } = sheet;
  const width = Math.max(0, ...sheet.rows.map((row) => row.cells.length));
  if (further === undefined) return [{ sheet, name: sheet.name, rows, range: [0, 99], width }];
  const { fromRow, fromColumn } = further;
  const next = `${sheet.name} (bảng 2)`;
  if (fromRow !== undefined)
    return [
      { sheet, name: sheet.name, rows: rows.filter(([, number]) => number < fromRow), range: [0, 99], width },
      { sheet: further, name: next, rows: rows.filter(([, number]) => number >= fromRow), range: [0, 99], width },
    ];
  return [
    { sheet, name: sheet.name, rows, range: [0, fromColumn ?? 99], width },
    { sheet: further, name: next, rows, range: [fromColumn ?? 99, 100], width },
  ];
};

/** What the import is to make of a file: every cell of every sheet, and every record whole. Made of what was typed, not of what is read. */
export const expectationOf = (file: MadeFile) => {
  const parts = file.sheets.map(partsOf);
  return {
    trouble: file.trouble,
    maker: file.maker,
    input: file.input ?? {},
    sheets: [...parts.flatMap((part) => part.slice(0, 1)), ...parts.flatMap((part) => part.slice(1))].map(expectPart),
  };
};
export type Expectation = ReturnType<typeof expectationOf>;
