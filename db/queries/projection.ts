import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import type { Field, FieldValue } from '#shared/domain/field.ts';
import { findKind } from '#shared/domain/kinds.ts';
import type { RecordKind, RecordValues } from '#shared/domain/record.ts';
import { removeSearchTexts, searchConditions, writeSearchText, type Condition } from './search-text.ts';
import { nameSortKey, vietnameseSortKey } from '#shared/text/sort-key.ts';
import { fold, toneKey } from '#shared/text/vietnamese.ts';
import { columnOf, tableOf } from './table-name.ts';
import { countGroups, listOrder, type Arrangement, type CountedGroup, type ListColumns } from './list-order.ts';

/** A record as its kind's table shows it. */
export type ProjectionRow = {
  readonly kind: string;
  readonly id: string;
  readonly officeId: string;
  readonly removed: boolean;
  readonly conflictFields: readonly string[];
  readonly values: RecordValues;
};

type Plan = { readonly kind: RecordKind; readonly fields: readonly (readonly [string, Field])[]; readonly sql: string };

const fixedColumns = ['id', 'office_id', 'removed', 'conflict_fields', 'record_title', 'search', 'exact', 'sort_key'] as const;

const planOf = (kind: RecordKind): Plan => {
  const fields = Object.entries(kind.fields);
  const columns = [...fixedColumns, ...fields.map(([name]) => columnOf(name))];
  const updates = columns.slice(1).map((column) => `${column} = excluded.${column}`);
  return {
    kind,
    fields,
    sql: `INSERT INTO ${tableOf(kind.kind)} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
      ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
  };
};

const plans = new Map<string, Plan>();

const getPlan = (name: string): Plan | undefined => {
  const known = plans.get(name);
  if (known) return known;
  const kind = findKind(name);
  if (!kind) return undefined;
  const made = planOf(kind);
  plans.set(name, made);
  return made;
};

/** A value as its column holds it; a value of another shape (from a newer program) is left out of the table, not of the record. */
const storedForm = (field: Field, value: FieldValue | undefined): string | number | null => {
  if (value === null || value === undefined) return null;
  if (field.type === 'boolean') return value === true ? 1 : 0;
  if (field.type === 'integer' || field.type === 'amount') return typeof value === 'number' ? value : null;
  if (field.type === 'codes' || field.type === 'references') return Array.isArray(value) ? JSON.stringify(value) : null;
  return typeof value === 'string' ? value : null;
};

const searchedText = (plan: Plan, values: RecordValues): string =>
  plan.fields
    .filter(([, field]) => field.searched)
    .map(([name]) => values[name])
    .filter((value) => typeof value === 'string')
    .join(' | ');

/** Numbers of equal width, so that thôn 2 comes before thôn 10. */
const countable = (title: string): string => title.replace(/\d+/g, (digits) => digits.padStart(6, '0'));

const sortKeyOf = (values: RecordValues, title: string): string => {
  const { fullName, sortName } = values;
  if (typeof fullName === 'string') return nameSortKey(fullName, typeof sortName === 'string' ? sortName : null);
  const day = values.startsOn ?? values.decidedOn;
  const key = vietnameseSortKey(countable(title));
  return typeof day === 'string' ? `${day} ${key}` : key;
};

/** People are also found by their year of birth, and by their number as a whole. */
const searchTextOf = (values: RecordValues, searched: string): { readonly text: string; readonly whole: string } => {
  const { birthDate, citizenId } = values;
  return {
    text: typeof birthDate === 'string' ? `${searched} ${birthDate.slice(0, 4)}` : searched,
    whole: typeof citizenId === 'string' ? citizenId : '',
  };
};

const wordsKey = (searched: string, { birthDate, citizenId }: RecordValues): string =>
  JSON.stringify([fold(searched), toneKey(searched), birthDate ?? null, citizenId ?? null]);

/** The words of a record as they stand in the search, to leave them where they stay: a rewrite there costs more than all the rest. */
const wordsBefore = (database: ReadableDatabase, kind: string, id: string): string | undefined => {
  const isPerson = kind === 'person';
  const found = database
    .prepare(
      `SELECT search, exact${isPerson ? ', birth_date AS birthDate, citizen_id AS citizenId' : ''} FROM ${tableOf(kind)} WHERE id = ?`,
    )
    .get<{
      readonly search: string;
      readonly exact: string;
      readonly birthDate?: string | null;
      readonly citizenId?: string | null;
    }>(id);
  return found && JSON.stringify([found.search, found.exact, found.birthDate ?? null, found.citizenId ?? null]);
};

/** Brings the table of a record's kind up to date. Records of a kind this program does not know have no table. */
export const writeProjection = (database: WritableDatabase, row: ProjectionRow): void => {
  const plan = getPlan(row.kind);
  if (!plan) return;
  const title = plan.kind.title(row.values);
  const searched = searchedText(plan, row.values);
  const before = wordsBefore(database, row.kind, row.id);
  const words = searchTextOf(row.values, searched);
  database
    .prepare(plan.sql)
    .run(
      row.id,
      row.officeId,
      row.removed ? 1 : 0,
      JSON.stringify(row.conflictFields),
      title,
      fold(searched),
      toneKey(searched),
      sortKeyOf(row.values, title),
      ...plan.fields.map(([name, field]) => storedForm(field, row.values[name])),
    );
  if (before !== wordsKey(searched, row.values)) writeSearchText(database, { kind: row.kind, id: row.id, ...words });
};

const readForm = (field: Field, value: unknown): FieldValue => {
  if (value === null || value === undefined) return null;
  if (field.type === 'boolean') return value === 1;
  if (field.type === 'codes' || field.type === 'references') return JSON.parse(value as string) as readonly string[];
  return value as FieldValue;
};

type StoredRow = Readonly<Record<string, unknown>>;

const valuesOf = (plan: Plan, row: StoredRow): RecordValues => {
  const values: Record<string, FieldValue> = {};
  for (const [name, field] of plan.fields) {
    const value = readForm(field, row[columnOf(name)]);
    if (value !== null) values[name] = value;
  }
  return values;
};

const rowOf = (plan: Plan, row: StoredRow): ProjectionRow & { readonly title: string; readonly sortKey: string } => ({
  kind: plan.kind.kind,
  id: row.id as string,
  officeId: row.office_id as string,
  title: row.record_title as string,
  sortKey: row.sort_key as string,
  removed: row.removed === 1,
  conflictFields: JSON.parse(row.conflict_fields as string) as readonly string[],
  values: valuesOf(plan, row),
});

export type ProjectedRecord = ReturnType<typeof rowOf>;

export type ListFilter = {
  readonly kind: string;
  readonly find?: string | undefined;
  /** Field name and value as text; only described fields. */
  readonly where: Readonly<Record<string, string>>;
  readonly officeId?: string | undefined;
  readonly includeRemoved: boolean;
  readonly conflictsOnly?: boolean;
  readonly limit: number;
  readonly offset: number;
  readonly arrangement?: Arrangement;
};

const sortable = new Set(['date', 'partial-date', 'integer', 'amount', 'boolean']);

const isSortable = (field: Field): boolean => sortable.has(field.type) || (field.codes !== undefined && field.type !== 'codes');

/** What records of a kind can be ordered by (title, dates, numbers, codes, units) and grouped by (units, codes, years of dates). */
export const projectedColumns = (kind: string): ListColumns => {
  const fields = getPlan(kind)?.fields ?? [];
  const units = fields.filter(([, field]) => field.type === 'unit').map(([name]) => [name, columnOf(name)] as const);
  const codes = fields.filter(([, field]) => field.codes !== undefined && field.type !== 'codes');
  const days = fields.filter(([, field]) => field.type === 'date' || field.type === 'partial-date');
  return {
    sorts: {
      title: 'sort_key',
      ...Object.fromEntries(fields.filter(([, field]) => isSortable(field)).map(([name]) => [name, columnOf(name)])),
    },
    unitSorts: { ...Object.fromEntries(units), office: 'office_id' },
    groups: {
      office: { key: 'office_id', unit: 'office_id' },
      ...Object.fromEntries(units.map(([name, column]) => [name, { key: column, unit: column }])),
      ...Object.fromEntries(codes.map(([name]) => [name, { key: columnOf(name) }])),
      ...Object.fromEntries(
        days.map(([name]) => {
          const year = `substr(${columnOf(name)}, 1, 4)`;
          return [`${name} year`, { key: year, order: `${year} DESC` }];
        }),
      ),
    },
  };
};

const asItIs: Arrangement = { sort: [], unitOrder: [] };

const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, (symbol) => `\\${symbol}`)}%`;

/** Order that puts matches with exact tones first. */
export const exactFirst = (column: string, find: string | undefined): Condition => {
  const key = toneKey(find ?? '');
  return key === ''
    ? { sql: 'NULL', parameters: [] }
    : { sql: `CASE WHEN ${column} LIKE ? ESCAPE '\\' THEN 0 ELSE 1 END`, parameters: [likeText(key)] };
};

const whereConditions = (plan: Plan, where: ListFilter['where']): readonly Condition[] =>
  Object.entries(where).map(([name, value]) => {
    const field = plan.kind.fields[name];
    if (!field)
      return name === 'id' ? { sql: `${tableOf(plan.kind.kind)}.id = ?`, parameters: [value] } : { sql: '0', parameters: [] };
    const column = columnOf(name);
    if (value === '') return { sql: `${column} IS NULL`, parameters: [] };
    if (field.type === 'boolean') return { sql: `${column} = ?`, parameters: [value === 'true' ? 1 : 0] };
    if (field.type === 'integer' || field.type === 'amount') return { sql: `${column} = ?`, parameters: [Number(value)] };
    if (field.type === 'codes' || field.type === 'references')
      return { sql: `EXISTS (SELECT 1 FROM json_each(${column}) WHERE json_each.value = ?)`, parameters: [value] };
    return { sql: `${column} = ?`, parameters: [value] };
  });

/** Records of a kind by filter, in Vietnamese order (people by given name), and how many there are in all. */
export const listProjected = (
  database: ReadableDatabase,
  filter: ListFilter,
): { readonly total: number; readonly rows: readonly ProjectedRecord[]; readonly groups: readonly CountedGroup[] } => {
  const plan = getPlan(filter.kind);
  if (!plan) return { total: 0, rows: [], groups: [] };
  const conditions: readonly Condition[] = [
    ...(filter.includeRemoved ? [] : [{ sql: 'removed = 0', parameters: [] }]),
    ...(filter.conflictsOnly === true ? [{ sql: "conflict_fields <> '[]'", parameters: [] }] : []),
    ...(filter.officeId === undefined ? [] : [{ sql: 'office_id = ?', parameters: [filter.officeId] }]),
    ...whereConditions(plan, filter.where),
    ...searchConditions('search', filter.find),
  ];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map((condition) => condition.sql).join(' AND ')}`;
  const parameters = conditions.flatMap((condition) => condition.parameters);
  const order = exactFirst('exact', filter.find);
  const table = tableOf(filter.kind);
  const total =
    database.prepare(`SELECT count(*) AS count FROM ${table} ${where}`).get<{ readonly count: number }>(...parameters)?.count ??
    0;
  const arrangement = filter.arrangement ?? asItIs;
  const columns = projectedColumns(filter.kind);
  const parts = listOrder(columns, arrangement);
  const rows = database
    .prepare(
      `${parts.with} SELECT ${table}.* FROM ${table} ${parts.joins} ${where}
       ORDER BY ${parts.order} ${order.sql}, sort_key, ${table}.id LIMIT ? OFFSET ?`,
    )
    .all<StoredRow>(...parts.withParameters, ...parameters, ...order.parameters, filter.limit, filter.offset);
  return {
    total,
    rows: rows.map((row) => rowOf(plan, row)),
    groups: countGroups(database, columns, arrangement, `FROM ${table}`, where, parameters),
  };
};

/** One record as its table shows it. */
export const findProjected = (database: ReadableDatabase, kind: string, id: string): ProjectedRecord | undefined => {
  const plan = getPlan(kind);
  const row = plan && database.prepare(`SELECT * FROM ${tableOf(kind)} WHERE id = ?`).get<StoredRow>(id);
  return row && rowOf(plan, row);
};

/** Which of the ids are records of a kind that are present, and their office. */
export const officeOfRecord = (database: ReadableDatabase, kind: string, id: string): string | undefined =>
  database.prepare('SELECT office_id FROM record WHERE kind = ? AND id = ?').get<{ readonly office_id: string }>(kind, id)
    ?.office_id;

/** Different values of a text field in an office's records, most frequent first. */
export const listTypedValues = (
  database: ReadableDatabase,
  kind: string,
  field: string,
  officeId: string,
  limit: number,
): readonly string[] => {
  const plan = getPlan(kind);
  if (plan?.kind.fields[field]?.type !== 'text') return [];
  const column = columnOf(field);
  return database
    .prepare(
      `SELECT ${column} AS value FROM ${tableOf(kind)} WHERE removed = 0 AND office_id = ? AND ${column} IS NOT NULL
       GROUP BY ${column} ORDER BY count(*) DESC, ${column} LIMIT ?`,
    )
    .all<{ readonly value: string }>(officeId, limit)
    .map((row) => row.value);
};

/** Removes an office's rows of a kind from its table and from the search; the records themselves are removed afterwards. */
export const removeProjections = (database: WritableDatabase, kind: string, officeId: string): void => {
  if (!getPlan(kind)) return;
  removeSearchTexts(database, kind, officeId);
  database.prepare(`DELETE FROM ${tableOf(kind)} WHERE office_id = ?`).run(officeId);
};
