import type { ReactNode } from 'react';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { words } from '#shared/text/screen-words.vi.ts';

type EditColumn = { readonly title: string; readonly width: string; readonly number?: boolean };

type EditTableProps = {
  readonly title: string;
  /** Kind of the records that the rows show. */
  readonly kind: string;
  readonly columns: readonly EditColumn[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
  readonly empty: string;
  readonly onOpen?: (id: string) => void;
  /** Rows at the end in which the next one is typed. */
  readonly entry?: ReactNode;
  readonly foot?: ReactNode;
};

/** A short table of parts of a record: a row is opened by the button in its first filled cell. */
export const EditTable = ({ title, kind, columns, rows, empty, onOpen, entry, foot }: EditTableProps) => (
  <section className="sheet" aria-label={title}>
    <div className="sheet-head">
      <h2>{title}</h2>
    </div>
    <table className="plain-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.title} style={{ width: column.width }} className={column.number === true ? 'number' : undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 ? (
          <tr>
            <td colSpan={columns.length} className="muted">
              {empty}
            </td>
          </tr>
        ) : null}
        {rows.map((row) => {
          const named = row.cells.findIndex((cell) => cell !== '');
          return (
            <tr key={row.id} data-records={recordsText({ kind, id: row.id })}>
              {row.cells.map((cell, index) => (
                <td key={columns[index]?.title ?? index} className={columns[index]?.number === true ? 'number break' : 'break'}>
                  {index === named && onOpen ? (
                    <button
                      type="button"
                      className="link-button"
                      title={words.common.edit}
                      onClick={() => {
                        onOpen(row.id);
                      }}
                    >
                      {cell}
                    </button>
                  ) : (
                    cell
                  )}
                </td>
              ))}
            </tr>
          );
        })}
        {foot}
        {entry}
      </tbody>
    </table>
  </section>
);
