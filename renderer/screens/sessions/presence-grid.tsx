import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { sessionResults } from '#shared/catalogue/code-lists.ts';
import type { ParticipantRow } from '#shared/contract/session-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { BulkBar, type BulkActions } from '#renderer/components/bulk-bar.tsx';
import { formatPartial } from '#renderer/components/format.ts';
import { recordsText } from '#renderer/provenance/records-text.ts';
import type { Marks } from './use-marks.ts';

const text = words.sessions;

type PresenceGridProps = {
  readonly participants: readonly ParticipantRow[];
  readonly sittingCount: number;
  readonly canChange: boolean;
  readonly marks: Marks;
  readonly onTakeOff: (participant: ParticipantRow) => void;
  /** What can be done to many participants at once. */
  readonly bulk: BulkActions | undefined;
};

type Cell = { readonly row: number; readonly column: number };
/** Rows chosen for work on several, both ends included. */
type Range = { readonly from: number; readonly to: number };

const moves: Readonly<Record<string, Cell>> = {
  ArrowDown: { row: 1, column: 0 },
  ArrowUp: { row: -1, column: 0 },
  ArrowRight: { row: 0, column: 1 },
  ArrowLeft: { row: 0, column: -1 },
};

/** In a text the arrows to the sides belong to the caret, in a list those up and down to its entries. */
const isOwnKey = (target: Element, key: string): boolean =>
  (target instanceof HTMLInputElement && target.type === 'text' && (key === 'ArrowLeft' || key === 'ArrowRight')) ||
  (target instanceof HTMLSelectElement && (key === 'ArrowUp' || key === 'ArrowDown'));

const cellAttributes = (row: number, column: number, active: Cell) => ({
  'data-cell': `${row} ${column}`,
  tabIndex: active.row === row && active.column === column ? 0 : -1,
});

/** Of a sitting that nobody has marked there is nothing yet: the row speaks. */
const markRecords = ({ marks }: ParticipantRow, sitting: number): string | undefined => {
  const mark = marks.find((one) => one.sitting === sitting);
  return mark === undefined ? undefined : recordsText({ kind: 'presence', id: mark.id });
};

const groupOf = (participant: ParticipantRow): string =>
  participant.communeName === '' ? text.otherCommune : participant.communeName;

const ResultInput = ({ row, index, column, active, canChange, marks }: RowPart & { readonly column: number }) => (
  <select
    {...cellAttributes(index, column, active)}
    data-value="participant.result"
    className="cell-input"
    aria-label={`${row.fullName}: ${text.result}`}
    value={row.result ?? ''}
    disabled={!canChange}
    onChange={(event) => {
      marks.change(row.id, { result: event.currentTarget.value === '' ? null : event.currentTarget.value });
    }}
  >
    <option value=""> </option>
    {sessionResults.map((one) => (
      <option key={one.code} value={one.code}>
        {one.label}
      </option>
    ))}
  </select>
);

/** Written when the field is left or with Enter, so that an input method is never disturbed. */
const CertificateInput = ({ row, index, column, active, canChange, marks }: RowPart & { readonly column: number }) => {
  const save = (event: FocusEvent<HTMLInputElement>): void => {
    const typed = event.currentTarget.value.trim();
    if (typed !== (row.certificateNumber ?? '')) marks.change(row.id, { certificateNumber: typed === '' ? null : typed });
  };
  return (
    <input
      {...cellAttributes(index, column, active)}
      data-value="participant.certificateNumber"
      key={row.certificateNumber ?? ''}
      className="cell-input"
      type="text"
      autoComplete="off"
      maxLength={60}
      aria-label={`${row.fullName}: ${text.certificate}`}
      defaultValue={row.certificateNumber ?? ''}
      disabled={!canChange}
      onBlur={save}
    />
  );
};

type RowPart = {
  readonly row: ParticipantRow;
  readonly index: number;
  readonly active: Cell;
  readonly canChange: boolean;
  readonly marks: Marks;
};

/** Who was there at which sitting: arrows move, the space bar ticks; the head ticks a whole sitting. */
export const PresenceGrid = ({ participants, sittingCount, canChange, marks, onTakeOff, bulk }: PresenceGridProps) => {
  const table = useRef<HTMLTableElement>(null);
  const [chosen, setActive] = useState<Cell>({ row: 0, column: 1 });
  const active = { ...chosen, row: Math.min(chosen.row, participants.length - 1) };
  const sittings = Array.from({ length: sittingCount }, (_, index) => index + 1);
  const columnCount = 1 + sittingCount + 2;
  const [range, setRange] = useState<Range | null>(null);
  const isChosen = (index: number): boolean =>
    range !== null && index >= Math.min(range.from, range.to) && index <= Math.max(range.from, range.to);
  const chosenRows = participants.filter((_, index) => (range === null ? index === active.row : isChosen(index)));
  const focusCell = (cell: Cell): void => {
    setActive(cell);
    table.current?.querySelector<HTMLElement>(`[data-cell="${cell.row} ${cell.column}"]`)?.focus();
  };
  /** Shift and the arrows choose rows, Ctrl+A all of them, Escape none. */
  const chooseRows = (event: KeyboardEvent<HTMLElement>, row: number, isText: boolean): boolean => {
    const { key, shiftKey, ctrlKey } = event;
    const last = participants.length - 1;
    if (shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const to = Math.max(0, Math.min(last, row + (key === 'ArrowDown' ? 1 : -1)));
      setRange({ from: range?.from ?? row, to });
      focusCell({ row: to, column: active.column });
    } else if (ctrlKey && key.toLowerCase() === 'a' && !isText) setRange({ from: 0, to: last });
    else if (key === 'Escape' && range !== null) setRange(null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing || !(event.target instanceof Element)) return;
    const [row, column] = (event.target.getAttribute('data-cell') ?? '').split(' ').map(Number);
    if (row === undefined || column === undefined || Number.isNaN(row) || Number.isNaN(column)) return;
    const key = event.key === 'Enter' ? (event.shiftKey ? 'ArrowUp' : 'ArrowDown') : event.key;
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    const participant = participants[row];
    if (key === 'Delete' && canChange && !isText && participant) {
      event.preventDefault();
      onTakeOff(participant);
      return;
    }
    if (bulk !== undefined && chooseRows(event, row, isText)) return;
    const move = moves[key];
    if (move === undefined || (event.key !== 'Enter' && isOwnKey(event.target, key))) return;
    event.preventDefault();
    focusCell({
      row: Math.max(0, Math.min(participants.length - 1, row + move.row)),
      column: Math.max(0, Math.min(columnCount - 1, column + move.column)),
    });
  };
  return (
    <div className="sheet scroll-x">
      <table className="plain-table sticky presence" ref={table} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th className="number">{words.common.order}</th>
            <th>{words.mediators.name}</th>
            <th>{words.mediators.born}</th>
            <th>{text.unit}</th>
            <th className="tick" title={text.payrollHint}>
              {text.payroll}
            </th>
            {sittings.map((sitting) => (
              <th key={sitting} className="tick">
                <label>
                  {text.sitting(sitting)}
                  <input
                    type="checkbox"
                    aria-label={text.allPresent(sitting)}
                    disabled={!canChange}
                    checked={participants.every((row) => row.present.includes(sitting))}
                    onChange={(event) => {
                      const present = event.currentTarget.checked;
                      marks.mark(participants.map((row) => ({ participantId: row.id, sitting, present })));
                    }}
                  />
                </label>
              </th>
            ))}
            <th>{text.result}</th>
            <th>{text.certificate}</th>
          </tr>
        </thead>
        <tbody>
          {participants.map((row, index) => {
            const previous = participants[index - 1];
            const isFirst = previous === undefined || groupOf(previous) !== groupOf(row);
            const part = { row, index, active, canChange, marks };
            return [
              isFirst ? (
                <tr key={`${row.id} group`} className="group">
                  <th colSpan={columnCount + 4} scope="colgroup">
                    {groupOf(row)}
                    <span className="muted"> {participants.filter((one) => groupOf(one) === groupOf(row)).length}</span>
                  </th>
                </tr>
              ) : null,
              <tr
                key={row.id}
                className={isChosen(index) ? 'chosen' : undefined}
                data-records={recordsText({ kind: 'participant', id: row.id }, { kind: 'person', id: row.personId })}
              >
                <td className="number muted">{index + 1}</td>
                <td>
                  {row.fullName}
                  {row.personId === null ? <span className="muted"> ({text.guest})</span> : null}
                </td>
                <td>{formatPartial(row.birthDate)}</td>
                <td className="cut" title={row.unit}>
                  {row.unit === '' ? (row.position ?? '') : row.unit}
                </td>
                <td className="tick">
                  <input
                    {...cellAttributes(index, 0, active)}
                    data-value="participant.onStatePayroll"
                    type="checkbox"
                    aria-label={`${row.fullName}: ${text.payroll}`}
                    disabled={!canChange}
                    checked={row.onStatePayroll}
                    onFocus={() => {
                      setActive({ row: index, column: 0 });
                    }}
                    onChange={(event) => {
                      marks.change(row.id, { onStatePayroll: event.currentTarget.checked });
                    }}
                  />
                </td>
                {sittings.map((sitting) => (
                  <td key={sitting} className="tick" data-records={markRecords(row, sitting)}>
                    <input
                      {...cellAttributes(index, sitting, active)}
                      data-value="presence.present"
                      type="checkbox"
                      aria-label={text.presentAt(row.fullName, sitting)}
                      disabled={!canChange}
                      checked={row.present.includes(sitting)}
                      onFocus={() => {
                        setActive({ row: index, column: sitting });
                      }}
                      onChange={(event) => {
                        marks.mark([{ participantId: row.id, sitting, present: event.currentTarget.checked }]);
                      }}
                    />
                  </td>
                ))}
                <td>
                  <ResultInput {...part} column={sittingCount + 1} />
                </td>
                <td>
                  <CertificateInput {...part} column={sittingCount + 2} />
                </td>
              </tr>,
            ];
          })}
        </tbody>
      </table>
      {bulk === undefined ? null : <BulkBar actions={bulk} ids={chosenRows.map((row) => row.id)} isShown={range !== null} />}
    </div>
  );
};
