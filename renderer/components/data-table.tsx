import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

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
  readonly columns: readonly Column<Row>[];
  /** Number of rows in all; `rowAt` may not have all of them yet. */
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onOpen: (row: Row) => void;
  readonly onVisible?: (first: number, last: number) => void;
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

/** A list of any length: only the visible rows exist. Arrow keys choose, Enter opens. */
export const DataTable = <Row,>({ label, columns, total, rowAt, onOpen, onVisible, empty }: DataTableProps<Row>) => {
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    onVisible?.(first, last);
  }, [first, last, onVisible]);
  const template = columns.map((column) => column.width).join(' ');
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rowAt(active);
    if (event.key === 'Enter' && !event.ctrlKey && row !== undefined) {
      event.preventDefault();
      onOpen(row);
      return;
    }
    const target = targetOf(event.key, active, total);
    if (target === undefined || total === 0) return;
    event.preventDefault();
    setActive(target);
    virtualizer.scrollToIndex(target);
  };
  if (total === 0) return <div className="sheet grid-table">{empty}</div>;
  return (
    <div className="sheet grid-table">
      <div
        ref={scroll}
        className="scroll"
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-activedescendant={`row-${Math.min(active, total - 1)}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className="head" role="row" style={{ gridTemplateColumns: template }}>
          {columns.map((column) => (
            <div key={column.key} role="columnheader" className={column.number === true ? 'number' : undefined}>
              {column.title}
            </div>
          ))}
        </div>
        <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const row = rowAt(item.index);
            return (
              <div
                key={item.key}
                id={`row-${item.index}`}
                className="line"
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={item.index === active}
                style={{ gridTemplateColumns: template, transform: `translateY(${item.start}px)` }}
                onClick={() => {
                  setActive(item.index);
                }}
                onDoubleClick={() => {
                  if (row !== undefined) onOpen(row);
                }}
              >
                {columns.map((column) => (
                  <div key={column.key} role="gridcell" className={column.number === true ? 'number' : undefined}>
                    {row === undefined ? '' : column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
};
