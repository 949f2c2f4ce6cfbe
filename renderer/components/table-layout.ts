import { useCallback, useMemo, useState } from 'react';
import type { ListSort } from '#shared/contract/page.ts';
import { readStored, store } from './stored-state.ts';
import { leastWidth, narrowest, widest, type Column } from './table-column.ts';

/** How somebody has set up a list: names of columns and numbers only. */
export type TableLayout = {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** Columns that are hidden at first and were chosen. */
  readonly shown: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  readonly sort: readonly ListSort[];
  readonly groupBy: string | null;
};

export const plainLayout: TableLayout = { order: [], hidden: [], shown: [], widths: {}, sort: [], groupBy: null };

const isText = (value: unknown): value is string => typeof value === 'string';
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(isText) : []);

const isSort = (value: unknown): value is ListSort =>
  typeof value === 'object' && value !== null && 'by' in value && 'descending' in value && isText(value.by);

/** What was stored, as far as it still makes sense: columns come and go with versions of the program. */
export const readLayout = (value: unknown, keys: readonly string[], sortable: readonly string[], groups: readonly string[]) => {
  if (typeof value !== 'object' || value === null) return plainLayout;
  const { order, hidden, shown, widths, sort, groupBy } = value as Readonly<Record<string, unknown>>;
  const known = (names: readonly string[]): readonly string[] => names.filter((name) => keys.includes(name));
  return {
    order: known(texts(order)),
    hidden: known(texts(hidden)),
    shown: known(texts(shown)),
    widths: Object.fromEntries(
      Object.entries(typeof widths === 'object' && widths !== null ? widths : {}).filter(
        ([key, width]) => keys.includes(key) && typeof width === 'number' && width >= narrowest && width <= widest,
      ),
    ) as Readonly<Record<string, number>>,
    sort: (Array.isArray(sort) ? sort.filter(isSort) : []).filter(({ by }) => sortable.includes(by)).slice(0, 3),
    groupBy: isText(groupBy) && groups.includes(groupBy) ? groupBy : null,
  } satisfies TableLayout;
};

/** All columns in the order chosen; new ones stand where the program puts them. */
export const orderedColumns = <Row>(columns: readonly Column<Row>[], layout: TableLayout): readonly Column<Row>[] => {
  if (layout.order.length === 0) return columns;
  const placed = layout.order.flatMap((key) => columns.filter((column) => column.key === key));
  return columns.reduce<readonly Column<Row>[]>(
    (all, column, index) => (all.includes(column) ? all : all.toSpliced(index, 0, column)),
    placed,
  );
};

const isShown = (column: Column<never>, layout: TableLayout): boolean =>
  column.hidden === true ? layout.shown.includes(column.key) : !layout.hidden.includes(column.key);

/** The columns that are shown; never none. */
export const shownColumns = <Row>(columns: readonly Column<Row>[], layout: TableLayout): readonly Column<Row>[] => {
  const shown = orderedColumns(columns, layout).filter((column) => isShown(column, layout));
  return shown.length === 0 ? columns.slice(0, 1) : shown;
};

export const toggleColumn = <Row>(layout: TableLayout, column: Column<Row>): TableLayout => {
  const list = column.hidden === true ? 'shown' : 'hidden';
  const has = layout[list].includes(column.key);
  return { ...layout, [list]: has ? layout[list].filter((key) => key !== column.key) : [...layout[list], column.key] };
};

/** Moves a column by one place among those given. */
export const moveColumn = (layout: TableLayout, keys: readonly string[], key: string, by: 1 | -1): TableLayout => {
  const from = keys.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= keys.length) return layout;
  return { ...layout, order: keys.toSpliced(from, 1).toSpliced(to, 0, key) };
};

export const resizeColumn = (layout: TableLayout, key: string, width: number): TableLayout => ({
  ...layout,
  widths: { ...layout.widths, [key]: Math.round(Math.min(widest, Math.max(narrowest, width))) },
});

/** Upwards, downwards, as the list stands by itself. With `adds` behind the columns that already order it. */
export const sortBy = (layout: TableLayout, by: string, adds = false): TableLayout => {
  const now = layout.sort.find((one) => one.by === by);
  const next = now === undefined ? [{ by, descending: false }] : now.descending ? [] : [{ by, descending: true }];
  return { ...layout, sort: adds ? [...layout.sort.filter((one) => one.by !== by), ...next].slice(0, 3) : next };
};

/** CSS grid of the shown columns, and the width below which the list scrolls sideways. */
export const gridOf = <Row>(columns: readonly Column<Row>[], layout: TableLayout, before: readonly number[] = []) => {
  const width = (column: Column<Row>): string => {
    const drawn = layout.widths[column.key];
    return drawn === undefined ? column.width : `${drawn}px`;
  };
  const least = columns.reduce((sum, column) => sum + leastWidth(width(column)), 0) + before.reduce((a, b) => a + b, 0);
  // Where every width is drawn, a last track takes the rest.
  const rest = columns.every((column) => layout.widths[column.key] !== undefined) ? ['minmax(0, 1fr)'] : [];
  return { template: [...before.map((one) => `${one}px`), ...columns.map(width), ...rest].join(' '), least };
};

/** A list's layout, kept for the user from one day to the next. */
export const useTableLayout = <Row>(
  name: string,
  columns: readonly Column<Row>[],
  groups: readonly string[],
): readonly [layout: TableLayout, set: (layout: TableLayout) => void] => {
  const keys = useMemo(() => columns.map((column) => column.key), [columns]);
  const sortable = useMemo(() => columns.filter((column) => column.noSort !== true).map((column) => column.key), [columns]);
  const [state, setState] = useState({ name, value: readStored(`list ${name}`) });
  const value = state.name === name ? state.value : readStored(`list ${name}`);
  const layout = useMemo(
    () => readLayout(value, keys, sortable, groups),
    // `groups` is written anew with every drawing; its names decide.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [value, keys, sortable, groups.join(' ')],
  );
  const set = useCallback(
    (next: TableLayout) => {
      store(`list ${name}`, next);
      setState({ name, value: next });
    },
    [name],
  );
  return [layout, set];
};
