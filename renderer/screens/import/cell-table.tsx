import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { ImportCellRow, ImportRow, ImportSheet } from '#shared/contract/import-methods.ts';
import type { ColumnTarget } from '#shared/import/column-target.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { TableFailed } from '#renderer/components/table-states.tsx';
import { usePagedRows } from '#renderer/components/paged-rows.ts';
import { ask } from '#renderer/rpc/engine.ts';
import { CellLine } from './cell-line.tsx';
import { TargetSelect } from './target-select.tsx';
import type { PlanInput } from './use-import-plan.ts';

const text = words.importing;
const rowHeight = 26;
const gutterWidth = 176;

type HeaderRows = NonNullable<ImportSheet['headerRows']>;

type CellTableProps = {
  readonly input: PlanInput;
  readonly sheet: ImportSheet;
  /** What becomes of the sheet's rows, where it is known. */
  readonly rows: readonly ImportRow[];
  readonly labelOf: (target: ColumnTarget) => string;
  readonly onTarget: (column: number, target: ColumnTarget | null) => void;
  readonly onHeader: (rows: HeaderRows) => void;
  readonly onOpen: (row: ImportRow) => void;
};

/** Columns as wide as what stands in them, within what can be read and what leaves room for others. */
const widthOf = (texts: readonly string[], target: string): number =>
  Math.min(260, Math.max(110, target.length * 7.6 + 44, ...texts.map((text) => text.length * 7.6 + 22)));

const columnsOf = (sheet: ImportSheet, rows: readonly ImportCellRow[]) => {
  if (sheet.columns.length > 0) return sheet.columns;
  const width = Math.max(1, ...rows.flatMap((row) => row.cells.map((cell) => cell.column + 1)));
  return Array.from({ length: width }, (_, column) => {
    const found = rows.flatMap((row) => row.cells.filter((cell) => cell.column === column));
    const letter = found[0]?.address.replace(/\d+$/, '') ?? '';
    const samples = found.slice(0, 5).map((cell) => cell.text);
    return {
      column,
      letter,
      hidden: false,
      header: [],
      target: null,
      confidence: 'unknown' as const,
      samples,
      filled: found.length,
    };
  });
};

/** The cells of a sheet as the file has them, with what each column is taken for on top and what each row is at the side. */
export const CellTable = ({ input, sheet, rows, labelOf, onTarget, onHeader, onOpen }: CellTableProps) => {
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState({ line: 0, column: 0 });
  const { decisions: _decisions, accept: _accept, ...asked } = input;
  const cells = usePagedRows<ImportCellRow>(['import.cells', sheet.index, asked], (limit, offset) =>
    ask('import.cells', { ...asked, sheetIndex: sheet.index, offset, count: limit }),
  );
  const firstRows = Array.from({ length: Math.min(cells.total, 60) }, (_, index) => cells.rowAt(index)).filter(
    (row) => row !== undefined,
  );
  const columns = columnsOf(sheet, firstRows);
  const widths = columns.map(({ samples, header, target }) =>
    widthOf([...samples, ...header], target === null ? text.ignored : labelOf(target)),
  );
  const template = `${gutterWidth}px ${widths.map((width) => `${width}px`).join(' ')}`;
  const least = gutterWidth + widths.reduce((sum, width) => sum + width, 0);
  const byRow = useMemo(() => {
    const found = new Map<number, ImportRow[]>();
    for (const row of rows) found.set(row.row, [...(found.get(row.row) ?? []), row]);
    return found;
  }, [rows]);
  const virtualizer = useVirtualizer({
    count: cells.total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingStart: 64,
  });
  const items = virtualizer.getVirtualItems();
  const { onVisible } = cells;
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => {
    onVisible(first, last);
  }, [first, last, onVisible]);
  const isThere = cells.isReady;
  // The keyboard goes to the cells, unless it is somewhere already.
  useEffect(() => {
    if (isThere && document.activeElement?.matches('body, .page') === true) scroll.current?.focus({ preventScroll: true });
  }, [isThere]);
  if (cells.error !== null) return <TableFailed error={cells.error} onRetry={cells.retry} />;

  const here = cells.rowAt(active.line);
  const goTo = (line: number, column: number): void => {
    const next = {
      line: Math.max(0, Math.min(cells.total - 1, line)),
      column: Math.max(0, Math.min(columns.length - 1, column)),
    };
    setActive(next);
    virtualizer.scrollToIndex(next.line);
    const left = widths.slice(0, next.column).reduce((sum, width) => sum + width, 0);
    const box = scroll.current;
    if (box === null) return;
    const right = left + (widths[next.column] ?? 0) + gutterWidth;
    if (left < box.scrollLeft) box.scrollLeft = left;
    else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
  };
  const setHeader = (extend: boolean): void => {
    if (here === undefined) return;
    const from = extend ? Math.min(sheet.headerRows?.first ?? here.row, here.row) : here.row;
    if (here.row - from < 10) onHeader({ first: from, last: here.row });
  };
  const chooseTarget = (): void => {
    document.getElementById(`${id}-target-${active.column}`)?.focus();
  };
  const openRow = (): void => {
    const found = here === undefined ? undefined : byRow.get(here.row)?.[0];
    if (found === undefined) chooseTarget();
    else onOpen(found);
  };
  const page = (): number => Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowHeight) - 3);
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => {
      goTo(active.line + 1, active.column);
    },
    ArrowUp: () => {
      goTo(active.line - 1, active.column);
    },
    ArrowRight: () => {
      goTo(active.line, active.column + 1);
    },
    ArrowLeft: () => {
      goTo(active.line, active.column - 1);
    },
    PageDown: () => {
      goTo(active.line + page(), active.column);
    },
    PageUp: () => {
      goTo(active.line - page(), active.column);
    },
    Home: () => {
      goTo(active.line, 0);
    },
    End: () => {
      goTo(active.line, columns.length - 1);
    },
    Enter: openRow,
    c: chooseTarget,
    C: chooseTarget,
    t: () => {
      setHeader(false);
    },
    T: () => {
      setHeader(true);
    },
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.nativeEvent.isComposing) return;
    if (event.ctrlKey && (event.key === 'Home' || event.key === 'End')) {
      event.preventDefault();
      goTo(event.key === 'Home' ? 0 : cells.total - 1, active.column);
      return;
    }
    const move = event.ctrlKey ? undefined : moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  const issues = here === undefined ? [] : (byRow.get(here.row) ?? []).flatMap((row) => row.issues);
  return (
    <div className="sheet grid-table cell-table">
      <div
        ref={scroll}
        className="scroll"
        role="grid"
        aria-label={text.cells}
        aria-rowcount={cells.total + 2}
        aria-colcount={columns.length + 1}
        aria-activedescendant={here === undefined ? undefined : `${id}-${active.line}-${active.column}`}
        tabIndex={0}
        data-autofocus
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className="cell-head" style={{ minWidth: least }}>
          <div role="row" className="cell-line" style={{ gridTemplateColumns: template }}>
            <div role="columnheader" className="gutter">
              {text.rowRole}
            </div>
            {columns.map((column) => (
              <div key={column.column} role="columnheader" className={column.hidden ? 'letter hidden-part' : 'letter'}>
                {column.letter}
                {column.hidden ? ` · ${text.hiddenColumn}` : ''}
              </div>
            ))}
          </div>
          <div role="row" className="cell-line targets" style={{ gridTemplateColumns: template }}>
            <div role="columnheader" className="gutter">
              {text.target}
            </div>
            {columns.map((column) => (
              <div key={column.column} role="columnheader" className={`target ${column.confidence}`}>
                <TargetSelect
                  id={`${id}-target-${column.column}`}
                  column={column}
                  kind={sheet.kind}
                  labelOf={labelOf}
                  onChange={(target) => {
                    onTarget(column.column, target);
                  }}
                  onDone={() => scroll.current?.focus()}
                />
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative', minWidth: least }}>
          {items.map((item) => {
            const row = cells.rowAt(item.index);
            return (
              <CellLine
                key={item.key}
                id={`${id}-${item.index}`}
                top={item.start}
                template={template}
                least={least}
                row={row}
                columns={columns}
                planned={row === undefined ? undefined : byRow.get(row.row)}
                activeColumn={item.index === active.line ? active.column : null}
                onClick={(column) => {
                  setActive({ line: item.index, column });
                }}
                onOpen={openRow}
              />
            );
          })}
        </div>
      </div>
      <div className="foot">
        <span className="hint" title={issues.map((issue) => issue.message).join(' ')}>
          {issues.length === 0 ? text.cellHint : issues.map((issue) => issue.message).join(' ')}
        </span>
        {here === undefined ? null : (
          <span className="tools">
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                setHeader(false);
              }}
            >
              {text.setHeader(here.row)}
            </Button>
            {sheet.headerRows !== null && here.row > sheet.headerRows.first && here.row - sheet.headerRows.first < 10 ? (
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  setHeader(true);
                }}
              >
                {text.headerUpTo(here.row)}
              </Button>
            ) : null}
          </span>
        )}
      </div>
    </div>
  );
};
