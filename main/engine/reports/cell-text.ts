import { formatDate } from '#shared/domain/date.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import type { Cell, Column } from './document.ts';

/** A cell as it is printed. */
export const cellText = (column: Column | undefined, cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return column?.format === 'year' ? String(cell) : formatCount(cell);
  return column?.format === 'date' && cell !== '' ? formatDate(cell) : cell;
};

/** Numbers stand at the right in sums of money, else in the middle, as in the forms of the offices. */
export const alignOf = (column: Column): 'left' | 'center' | 'right' => {
  if (column.align !== undefined) return column.align;
  if (column.format === 'money') return 'right';
  return column.format === undefined || column.format === 'text' ? 'left' : 'center';
};

/** Titles in one or two rows: columns of one heading stand together below it. */
export type HeadCell = { readonly title: string; readonly columnSpan: number; readonly rowSpan: number };

const spanFrom = (columns: readonly Column[], index: number): number => {
  const end = columns.findIndex((column, at) => at > index && column.over !== columns[index]?.over);
  return (end === -1 ? columns.length : end) - index;
};

export const headRows = (columns: readonly Column[]): readonly (readonly HeadCell[])[] => {
  const single = { columnSpan: 1, rowSpan: 1 };
  if (columns.every((column) => column.over === undefined)) return [columns.map(({ title }) => ({ title, ...single }))];
  const upper = columns.flatMap((column, index): readonly HeadCell[] => {
    if (column.over === undefined) return [{ title: column.title, columnSpan: 1, rowSpan: 2 }];
    if (columns[index - 1]?.over === column.over) return [];
    return [{ title: column.over, columnSpan: spanFrom(columns, index), rowSpan: 1 }];
  });
  const lower = columns.filter((column) => column.over !== undefined).map(({ title }) => ({ title, ...single }));
  return [upper, lower];
};

const signs = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** 1 to some hundreds: I, II, III, IV ... */
export const roman = (value: number): string => {
  let rest = value;
  return signs
    .map(([sign, worth]) => {
      const count = Math.floor(rest / worth);
      rest -= count * worth;
      return sign.repeat(count);
    })
    .join('');
};
