import { isValidElement, type ReactNode } from 'react';
import type { ListCell } from '#shared/contract/list-methods.ts';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  /** CSS grid width, e.g. `minmax(180px, 2fr)`; once somebody has drawn it, its width in pixels. */
  readonly width: string;
  readonly number?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** What stands in a file; without it the text of the cell. */
  readonly value?: (row: Row) => ListCell;
  /** The list cannot be ordered by it. */
  readonly noSort?: boolean;
  /** Shown only when somebody chooses it. */
  readonly hidden?: boolean;
  /** Citizen numbers and phones: never copied, left out of files. */
  readonly personalNumber?: boolean;
};

/** The text of what a cell draws. */
export const textOf = (node: ReactNode): string => {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map((part: ReactNode) => textOf(part)).join('');
  return isValidElement<{ readonly children?: ReactNode }>(node) ? textOf(node.props.children) : '';
};

/** What stands in a file for a cell: a number as a number, so that sums can be made. */
export const cellValue = <Row>(column: Column<Row>, row: Row): ListCell => {
  if (column.value) return column.value(row);
  const node = column.cell(row);
  if (typeof node === 'number') return node;
  const text = textOf(node).trim();
  return text === '' ? null : text;
};

/** A partial or whole date for a file; nothing where there is none. */
export const dateValue = (date: string | null): ListCell => (date === null ? null : { date });

/** Pixels of the column in which rows are marked. */
export const markWidth = 34;
export const narrowest = 44;
export const widest = 900;

/** Pixels that a column takes at least. */
export const leastWidth = (width: string): number => Number(/(\d+)px/.exec(width)?.[1] ?? narrowest);
