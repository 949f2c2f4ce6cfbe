import type { ImportCell, ImportCellRow, ImportRow, ImportSheet } from '#shared/contract/import-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';

const text = words.importing;

type CellLineProps = {
  readonly id: string;
  readonly top: number;
  readonly template: string;
  readonly least: number;
  /** `undefined` while it is on its way. */
  readonly row: ImportCellRow | undefined;
  readonly columns: ImportSheet['columns'];
  /** What becomes of the row; several people in one row are several. */
  readonly planned: readonly ImportRow[] | undefined;
  readonly activeColumn: number | null;
  readonly onClick: (column: number) => void;
  readonly onOpen: () => void;
};

type Severity = ImportRow['issues'][number]['severity'];
const order: readonly Severity[] = ['error', 'decision', 'question'];

/** The gravest of what is to be said about a cell. */
const severityOf = (cell: ImportCell, planned: readonly ImportRow[]): Severity | undefined => {
  const said = planned.flatMap((row) =>
    row.issues.filter(({ field }) => field !== null && (cell.fields.includes(field) || cell.target === field)),
  );
  return order.find((severity) => said.some((issue) => issue.severity === severity));
};

const outcomeOf = (planned: readonly ImportRow[]): ImportRow['outcome'] | undefined =>
  (['error', 'needs-decision', 'created', 'updated', 'same', 'left-out'] as const).find((outcome) =>
    planned.some((row) => row.outcome === outcome),
  );

const nobody: readonly ImportRow[] = [];

/** One row of the file: its number, what it is, its cells, and which of them wait for a person. */
export const CellLine = (props: CellLineProps) => {
  const { id, top, template, least, row, columns, planned = nobody, activeColumn, onClick, onOpen } = props;
  const byColumn = new Map(row?.cells.map((cell) => [cell.column, cell]) ?? []);
  const outcome = outcomeOf(planned);
  const role =
    row === undefined ? '' : row.role === 'data' ? (outcome === undefined ? '' : text.outcomes[outcome]) : text.roles[row.role];
  return (
    <div
      role="row"
      className={`cell-line body ${row?.role ?? ''}${activeColumn === null ? '' : ' active'}`}
      style={{ gridTemplateColumns: template, minWidth: least, transform: `translateY(${top}px)` }}
    >
      <div role="rowheader" className={`gutter ${outcome ?? ''}`}>
        <span className="row-number">{row?.row ?? ''}</span>
        <span className="row-role">
          {row?.hidden === true ? `${text.hiddenRow} · ` : ''}
          {role}
        </span>
      </div>
      {columns.map(({ column }) => {
        const cell = byColumn.get(column);
        const severity = cell === undefined ? undefined : severityOf(cell, planned);
        const fate = cell === undefined ? '' : cell.fate === 'unknown-column' ? ' ignored' : '';
        return (
          <div
            key={column}
            id={`${id}-${column}`}
            role="gridcell"
            aria-selected={column === activeColumn}
            className={`cell${fate}${severity === undefined ? '' : ` ${severity}`}${column === activeColumn ? ' active' : ''}`}
            title={cell === undefined || cell.text.length < 20 ? undefined : cell.text}
            onClick={() => {
              onClick(column);
            }}
            onDoubleClick={onOpen}
          >
            {cell?.text ?? ''}
          </div>
        );
      })}
    </div>
  );
};
