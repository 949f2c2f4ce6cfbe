import type { ReadableDatabase } from '#db/open.ts';

type Parameters = readonly (string | number)[];

/** How a list is to stand. `unitOrder` are ids of administrative units in the order of their names. */
export type Arrangement = {
  readonly sort: readonly { readonly by: string; readonly descending: boolean }[];
  readonly groupBy?: string | undefined;
  readonly unitOrder: readonly string[];
};

type GroupColumn = {
  /** SQL of what the rows of a group share. */
  readonly key: string;
  /** SQL of its name; without it the key names it. */
  readonly label?: string;
  /** SQL of the administrative unit it is or lies in, which orders it first. */
  readonly unit?: string;
  /** SQL that orders groups of one unit; a year is ordered downwards. */
  readonly order?: string;
};

/** What a list can be ordered and grouped by: names of its columns and their SQL. */
export type ListColumns = {
  readonly sorts: Readonly<Record<string, string>>;
  /** Columns with ids of administrative units: ordered by the units' names. */
  readonly unitSorts: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, GroupColumn>>;
};

/** A group as counted: `unitId` is the unit it is or lies in. */
export type CountedGroup = {
  readonly key: string | null;
  readonly label: string | null;
  readonly unitId: string | null;
  readonly count: number;
};

type ListOrder = {
  /** Goes before SELECT. */
  readonly with: string;
  readonly withParameters: Parameters;
  /** Goes behind FROM. */
  readonly joins: string;
  /** Goes in front of the list's own order; empty or ends with a comma. */
  readonly order: string;
};

/** Whether a list knows every column that an arrangement names. */
export const knowsArrangement = (columns: ListColumns, { sort, groupBy }: Omit<Arrangement, 'unitOrder'>): boolean =>
  sort.every(({ by }) => Object.hasOwn(columns.sorts, by) || Object.hasOwn(columns.unitSorts, by)) &&
  (groupBy === undefined || Object.hasOwn(columns.groups, groupBy));

const emptyLast = (sql: string, descending: boolean): string =>
  `(${sql} IS NULL OR ${sql} = ''), ${sql}${descending ? ' DESC' : ''}`;

const groupOrder = (group: GroupColumn): string =>
  [
    `${group.key} IS NULL`,
    ...(group.unit === undefined ? [] : ['group_rank.place IS NULL', 'group_rank.place']),
    group.order ?? group.key,
    group.key,
  ].join(', ');

/** The parts of a statement that bring its rows into the order asked for. */
export const listOrder = (columns: ListColumns, { sort, groupBy, unitOrder }: Arrangement): ListOrder => {
  if (sort.length === 0 && groupBy === undefined) return { with: '', withParameters: [], joins: '', order: '' };
  const group = groupBy === undefined ? undefined : columns.groups[groupBy];
  const joins = [
    ...(group?.unit === undefined ? [] : [`LEFT JOIN unit_rank group_rank ON group_rank.id = ${group.unit}`]),
    ...sort.flatMap(({ by }, index) => {
      const unit = columns.unitSorts[by];
      return unit === undefined ? [] : [`LEFT JOIN unit_rank rank_${index} ON rank_${index}.id = ${unit}`];
    }),
  ];
  const orders = [
    ...(group === undefined ? [] : [groupOrder(group)]),
    ...sort.map(({ by, descending }, index) => {
      const sql = columns.unitSorts[by] === undefined ? columns.sorts[by] : `rank_${index}.place`;
      if (sql === undefined) throw new Error(`no column ${by}`);
      return emptyLast(sql, descending);
    }),
  ];
  return {
    with: 'WITH unit_rank AS MATERIALIZED (SELECT value AS id, key AS place FROM json_each(?))',
    withParameters: [JSON.stringify(unitOrder)],
    joins: joins.join(' '),
    order: `${orders.join(', ')},`,
  };
};

/** All groups of a list in their order, with their sizes. `source` is FROM with its joins, `where` begins with WHERE. */
export const countGroups = (
  database: ReadableDatabase,
  columns: ListColumns,
  arrangement: Arrangement,
  source: string,
  where: string,
  parameters: Parameters,
): readonly CountedGroup[] => {
  const group = arrangement.groupBy === undefined ? undefined : columns.groups[arrangement.groupBy];
  if (group === undefined) return [];
  const parts = listOrder(columns, { ...arrangement, sort: [] });
  return database
    .prepare(
      `${parts.with} SELECT CAST(${group.key} AS TEXT) AS key, ${group.label ?? 'NULL'} AS label, ${group.unit ?? 'NULL'} AS unitId,
         count(*) AS count
       ${source} ${parts.joins} ${where} GROUP BY ${group.key} ORDER BY ${groupOrder(group)}`,
    )
    .all<CountedGroup>(...parts.withParameters, ...parameters);
};
