import type { PointerEvent } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import type { Column } from './table-column.ts';
import type { TableLayout } from './table-layout.ts';

type TableHeadProps<Row> = {
  readonly id: string;
  readonly columns: readonly Column<Row>[];
  readonly layout: TableLayout | null;
  /** Number of the column that the keys are on, if they are in the head. */
  readonly active: number | null;
  readonly template: string;
  readonly least: number;
  /** Whether a column with marks for chosen rows stands first. */
  readonly withMarks: boolean;
  readonly onSort: (key: string, adds: boolean) => void;
  readonly onResize: (key: string, width: number) => void;
};

const ariaSort = (layout: TableLayout | null, key: string): 'ascending' | 'descending' | undefined => {
  const found = layout?.sort.find(({ by }) => by === key);
  return found === undefined ? undefined : found.descending ? 'descending' : 'ascending';
};

const place = (layout: TableLayout | null, key: string): string => {
  const index = layout?.sort.findIndex(({ by }) => by === key) ?? -1;
  return index < 0 || (layout?.sort.length ?? 0) < 2 ? '' : String(index + 1);
};

/** Draws a column wider or narrower while the pointer is held. */
const dragFrom = (event: PointerEvent<HTMLElement>, onWidth: (width: number) => void): void => {
  const handle = event.currentTarget;
  const { width } = handle.parentElement?.getBoundingClientRect() ?? { width: 0 };
  const start = event.clientX;
  handle.setPointerCapture(event.pointerId);
  const move = (moved: globalThis.PointerEvent): void => {
    onWidth(width + moved.clientX - start);
  };
  const end = (): void => {
    handle.removeEventListener('pointermove', move);
    handle.removeEventListener('pointerup', end);
    handle.removeEventListener('pointercancel', end);
  };
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', end);
  handle.addEventListener('pointercancel', end);
};

/** Heads of the columns. A click orders by one, with Shift by several; the edge is drawn to make a column wider. */
export const TableHead = <Row,>(props: TableHeadProps<Row>) => {
  const { id, columns, layout, active, template, least, withMarks, onSort, onResize } = props;
  return (
    <div className="head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template, minWidth: least }}>
      {withMarks ? (
        <div role="columnheader" className="mark-cell">
          <span className="visually-hidden">{words.list.chosen}</span>
        </div>
      ) : null}
      {columns.map((column, index) => {
        const sorted = ariaSort(layout, column.key);
        const canSort = layout !== null && column.noSort !== true;
        return (
          <div
            key={column.key}
            id={`${id}-head-${index}`}
            role="columnheader"
            aria-sort={sorted}
            title={column.title}
            className={[column.number === true ? 'number' : '', canSort ? 'can-sort' : '', index === active ? 'active' : '']
              .filter(Boolean)
              .join(' ')}
            onClick={(event) => {
              if (canSort) onSort(column.key, event.shiftKey);
            }}
          >
            <span className="title">{column.title}</span>
            {sorted === undefined ? null : (
              <span className="sort-mark" aria-hidden="true">
                {sorted === 'ascending' ? '▲' : '▼'}
                {place(layout, column.key)}
              </span>
            )}
            {layout === null ? null : (
              <span
                className="edge"
                aria-hidden="true"
                onClick={(event) => {
                  event.stopPropagation();
                }}
                onPointerDown={(event) => {
                  event.preventDefault();
                  event.stopPropagation();
                  dragFrom(event, (width) => {
                    onResize(column.key, width);
                  });
                }}
              />
            )}
          </div>
        );
      })}
    </div>
  );
};
