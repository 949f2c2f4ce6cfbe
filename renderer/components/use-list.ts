import { useMemo } from 'react';
import type { ListSort, RowGroup } from '#shared/contract/page.ts';
import { usePagedRows, type PagedRows } from './paged-rows.ts';
import { cellValue, textOf, type Column } from './table-column.ts';
import { useTableLayout, type TableLayout } from './table-layout.ts';

/** What a list is asked for: a page, an order, groups. */
export type ListPage = {
  readonly limit: number;
  readonly offset: number;
  readonly sort: ListSort[];
  readonly groupBy?: string;
};

export type GroupChoice = { readonly key: string; readonly title: string };

/** A list with everything its table needs: columns and their layout, rows as they come, a way to all rows. */
export type List<Row> = {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly groupChoices: readonly GroupChoice[];
  readonly layout: TableLayout;
  readonly setLayout: (layout: TableLayout) => void;
  readonly rows: PagedRows<Row>;
  readonly rowId: (row: Row) => string;
  /** All rows from a place to a place, in the list's order, also those that were never in view. */
  readonly rowsBetween: (from: number, to: number) => Promise<readonly Row[]>;
  /** What the list is filtered by, as a file says it. */
  readonly filterText: string;
  /** Changes with what is looked for: another answer is read from its top. */
  readonly asked: string;
};

type ListInput<Row> = {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly groups?: readonly GroupChoice[];
  /** Names the query and its filter. */
  readonly query: readonly unknown[];
  readonly fetch: (
    page: ListPage,
  ) => Promise<{ readonly total: number; readonly rows: readonly Row[]; readonly groups?: readonly RowGroup[] }>;
  readonly rowId: (row: Row) => string;
  readonly filterText?: string;
};

const noGroups: readonly GroupChoice[] = [];

/** Groups by office only where the list shows offices: a district has but one. */
const fitting = <Choice extends GroupChoice, Row>(
  groups: readonly Choice[],
  columns: readonly Column<Row>[],
): readonly Choice[] => groups.filter(({ key }) => key !== 'office' || columns.some((column) => column.key === 'office'));

/** A long list that the engine keeps: fetched page by page, ordered and grouped there. */
export const useList = <Row>(input: ListInput<Row>): List<Row> => {
  const { name, columns, query, fetch, rowId, filterText = '' } = input;
  const groups = fitting(input.groups ?? noGroups, columns);
  const [layout, setLayout] = useTableLayout(
    name,
    columns,
    groups.map((group) => group.key),
  );
  const arrangement = { sort: [...layout.sort], ...(layout.groupBy === null ? {} : { groupBy: layout.groupBy }) };
  const rows = usePagedRows<Row>([...query, arrangement], (limit, offset) => fetch({ ...arrangement, limit, offset }));
  return {
    name,
    columns,
    groupChoices: groups,
    layout,
    setLayout,
    rows,
    rowId,
    filterText,
    asked: JSON.stringify(query),
    rowsBetween: async (from, to) =>
      to < from ? [] : (await fetch({ ...arrangement, limit: to - from + 1, offset: from })).rows,
  };
};

type LocalInput<Row> = {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly groups?: readonly (GroupChoice & { readonly of: (row: Row) => string })[];
  /** `undefined` while they are on their way. */
  readonly data: readonly Row[] | undefined;
  readonly rowId: (row: Row) => string;
  readonly error?: Error | null;
  readonly retry?: () => void;
  readonly filterText?: string;
};

type Comparable = string | number;

const comparable = <Row>(column: Column<Row>, row: Row): Comparable => {
  const value = cellValue(column, row);
  if (value === null) return textOf(column.cell(row));
  return typeof value === 'object' ? value.date : value;
};

const compare = (collator: Intl.Collator, a: Comparable, b: Comparable, descending: boolean): number => {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return descending ? -order : order;
};

const collator = new Intl.Collator('vi', { numeric: true });

const noRetry = (): void => undefined;

/** A list whose rows are all there: ordered and grouped in the window. */
export const useLocalList = <Row>(input: LocalInput<Row>): List<Row> => {
  const { name, columns, data, rowId, error = null, retry = noRetry, filterText = '' } = input;
  const groups = fitting(input.groups ?? [], columns);
  const [layout, setLayout] = useTableLayout(
    name,
    columns,
    groups.map((group) => group.key),
  );
  const groupOf = groups.find((group) => group.key === layout.groupBy)?.of;
  const ordered = useMemo(() => {
    const all = data ?? [];
    const sorters = layout.sort.flatMap(({ by, descending }) =>
      columns
        .filter((column) => column.key === by)
        .map((column) => ({ read: (row: Row) => comparable(column, row), descending })),
    );
    const every = [...(groupOf === undefined ? [] : [{ read: groupOf, descending: false }]), ...sorters];
    if (every.length === 0) return all;
    return [...all].sort((a, b) => {
      for (const one of every) {
        const order = compare(collator, one.read(a), one.read(b), one.descending);
        if (order !== 0) return order;
      }
      return 0;
    });
  }, [data, columns, layout.sort, groupOf]);
  const counted = useMemo(() => {
    const found = new Map<string, RowGroup>();
    if (groupOf === undefined) return [];
    for (const row of ordered) {
      const label = groupOf(row);
      found.set(label, { key: label, label, count: (found.get(label)?.count ?? 0) + 1 });
    }
    return [...found.values()];
  }, [ordered, groupOf]);
  return {
    name,
    columns,
    groupChoices: groups,
    layout,
    setLayout,
    rowId,
    filterText,
    asked: filterText,
    rowsBetween: (from, to) => Promise.resolve(ordered.slice(from, to + 1)),
    rows: {
      total: ordered.length,
      groups: counted,
      isReady: data !== undefined,
      isStale: false,
      error,
      retry,
      rowAt: (index) => ordered[index],
      onVisible: noRetry,
    },
  };
};
