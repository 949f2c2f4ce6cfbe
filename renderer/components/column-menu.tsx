import { Button, Checkbox, Popover } from '@mantine/core';
import { useState } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import type { Column } from './table-column.ts';
import { moveColumn, orderedColumns, plainLayout, shownColumns, toggleColumn, type TableLayout } from './table-layout.ts';

type ColumnMenuProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly layout: TableLayout;
  readonly onChange: (layout: TableLayout) => void;
};

/** Which columns a list shows, and in which order. */
export const ColumnMenu = <Row,>({ columns, layout, onChange }: ColumnMenuProps<Row>) => {
  const [isOpen, setOpen] = useState(false);
  const ordered = orderedColumns(columns, layout);
  const keys = ordered.map((column) => column.key);
  const shown = shownColumns(columns, layout);
  const isPlain = layout.order.length + layout.hidden.length + layout.shown.length + Object.keys(layout.widths).length === 0;
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="top-end"
      offset={6}
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setOpen((now) => !now);
          }}
        >
          {words.list.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={words.list.columns}>
        <div
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setOpen(false);
          }}
        >
          <ul className="column-menu">
            {ordered.map((column, index) => (
              <li key={column.key}>
                <Checkbox
                  label={column.title}
                  checked={shown.includes(column)}
                  disabled={shown.length === 1 && shown.includes(column)}
                  onChange={() => {
                    onChange(toggleColumn(layout, column));
                  }}
                />
                <button
                  type="button"
                  aria-label={words.list.before(column.title)}
                  disabled={index === 0}
                  onClick={() => {
                    onChange(moveColumn(layout, keys, column.key, -1));
                  }}
                >
                  ↑
                </button>
                <button
                  type="button"
                  aria-label={words.list.after(column.title)}
                  disabled={index === ordered.length - 1}
                  onClick={() => {
                    onChange(moveColumn(layout, keys, column.key, 1));
                  }}
                >
                  ↓
                </button>
              </li>
            ))}
          </ul>
          <div className="column-menu-foot">
            <Button
              size="xs"
              variant="default"
              disabled={isPlain}
              onClick={() => {
                onChange({ ...plainLayout, sort: layout.sort, groupBy: layout.groupBy });
              }}
            >
              {words.list.asAtFirst}
            </Button>
            <span className="muted small">{words.list.widthHint}</span>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
