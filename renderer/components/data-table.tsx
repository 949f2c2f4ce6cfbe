import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { keep, readKept } from './kept-state.ts';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  /** CSS grid width, e.g. `minmax(180px, 2fr)`. */
  readonly width: string;
  readonly number?: boolean;
  readonly cell: (row: Row) => ReactNode;
};

type DataTableProps<Row> = {
  readonly label: string;
  /** Name under which place and chosen row are kept until the screen is opened again. */
  readonly name?: string;
  readonly columns: readonly Column<Row>[];
  /** Number of rows in all; `rowAt` may not have all of them yet. */
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onOpen?: (row: Row) => void;
  readonly onVisible?: (first: number, last: number) => void;
  /** Where letters typed on the list go: the search field. */
  readonly onType?: () => void;
  readonly autoFocus?: boolean;
  /** Text of a row that heads the ones after it. */
  readonly headingOf?: (row: Row) => string | null;
  readonly empty: ReactNode;
};

const rowHeight = 34;

const step: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 };

const targetOf = (key: string, active: number, total: number): number | undefined => {
  if (key === 'Home') return 0;
  if (key === 'End') return total - 1;
  const by = step[key];
  return by === undefined ? undefined : Math.min(total - 1, Math.max(0, active + by));
};

type Place = { readonly active: number; readonly offset: number };
const start: Place = { active: 0, offset: 0 };

const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && event.key !== ' ' && event.key !== '/' && !event.ctrlKey && !event.altKey && !event.metaKey;

/** A list of any length: only the visible rows exist. Arrow keys choose, Enter or a double click opens, letters go to the search field. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { label, name, columns, total, rowAt, onOpen, onVisible, onType, autoFocus = false, headingOf, empty } = props;
  const [place] = useState(() => (name === undefined ? start : (readKept<Place>(`${name} row`) ?? start)));
  const scroll = useRef<HTMLDivElement>(null);
  const id = useId();
  const [chosen, setActive] = useState(place.active);
  const active = Math.max(0, Math.min(chosen, total - 1));
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: place.offset,
    scrollPaddingStart: rowHeight,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    onVisible?.(first, last);
  }, [first, last, onVisible]);
  const isEmpty = total === 0;
  const isNew = useRef(true);
  // Also when the first row comes later, unless the keyboard is somewhere already.
  useLayoutEffect(() => {
    const isFree = isNew.current || document.activeElement?.matches('body, .page') === true;
    if (autoFocus && !isEmpty && isFree) scroll.current?.focus({ preventScroll: true });
    isNew.current = false;
  }, [autoFocus, isEmpty]);
  const remember = (row: number): void => {
    if (name !== undefined) keep(`${name} row`, { active: row, offset: virtualizer.scrollOffset ?? 0 } satisfies Place);
  };
  const open = (row: number): void => {
    const found = rowAt(row);
    if (found === undefined || !onOpen) return;
    remember(row);
    onOpen(found);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.key === 'Enter' || event.key === 'F2') && onOpen) {
      event.preventDefault();
      open(active);
      return;
    }
    const target = targetOf(event.key, active, total);
    if (target === undefined) {
      if (isLetter(event)) onType?.();
      return;
    }
    event.preventDefault();
    setActive(target);
    virtualizer.scrollToIndex(target);
  };
  if (isEmpty) return <div className="sheet grid-table">{empty}</div>;
  const template = columns.map((column) => column.width).join(' ');
  return (
    <div className="sheet grid-table">
      <div
        ref={scroll}
        className="scroll"
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-activedescendant={items.some((item) => item.index === active) ? `${id}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className="head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
          {columns.map((column) => (
            <div key={column.key} role="columnheader" className={column.number === true ? 'number' : undefined}>
              {column.title}
            </div>
          ))}
        </div>
        <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const row = rowAt(item.index);
            const heading = row === undefined ? null : (headingOf?.(row) ?? null);
            return (
              <div
                key={item.key}
                id={`${id}-${item.index}`}
                className={heading === null ? 'line' : 'line group'}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={item.index === active}
                style={{ gridTemplateColumns: template, transform: `translateY(${item.start}px)` }}
                onClick={() => {
                  setActive(item.index);
                }}
                onDoubleClick={() => {
                  open(item.index);
                }}
              >
                {heading === null ? null : (
                  <div role="gridcell" style={{ gridColumn: '1 / -1' }}>
                    {heading}
                  </div>
                )}
                {(heading === null ? columns : []).map((column) => (
                  <div key={column.key} role="gridcell" className={column.number === true ? 'number' : undefined}>
                    {row === undefined ? '' : column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {onOpen ? <div className="foot">{words.common.tableHint}</div> : null}
    </div>
  );
};
