import { administrativeUnits } from '#shared/catalogue/units.ts';
import { knowsArrangement, type Arrangement, type CountedGroup, type ListColumns } from '#db/queries/list-order.ts';
import type { ListSort, RowGroup } from '#shared/contract/page.ts';
import { vietnameseSortKey } from '#shared/text/sort-key.ts';
import { unitNameOf } from './communes.ts';
import { failure } from './failure.ts';

type Asked = { readonly sort: readonly ListSort[]; readonly groupBy?: string | undefined };

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Ids of all administrative units in the order of their names, as lists show them. */
const unitOrder: readonly string[] = administrativeUnits
  .map((unit) => ({ id: unit.id, key: vietnameseSortKey(unit.fullName) }))
  .sort(byKey)
  .map((unit) => unit.id);

/** How the database is to order a list. Fails with `usage-wrong` for a column that the list does not have. */
export const arrangementOf = (columns: ListColumns, { sort, groupBy }: Asked): Arrangement => {
  if (!knowsArrangement(columns, { sort, groupBy }))
    throw failure('usage-wrong', { reason: [...sort.map(({ by }) => by), groupBy ?? ''].join(' ').trim() });
  return { sort, groupBy, unitOrder };
};

/** Groups as windows name them: a team with its commune. */
export const groupsOf = (groups: readonly CountedGroup[]): RowGroup[] =>
  groups.map(({ key, label, unitId, count }) => ({
    key,
    label: [label ?? (unitId === key ? '' : (key ?? '')), unitNameOf(unitId)].filter((part) => part !== '').join(' · '),
    count,
  }));

type Value = string | number | null;

/** What a list held in memory can be ordered and grouped by. Texts are compared in Vietnamese order, `keys` (dates, sort keys) as they are. */
export type MemoryColumns<Row> = {
  readonly texts?: Readonly<Record<string, (row: Row) => string | null>>;
  readonly keys?: Readonly<Record<string, (row: Row) => Value>>;
  readonly groups: Readonly<Record<string, MemoryGroup<Row>>>;
};

type MemoryGroup<Row> = {
  readonly key: (row: Row) => string | null;
  readonly label: (row: Row) => string;
  readonly descending?: boolean;
};

const isEmpty = (value: Value): boolean => value === null || value === '';

const compare = (a: Value, b: Value, descending: boolean): number => {
  if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : a === b ? 0 : 1;
  return descending ? -order : order;
};

const sorterOf = <Row>(columns: MemoryColumns<Row>, by: string): ((row: Row) => Value) => {
  const text = columns.texts?.[by];
  if (text)
    return (row) => {
      const value = text(row);
      return value === null ? null : vietnameseSortKey(value.replace(/\d+/g, (digits) => digits.padStart(6, '0')));
    };
  const key = columns.keys?.[by];
  if (!key) throw failure('usage-wrong', { reason: by });
  return key;
};

const arranged = <Row>(rows: readonly Row[], columns: MemoryColumns<Row>, { sort, groupBy }: Asked): readonly Row[] => {
  const group = groupBy === undefined ? undefined : columns.groups[groupBy];
  if (groupBy !== undefined && !group) throw failure('usage-wrong', { reason: groupBy });
  const sorters = [
    ...(group
      ? [
          { read: (row: Row) => vietnameseSortKey(group.label(row)), descending: group.descending === true },
          { read: group.key, descending: false },
        ]
      : []),
    ...sort.map(({ by, descending }) => ({ read: sorterOf(columns, by), descending })),
  ];
  if (sorters.length === 0) return rows;
  return rows
    .map((row) => ({ row, values: sorters.map(({ read }) => read(row)) }))
    .sort((a, b) => {
      for (const [index, { descending }] of sorters.entries()) {
        const order = compare(a.values[index] ?? null, b.values[index] ?? null, descending);
        if (order !== 0) return order;
      }
      return 0;
    })
    .map(({ row }) => row);
};

const countRows = <Row>(rows: readonly Row[], group: MemoryGroup<Row> | undefined): RowGroup[] => {
  const groups = new Map<string | null, RowGroup>();
  if (!group) return [];
  for (const row of rows) {
    const key = group.key(row);
    groups.set(key, { key, label: group.label(row), count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()];
};

/** A page of a list that is whole in memory, ordered and grouped as asked; rows that are equal keep their order. */
export const arrangeRows = <Row>(
  rows: readonly Row[],
  columns: MemoryColumns<Row>,
  input: Asked & { readonly limit: number; readonly offset: number },
): { readonly total: number; readonly rows: Row[]; readonly groups: RowGroup[] } => {
  const ordered = arranged(rows, columns, input);
  return {
    total: rows.length,
    rows: ordered.slice(input.offset, input.offset + input.limit),
    groups: countRows(ordered, input.groupBy === undefined ? undefined : columns.groups[input.groupBy]),
  };
};
