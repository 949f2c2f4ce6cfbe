import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { BulkBar, type BulkActions } from './bulk-bar.tsx';
import { keep, readKept } from './kept-state.ts';
import { markWidth, textOf, type Column } from './table-column.ts';
import { clipboardText } from './table-export.ts';
import { TableFoot } from './table-foot.tsx';
import { TableHead } from './table-head.tsx';
import { headKey, isLetter, targetOf } from './table-keys.ts';
import { gridOf, moveColumn, orderedColumns, plainLayout, resizeColumn, shownColumns, sortBy } from './table-layout.ts';
import { GroupLine, RowLine } from './table-line.tsx';
import { groupKey, linesOf } from './table-lines.ts';
import { useAwaitedOpen } from './use-awaited-open.ts';
import { TableFailed, TableLoading } from './table-states.tsx';
import type { List } from './use-list.ts';
import { useSelection } from './use-selection.ts';

export type { Column } from './table-column.ts';

type CommonProps<Row> = {
  readonly label: string;
  readonly onOpen?: (row: Row) => void;
  /** Told the number of the line that keys or a click lead to. */
  readonly onActive?: (index: number) => void;
  /** Where letters typed on the list go: the search field. Without it they lead to the next row that begins so. */
  readonly onType?: () => void;
  readonly autoFocus?: boolean;
  /** Records that a row shows, so that its values can be asked where they come from. */
  readonly recordsOf?: (row: Row) => string;
  readonly empty: ReactNode;
};

/** A list that can be set up: columns, order, groups, chosen rows, a file. */
type ListProps<Row> = CommonProps<Row> & {
  readonly list: List<Row>;
  /** Told the ids of the chosen rows. */
  readonly onSelect?: (ids: readonly string[]) => void;
  /** What can be done to many rows at once. */
  readonly bulk?: BulkActions | undefined;
};

/** Rows as they are, without more. */
type PlainProps<Row> = CommonProps<Row> & {
  /** Name under which place and chosen row are kept until the screen is opened again. */
  readonly name?: string;
  readonly columns: readonly Column<Row>[];
  /** Number of rows in all; `rowAt` may not have all of them yet. */
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onVisible?: (first: number, last: number) => void;
  /** Text of a row that heads the ones after it. */
  readonly headingOf?: (row: Row) => string | null;
};

const rowHeight = 34;

type Place = { readonly active: number; readonly offset: number };
const start: Place = { active: 0, offset: 0 };

const asList = <Row,>(props: ListProps<Row> | PlainProps<Row>) => {
  if ('list' in props) {
    const { list, onSelect, bulk } = props;
    return { list, onSelect, bulk, headingOf: undefined, name: list.name, columns: list.columns, rows: list.rows };
  }
  const { columns, name, headingOf, total, rowAt, onVisible } = props;
  const rows = { total, groups: [], isReady: true, isStale: false, error: null, rowAt, onVisible };
  return { list: null, onSelect: undefined, bulk: undefined, headingOf, name, columns, rows };
};

const noFolds: ReadonlySet<string> = new Set();

/**
 * A list of any length: only the visible rows exist. Arrow keys choose, Enter or a double click opens, letters go to the search field,
 * Space chooses rows for work on several, the arrow up from the first row leads to the heads.
 */
export const DataTable = <Row,>(props: ListProps<Row> | PlainProps<Row>) => {
  const { label, onOpen, onActive, onType, autoFocus = false, recordsOf, empty } = props;
  const { list, onSelect, bulk, headingOf, name, columns: all, rows } = asList(props);
  const [place] = useState(() => (name === undefined ? start : (readKept<Place>(`${name} row`) ?? start)));
  const scroll = useRef<HTMLDivElement>(null);
  const id = useId();
  const [chosenLine, setActive] = useState(place.active);
  const [headAt, setHeadAt] = useState<number | null>(null);
  const [anchor, setAnchor] = useState<number | null>(null);
  const [folds, setFolds] = useState<{ readonly by: string | null; readonly keys: ReadonlySet<string> }>({
    by: null,
    keys: noFolds,
  });
  const typed = useRef({ text: '', at: 0 });
  const selection = useSelection(list?.rowId, onSelect);
  const layout = list?.layout ?? null;
  const groupBy = layout?.groupBy ?? null;
  const folded = folds.by === groupBy ? folds.keys : noFolds;
  const lines = useMemo(() => linesOf(rows.total, rows.groups, folded), [rows.total, rows.groups, folded]);
  const columns = layout === null ? all : shownColumns(all, layout);
  const { template, least } = gridOf(columns, layout ?? plainLayout, list === null ? [] : [markWidth]);
  const active = Math.max(0, Math.min(chosenLine, lines.count - 1));
  const { rowAt, onVisible } = rows;
  const virtualizer = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: place.offset,
    scrollPaddingStart: rowHeight,
  });
  const items = virtualizer.getVirtualItems();
  const rowsInView = items.flatMap(({ index }) => {
    const line = lines.at(index);
    return line?.kind === 'row' ? [line.row] : [];
  });
  const first = rowsInView[0] ?? 0;
  const last = rowsInView.at(-1) ?? 0;
  useEffect(() => {
    onVisible?.(first, last);
  }, [first, last, onVisible]);
  const asked = list?.asked;
  const [answered, setAnswered] = useState(asked);
  if (answered !== asked) {
    setAnswered(asked);
    setActive(0);
  }
  const scrolledFor = useRef(asked);
  useEffect(() => {
    if (scrolledFor.current === asked) return;
    scrolledFor.current = asked;
    virtualizer.scrollToOffset(0);
  }, [asked, virtualizer]);
  const isEmpty = lines.count === 0;
  const isNew = useRef(true);
  // Also when the first row comes later, unless the keyboard is somewhere already.
  useLayoutEffect(() => {
    const isFree = isNew.current || document.activeElement?.matches('body, .page') === true;
    if (autoFocus && !isEmpty && isFree) scroll.current?.focus({ preventScroll: true });
    if (rows.isReady) isNew.current = false;
  }, [autoFocus, isEmpty, rows.isReady]);
  const rowOfLine = (index: number): Row | undefined => {
    const line = lines.at(index);
    return line?.kind === 'row' ? rowAt(line.row) : undefined;
  };
  const open = (index: number): void => {
    const found = rowOfLine(index);
    if (found === undefined || !onOpen) return;
    if (name !== undefined) keep(`${name} row`, { active: index, offset: virtualizer.scrollOffset ?? 0 } satisfies Place);
    onOpen(found);
  };
  const awaited = useAwaitedOpen(rows.isStale, () => {
    open(active);
  });
  const choose = (index: number): void => {
    setActive(index);
    onActive?.(index);
  };
  const goTo = (index: number): void => {
    choose(index);
    virtualizer.scrollToIndex(index);
  };
  const toggleGroup = (index: number, wanted?: boolean): void => {
    const line = lines.at(index);
    if (line?.kind !== 'group') return;
    const key = groupKey(line.group);
    if (wanted !== undefined && folded.has(key) === wanted) return;
    const next = new Set(folded);
    if (!next.delete(key)) next.add(key);
    setFolds({ by: groupBy, keys: next });
    setActive(index);
  };
  const foldAll = (isFolded: boolean): void => {
    setFolds({ by: groupBy, keys: isFolded ? new Set(rows.groups.map(groupKey)) : noFolds });
    setActive(0);
  };
  const rowNumber = (index: number, down: boolean): number => {
    const line = lines.at(index);
    if (line?.kind === 'row') return line.row;
    const before = rows.groups.slice(0, line?.groupIndex ?? 0).reduce((sum, group) => sum + group.count, 0);
    return down ? before - 1 : before;
  };
  const chooseRange = (from: number, to: number): void => {
    if (list === null) return;
    const [low, high] = from < to ? [from, to] : [to, from];
    void list.rowsBetween(rowNumber(low, false), rowNumber(high, true)).then((found) => {
      selection.add(found, true);
    });
  };
  const toggle = (index: number): void => {
    const row = rowOfLine(index);
    setAnchor(index);
    if (row !== undefined) selection.toggle(row);
  };
  const typeAhead = (key: string): void => {
    const now = performance.now();
    const text = now - typed.current.at < 1000 ? typed.current.text + key : key;
    typed.current = { text, at: now };
    const [column] = columns;
    if (column === undefined) return;
    const begins = (index: number): boolean => {
      const row = rowOfLine(index);
      return row !== undefined && fold(textOf(column.cell(row))).startsWith(fold(text));
    };
    const order = Array.from(
      { length: Math.min(lines.count, 2000) },
      (_, step) => (active + (text.length > 1 ? 0 : 1) + step) % lines.count,
    );
    const found = order.find(begins);
    if (found !== undefined) goTo(found);
  };
  const onHeadKey = (event: KeyboardEvent, at: number): boolean => {
    const column = columns[at];
    if (list === null || layout === null || column === undefined) return false;
    const keys = orderedColumns(all, layout).map((one) => one.key);
    return headKey(event, at, {
      count: columns.length,
      move: setHeadAt,
      sort: (adds) => {
        if (column.noSort !== true) list.setLayout(sortBy(layout, column.key, adds));
      },
      widen: (by) => {
        const width = document.getElementById(`${id}-head-${at}`)?.getBoundingClientRect().width ?? 0;
        list.setLayout(resizeColumn(layout, column.key, width + by));
      },
      shift: (by) => {
        list.setLayout(moveColumn(layout, keys, column.key, by));
        setHeadAt(Math.max(0, Math.min(columns.length - 1, at + by)));
      },
    });
  };
  const onListKey = (event: KeyboardEvent): boolean => {
    if (list === null) return false;
    const line = lines.at(active);
    const plainKey = !event.ctrlKey && !event.altKey;
    if (event.key === 'ArrowUp' && active === 0 && plainKey && !event.shiftKey) setHeadAt(0);
    else if (line?.kind === 'group' && (event.key === 'Enter' || event.key === ' ')) toggleGroup(active);
    else if (line?.kind === 'group' && event.key === 'ArrowRight') toggleGroup(active, false);
    else if (line?.kind === 'group' && event.key === 'ArrowLeft') toggleGroup(active, true);
    else if (line?.kind === 'row' && event.key === 'ArrowLeft' && groupBy !== null)
      goTo(lines.lineOfGroup(lines.groupAt(active)));
    else if (event.key === ' ' && plainKey) toggle(active);
    else if (event.ctrlKey && event.key.toLowerCase() === 'a') chooseRange(0, lines.count - 1);
    else if (event.key === 'Escape' && selection.size > 0) selection.clear();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    awaited.forget();
    if (headAt !== null && onHeadKey(event, headAt)) return;
    if (headAt === null && onListKey(event)) return;
    if ((event.key === 'Enter' || event.key === 'F2') && !event.ctrlKey && onOpen) {
      event.preventDefault();
      awaited.open();
      return;
    }
    const turnsTabs = event.ctrlKey && event.key.startsWith('Page');
    const target = turnsTabs ? undefined : targetOf(event.key, active, lines.count);
    if (target === undefined) {
      if (!isLetter(event)) return;
      if (onType) onType();
      else typeAhead(event.key);
      return;
    }
    event.preventDefault();
    setHeadAt(null);
    if (event.shiftKey && list !== null) {
      const from = anchor ?? active;
      setAnchor(from);
      chooseRange(from, target);
    } else setAnchor(null);
    goTo(target);
  };
  const onCopy = (event: ClipboardEvent): void => {
    const row = rowOfLine(active);
    const copied = selection.size > 0 ? selection.rows : row === undefined ? [] : [row];
    if (list === null || copied.length === 0) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', clipboardText(columns, copied));
  };
  if (rows.error !== null && list !== null) return <TableFailed error={rows.error} onRetry={list.rows.retry} />;
  if (!rows.isReady)
    return <TableLoading label={label} columns={columns} template={template} least={least} withMarks={list !== null} />;
  if (isEmpty) return <div className="sheet grid-table">{empty}</div>;
  const isGrouped = rows.groups.length > 0;
  const current = rowOfLine(active);
  const chosenRows = selection.size > 0 || current === undefined ? selection.rows : [current];
  const activeId =
    headAt !== null ? `${id}-head-${headAt}` : items.some((item) => item.index === active) ? `${id}-${active}` : undefined;
  return (
    <div className="sheet grid-table">
      <div
        ref={scroll}
        className="scroll"
        data-autofocus={autoFocus ? true : undefined}
        role={isGrouped ? 'treegrid' : 'grid'}
        aria-label={label}
        aria-rowcount={lines.count + 1}
        aria-multiselectable={list === null ? undefined : true}
        aria-activedescendant={activeId}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onBlur={() => {
          setHeadAt(null);
        }}
      >
        <TableHead
          id={id}
          columns={columns}
          layout={layout}
          active={headAt}
          template={template}
          least={least}
          withMarks={list !== null}
          onSort={(key, adds) => {
            if (list !== null) list.setLayout(sortBy(list.layout, key, adds));
          }}
          onResize={(key, width) => {
            if (list !== null) list.setLayout(resizeColumn(list.layout, key, width));
          }}
        />
        <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative', minWidth: least }}>
          {items.map((item) => {
            const { index } = item;
            const line = lines.at(index);
            const frame = { id, index, top: item.start, template, least, isActive: headAt === null && index === active };
            if (line === undefined) return null;
            if (line.kind === 'group')
              return (
                <GroupLine
                  key={item.key}
                  {...frame}
                  line={line}
                  isFolded={folded.has(groupKey(line.group))}
                  onToggle={() => {
                    toggleGroup(index);
                  }}
                />
              );
            const row = rowAt(line.row);
            const isChosen = row !== undefined && list !== null && selection.has(list.rowId(row));
            return (
              <RowLine
                key={item.key}
                {...frame}
                row={row}
                records={row === undefined ? undefined : recordsOf?.(row)}
                columns={columns}
                heading={row === undefined ? null : (headingOf?.(row) ?? null)}
                isSelected={selection.size > 0 ? isChosen : index === active}
                isInGroup={isGrouped}
                mark={list === null ? 'none' : isChosen ? 'set' : 'empty'}
                onClick={(event) => {
                  setHeadAt(null);
                  choose(index);
                  if (event.shiftKey) chooseRange(anchor ?? active, index);
                  else if (event.ctrlKey) toggle(index);
                  else setAnchor(index);
                }}
                onOpen={() => {
                  open(index);
                }}
                onMark={() => {
                  setActive(index);
                  toggle(index);
                }}
              />
            );
          })}
        </div>
      </div>
      {list === null || bulk === undefined ? null : (
        <BulkBar actions={bulk} ids={chosenRows.map(list.rowId)} isShown={selection.size > 0} />
      )}
      {list === null ? (
        onOpen ? (
          <div className="foot">{words.common.tableHint}</div>
        ) : null
      ) : (
        <TableFoot
          label={label}
          list={list}
          selection={selection}
          isFolded={isGrouped ? folded.size === rows.groups.length : null}
          onFold={foldAll}
        />
      )}
    </div>
  );
};
