import { useMemo, type Dispatch, type KeyboardEvent, type RefObject } from 'react';
import { localToday } from '#renderer/components/format.ts';
import { stickyNames, type GridColumn } from './grid-columns.ts';
import type { GridEvents } from './grid-line.tsx';
import { readClipboard, type GridAction, type GridState } from './grid-state.ts';
import { fillsOf, type OptionsOf } from './read-row.ts';

const today = localToday();

const cellAt = (row: number, column: number): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>(`[data-grid="${row} ${column}"]`);

/** Puts the keyboard into a cell, its text selected so that typing replaces it. */
export const focusCell = (row: number, column: number): void => {
  const cell = cellAt(row, column);
  cell?.focus();
  cell?.select();
};

export type LatestGrid = {
  readonly grid: GridState;
  readonly columns: readonly GridColumn[];
  readonly optionsOf: OptionsOf;
};

/** Keys of the grid: Enter goes to the next empty cell, as above and undo as in a spreadsheet. Reads the grid as it is when a key comes. */
export const useGridEvents = (
  latest: RefObject<LatestGrid>,
  act: Dispatch<GridAction>,
  saveAll: () => Promise<void>,
): GridEvents =>
  useMemo<GridEvents>(() => {
    const nextBlank = (row: number, column: number): readonly [row: number, column: number] => {
      const cells = latest.current.columns;
      // What leaving the cell fills is not on the screen yet: ask for it the same way.
      const own = latest.current.grid.rows[row];
      const filledNow = own ? { ...own.cells, ...fillsFor(row, column) } : {};
      const at = cells.findIndex((one, index) => index > column && (filledNow[one.name] ?? '') === '');
      return at < 0 ? [row + 1, firstOf(row + 1, filledNow)] : [row, at];
    };
    /** A new row begins at the name where the team goes on as above. */
    const firstOf = (row: number, above: Readonly<Record<string, string>>): number => {
      const cells = latest.current.columns;
      const name = cells.findIndex((one) => one.name === 'fullName');
      const own = latest.current.grid.rows[row]?.cells ?? {};
      return (own.teamId ?? '') === '' && (above.teamId ?? '') === '' ? 0 : name;
    };
    const fillsFor = (row: number, column: number): Readonly<Record<string, string>> => {
      const { grid: now, columns: cells, optionsOf: options } = latest.current;
      const [own, one] = [now.rows[row], cells[column]];
      return own && one ? fillsOf(one, own, now.rows[row - 1], cells, stickyNames, options, today) : {};
    };
    const keys: Readonly<Record<string, (row: number, column: number) => void>> = {
      Enter: (row, column) => {
        focusCell(...nextBlank(row, column));
      },
      'shift+Enter': (row, column) => {
        if (column > 0) focusCell(row, column - 1);
        else focusCell(Math.max(0, row - 1), latest.current.columns.length - 1);
      },
      'alt+Enter': (row) => {
        focusCell(row + 1, firstOf(row + 1, latest.current.grid.rows[row]?.cells ?? {}));
      },
      'ctrl+Enter': (row, column) => {
        const cells = fillsFor(row, column);
        act({ do: 'leave', fills: { row, cells } });
        setTimeout(() => void saveAll(), 0);
      },
      ArrowDown: (row, column) => {
        focusCell(row + 1, column);
      },
      ArrowUp: (row, column) => {
        focusCell(Math.max(0, row - 1), column);
      },
      'ctrl+d': (row, column) => {
        const { grid: now, columns: cells } = latest.current;
        const name = cells[column]?.name ?? '';
        act({ do: 'type', row, name, text: now.rows[row - 1]?.cells[name] ?? '' });
        act({ do: 'leave' });
      },
      'ctrl+z': () => {
        act({ do: 'undo' });
      },
      'ctrl+y': () => {
        act({ do: 'redo' });
      },
      'ctrl+Delete': (row) => {
        act({ do: 'remove', row });
      },
      F8: (row) => {
        act({ do: 'remove', row });
      },
    };
    return {
      onType: (row, name, typed) => {
        act({ do: 'type', row, name, text: typed });
      },
      onLeave: (row, name) => {
        const column = latest.current.columns.findIndex((one) => one.name === name);
        if (latest.current.grid.since !== null) act({ do: 'leave', fills: { row, cells: fillsFor(row, column) } });
      },
      onKey: (event: KeyboardEvent<HTMLInputElement>, row, column) => {
        if (event.nativeEvent.isComposing) return;
        const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
        // Where suggestions are open the arrows are theirs; the text that is being typed has its own undo.
        if (isArrow && event.currentTarget.list !== null && event.currentTarget.value !== '') return;
        const isOwnUndo = event.ctrlKey && event.key === 'z' && latest.current.grid.since !== null;
        const name = `${event.ctrlKey ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${event.shiftKey ? 'shift+' : ''}${event.key}`;
        const action = keys[name];
        // Nothing typed to take back here: the key is free for what was saved.
        if (name === 'ctrl+z' && latest.current.grid.past.length === 0) return;
        if (action === undefined || isOwnUndo) return;
        event.preventDefault();
        action(row, column);
      },
      onPaste: (event, row, column) => {
        const table = readClipboard(event.clipboardData.getData('text/plain'));
        if (table.length <= 1 && (table[0]?.length ?? 0) <= 1) return;
        event.preventDefault();
        act({ do: 'paste', row, names: latest.current.columns.slice(column).map((one) => one.name), table });
      },
    };
  }, [latest, act, saveAll]);
