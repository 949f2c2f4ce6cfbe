import type { MouseEvent, ReactNode } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import type { Column } from './table-column.ts';
import type { TableLine } from './table-lines.ts';

type Frame = {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly template: string;
  readonly least: number;
  readonly isActive: boolean;
};

type GroupLineProps = Frame & {
  readonly line: Extract<TableLine, { readonly kind: 'group' }>;
  readonly isFolded: boolean;
  readonly onToggle: () => void;
};

const classes = (...names: readonly (string | false)[]): string => names.filter((name) => name !== false).join(' ');

/** Head of a group: its name, how many rows it has, whether they are shown. */
export const GroupLine = ({ id, index, top, template, least, isActive, line, isFolded, onToggle }: GroupLineProps) => (
  <div
    id={`${id}-${index}`}
    className={classes('line', 'group', isActive && 'active')}
    role="row"
    aria-rowindex={index + 2}
    aria-level={1}
    aria-expanded={!isFolded}
    aria-selected={false}
    style={{ gridTemplateColumns: template, minWidth: least, transform: `translateY(${top}px)` }}
    onClick={onToggle}
  >
    <div role="gridcell" style={{ gridColumn: '1 / -1' }}>
      <span className="fold-mark" aria-hidden="true">
        {isFolded ? '▸' : '▾'}
      </span>
      {line.group.label === '' ? words.list.noGroupName : line.group.label}
      <span className="count">{formatCount(line.group.count)}</span>
    </div>
  </div>
);

type RowLineProps<Row> = Frame & {
  /** `undefined` while it is on its way. */
  readonly row: Row | undefined;
  /** Records that it shows, as `recordsMark` takes them. */
  readonly records: string | undefined;
  readonly columns: readonly Column<Row>[];
  readonly heading: string | null;
  readonly isSelected: boolean;
  /** Whether it stands under the head of a group. */
  readonly isInGroup: boolean;
  readonly mark: 'none' | 'empty' | 'set';
  readonly onClick: (event: MouseEvent) => void;
  readonly onOpen: () => void;
  readonly onMark: () => void;
};

const isText = (node: ReactNode): node is string => typeof node === 'string';

/** One row. What is cut off can be read by pointing at it. */
export const RowLine = <Row,>(props: RowLineProps<Row>) => {
  const { id, index, top, template, least, isActive, row, columns, heading, isSelected, isInGroup, mark } = props;
  return (
    <div
      id={`${id}-${index}`}
      className={classes(
        'line',
        heading !== null && 'group',
        isActive && 'active',
        isSelected && 'selected',
        mark === 'set' && 'chosen',
      )}
      role="row"
      data-records={props.records}
      aria-rowindex={index + 2}
      aria-level={isInGroup ? 2 : undefined}
      aria-selected={isSelected}
      style={{ gridTemplateColumns: template, minWidth: least, transform: `translateY(${top}px)` }}
      onClick={props.onClick}
      onDoubleClick={props.onOpen}
    >
      {mark === 'none' || heading !== null ? null : (
        <div
          role="gridcell"
          className="mark-cell"
          onClick={(event) => {
            event.stopPropagation();
            props.onMark();
          }}
        >
          <span className="box">{mark === 'set' ? <span className="visually-hidden">{words.list.chosen}</span> : null}</span>
        </div>
      )}
      {heading === null ? null : (
        <div role="gridcell" style={{ gridColumn: '1 / -1' }}>
          {heading}
        </div>
      )}
      {(heading === null ? columns : []).map((column) => {
        const content = row === undefined ? <span className="bone" aria-hidden="true" /> : column.cell(row);
        return (
          <div
            key={column.key}
            role="gridcell"
            className={column.number === true ? 'number' : undefined}
            title={isText(content) && content.length > 12 ? content : undefined}
          >
            {content}
          </div>
        );
      })}
    </div>
  );
};
