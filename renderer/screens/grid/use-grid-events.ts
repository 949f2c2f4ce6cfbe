import { useMemo, type Dispatch, type KeyboardEvent, type RefObject } from 'react';
import { localToday } from '#renderer/components/format.ts';
import type { GridEvents } from './grid-line.tsx';
import { readClipboard, type GridAction, type GridState } from './grid-state.ts';
import { readHtmlTable } from './read-html-table.ts';
import { fillsOf, type FillRules } from './read-row.ts';

const today = localToday();

const cellAt = (row: number, column: number): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>(`[data-grid="${row} ${column}"]`);

/** Puts the keyboard into a cell, its text selected so that typing replaces it. */
export const focusCell = (row: number, column: number): void => {
  const cell = cellAt(row, column);
  cell?.focus();
  cell?.select();
};

/** Cells of one column that were chosen with Shift and the arrows, from where it began to where it is. */
export type GridRange = { readonly column: number; readonly from: number; readonly to: number };

export type LatestGrid = Omit<FillRules, 'today'> & { readonly grid: GridState; readonly range: GridRange | null };

/** First and last row of a range. */
export const rowsOf = ({ from, to }: GridRange): readonly [first: number, last: number] => [
  Math.min(from, to),
  Math.max(from, to),
];

/** Keys of the grid: Enter goes to the next empty cell, as above and undo as in a spreadsheet. Reads the grid as it is when a key comes. */
export const useGridEvents = (
  latest: RefObject<LatestGrid>,
  act: Dispatch<GridAction>,
  saveAll: () => Promise<void>,
  setRange: (range: GridRange | null) => void,
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
    /** A new row begins at the name where what stands before it, e.g. the team, goes on as above. */
    const firstOf = (row: number, above: Readonly<Record<string, string>>): number => {
      const { columns: cells, nameColumn } = latest.current;
      const own = latest.current.grid.rows[row]?.cells ?? {};
      const first = cells[0]?.name ?? '';
      const isLead = first !== nameColumn && (own[first] ?? '') === '' && (above[first] ?? '') === '';
      return isLead ? 0 : cells.findIndex((one) => one.name === nameColumn);
    };
    const fillsFor = (row: number, column: number): Readonly<Record<string, string>> => {
      const { grid: now, range: _range, ...rules } = latest.current;
      const [own, one] = [now.rows[row], rules.columns[column]];
      return own && one ? fillsOf(one, own, now.rows[row - 1], { ...rules, today }) : {};
    };
    const extend = (row: number, column: number, to: number): void => {
      const { range } = latest.current;
      focusCell(to, column);
      setRange({ column, from: range?.column === column ? range.from : row, to });
    };
    const clearRange = (): void => {
      const { range, columns: cells } = latest.current;
      if (range === null) return;
      const [from, to] = rowsOf(range);
      act({ do: 'fill', from, to, name: cells[range.column]?.name ?? '', text: '' });
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
      'shift+ArrowDown': (row, column) => {
        extend(row, column, row + 1);
      },
      'shift+ArrowUp': (row, column) => {
        extend(row, column, Math.max(0, row - 1));
      },
      'ctrl+d': (row, column) => {
        const { grid: now, columns: cells, range } = latest.current;
        const name = cells[column]?.name ?? '';
        const [first, last] = range === null ? [row - 1, row] : rowsOf(range);
        act({ do: 'leave' });
        act({ do: 'fill', from: first + 1, to: last, name, text: now.rows[first]?.cells[name] ?? '' });
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
        if (latest.current.range !== null) setRange(null);
        act({ do: 'type', row, name, text: typed });
      },
      onLeave: (row, name) => {
        const column = latest.current.columns.findIndex((one) => one.name === name);
        if (latest.current.grid.since !== null) act({ do: 'leave', fills: { row, cells: fillsFor(row, column) } });
      },
      onKey: (event: KeyboardEvent<HTMLInputElement>, row, column) => {
        if (event.nativeEvent.isComposing) return;
        const { range } = latest.current;
        if (range !== null && (event.key === 'Escape' || event.key === 'Delete')) {
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Delete') clearRange();
          setRange(null);
          return;
        }
        const isArrow = !event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
        // Where suggestions are open the arrows are theirs; the text that is being typed has its own undo.
        if (isArrow && event.currentTarget.list !== null && event.currentTarget.value !== '') return;
        const isOwnUndo = event.ctrlKey && event.key === 'z' && latest.current.grid.since !== null;
        const name = `${event.ctrlKey ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${event.shiftKey ? 'shift+' : ''}${event.key}`;
        const action = keys[name];
        // Nothing typed to take back here: the key is free for what was saved.
        if (name === 'ctrl+z' && latest.current.grid.past.length === 0) return;
        if (action === undefined || isOwnUndo) return;
        event.preventDefault();
        // A key that is held down saves once.
        if (name === 'ctrl+Enter' && event.repeat) return;
        if (range !== null && !['shift+ArrowDown', 'shift+ArrowUp', 'ctrl+d'].includes(name)) setRange(null);
        action(row, column);
      },
      onPaste: (event, row, column) => {
        const marked = readHtmlTable(event.clipboardData.getData('text/html'));
        const table = marked ?? readClipboard(event.clipboardData.getData('text/plain'));
        if (table.length <= 1 && (table[0]?.length ?? 0) <= 1) return;
        event.preventDefault();
        act({ do: 'paste', row, names: latest.current.columns.slice(column).map((one) => one.name), table });
      },
    };
  }, [latest, act, saveAll, setRange]);
