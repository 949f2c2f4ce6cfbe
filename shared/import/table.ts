import type { ColumnTarget, ImportKind } from './column-target.ts';
import { findHeader, headerAt, type Header } from './find-header.ts';
import type { Grid, GridRow } from './grid.ts';
import { guessKind, recogniseColumns, type Column } from './recognise-columns.ts';
import { rolesOf, type RowRole } from './row-role.ts';
import { toneKey } from '#shared/text/vietnamese.ts';

/** What a person or a mapping says of a sheet; what is left out is recognised. */
export type TableChoice = {
  readonly kind?: ImportKind | undefined;
  /** Rows of the head, counted from 1. */
  readonly headerRows?: { readonly first: number; readonly last: number } | undefined;
  /** By column from 0; `null` leaves a column out. */
  readonly columns?: Readonly<Record<number, ColumnTarget | null>> | undefined;
};

/** A sheet understood as a table: where its head is, what its columns hold and what each row is. */
export type Table = {
  readonly grid: Grid;
  readonly header: Header;
  readonly kind: ImportKind;
  readonly columns: readonly Column[];
  readonly titleRows: readonly GridRow[];
  readonly headerRows: readonly GridRow[];
  /** Rows below the head with their roles. */
  readonly body: readonly { readonly row: GridRow; readonly role: RowRole }[];
};

const chosen = (columns: readonly Column[], choice: TableChoice): readonly Column[] =>
  columns.map((column, index): Column => {
    const target = choice.columns?.[index];
    return target === undefined ? column : { target, confidence: target === null ? 'unknown' : 'sure' };
  });

/** Understands a sheet; absent where no head is found and none is given. */
export const readTable = (grid: Grid, choice: TableChoice): Table | undefined => {
  const header = choice.headerRows ? headerAt(grid, choice.headerRows.first - 1, choice.headerRows.last - 1) : findHeader(grid);
  if (!header) return undefined;
  const kind = choice.kind ?? guessKind(grid, header);
  const columns = chosen(recogniseColumns(grid, header, kind), choice);
  const below = grid.rows.filter((row) => row.index > header.last);
  const roles = rolesOf(below, {
    columns: columns.map((column) => column.target),
    heads: new Set(header.paths.flat().map(toneKey)),
    ofPeople: kind === 'mediator' || kind === 'person' || kind === 'trainer',
  });
  return {
    grid,
    header,
    kind,
    columns,
    titleRows: grid.rows.filter((row) => row.index < header.first),
    headerRows: grid.rows.filter((row) => row.index >= header.first && row.index <= header.last),
    body: below.map((row, index) => ({ row, role: roles[index] ?? 'data' })),
  };
};
