import { memo, type ClipboardEvent, type KeyboardEvent } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import type { GridColumn } from './grid-columns.ts';
import type { GridRow } from './grid-state.ts';

export type GridEvents = {
  readonly onType: (row: number, name: string, text: string) => void;
  readonly onLeave: (row: number, name: string) => void;
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => void;
};

type GridLineProps = {
  readonly row: GridRow;
  readonly index: number;
  readonly columns: readonly GridColumn[];
  /** Fields whose text is not understood. */
  readonly doubtful: string;
  /** Column in which this row is chosen, none otherwise. */
  readonly chosenColumn: number;
  /** While rows are being written: the keyboard stays where it is. */
  readonly isReadOnly: boolean;
  readonly events: GridEvents;
  readonly listOf: (name: string) => string | undefined;
};

/** One row of plain inputs: nothing is rewritten while somebody types in it. */
export const GridLine = memo(({ row, index, columns, doubtful, chosenColumn, isReadOnly, events, listOf }: GridLineProps) => (
  <tr className={row.issues.length > 0 ? 'refused' : undefined}>
    <td className="number muted">{index + 1}</td>
    {columns.map((column, at) => {
      const isWrong =
        doubtful.split(' ').includes(column.name) ||
        row.issues.some((issue) => issue.field === column.name && issue.severity === 'error');
      return (
        <td key={column.name} className={at === chosenColumn ? 'chosen' : undefined}>
          <input
            type="text"
            data-grid={`${index} ${at}`}
            className="grid-input"
            autoComplete="off"
            spellCheck={false}
            list={listOf(column.name)}
            aria-label={words.grid.cell(column.label, index + 1)}
            aria-invalid={isWrong}
            readOnly={isReadOnly}
            value={row.cells[column.name] ?? ''}
            onChange={(event) => {
              events.onType(index, column.name, event.currentTarget.value);
            }}
            onBlur={() => {
              events.onLeave(index, column.name);
            }}
            onKeyDown={(event) => {
              events.onKey(event, index, at);
            }}
            onPaste={(event) => {
              events.onPaste(event, index, at);
            }}
          />
        </td>
      );
    })}
  </tr>
));
GridLine.displayName = 'GridLine';
