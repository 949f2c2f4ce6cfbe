import type { ReactNode } from 'react';
import type { Issue } from '#shared/domain/record.ts';
import type { GridColumn } from './grid-columns.ts';
import type { GridRow } from './grid-state.ts';
import type { OptionsOf, ReadRow } from './read-row.ts';

export type ReadGridRow = ReadRow & {
  readonly row: GridRow;
  /** Questions that are asked before the engine sees the row. */
  readonly asks?: readonly Issue[];
};

/** What is typed in a grid, and what becomes of its rows. */
export type GridPlan = {
  /** Kind that is written. */
  readonly kind: string;
  readonly title: string;
  /** Name under which rows that are not written are kept. */
  readonly draftName: string;
  /** Visible columns in their order. */
  readonly columns: readonly GridColumn[];
  /** Column that a row is about; leaving it fills what goes without saying. */
  readonly nameColumn: string;
  /** Columns that mostly are as in the row above. */
  readonly sticky: readonly string[];
  readonly optionsOf: OptionsOf;
  /** What was typed before in a column, offered while typing. */
  readonly typedBefore: Readonly<Record<string, readonly string[]>>;
  /** Whether everything that cells are chosen from has come. */
  readonly isReady: boolean;
  /** Rows as the engine takes them, e.g. with what all of them have in common. */
  readonly prepare: (rows: readonly ReadGridRow[]) => Promise<readonly ReadGridRow[]> | readonly ReadGridRow[];
  readonly saved: (count: number) => string;
  readonly hint?: string;
  /** What stands above the grid. */
  readonly above?: ReactNode;
  /** Address of the screen that the grid closes to. */
  readonly back: string;
};
