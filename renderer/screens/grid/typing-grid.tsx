import { Button } from '@mantine/core';
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Failure } from '#shared/contract/failure.ts';
import { gridWords } from '#shared/text/grid-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { localToday } from '#renderer/components/format.ts';
import { useLeaveGuard } from '#renderer/components/leave-guard.tsx';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useSession } from '#renderer/session.tsx';
import { GridLine } from './grid-line.tsx';
import { GridNotices } from './grid-notices.tsx';
import type { GridPlan } from './grid-plan.ts';
import { emptyGrid, isBlank, reduceGrid } from './grid-state.ts';
import { readRow } from './read-row.ts';
import { useGridDraft } from './use-grid-draft.tsx';
import { focusCell, rowsOf, useGridEvents, type GridRange } from './use-grid-events.ts';
import { useGridSave } from './use-grid-save.ts';

const text = words.grid;
const today = localToday();

/** Rows typed or pasted one after the other: as fast as a spreadsheet, with the rules of the form. */
export const TypingGrid = (plan: GridPlan) => {
  const { kind, title, draftName, columns, nameColumn, sticky, optionsOf, typedBefore, prepare, back } = plan;
  const [, go] = useLocation();
  const { notify } = useSession();
  const [grid, act] = useReducer(reduceGrid, undefined, emptyGrid);
  const [range, setRange] = useState<GridRange | null>(null);
  const [total, setTotal] = useState(0);
  const [rounds, setRounds] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { save, isSaving } = useGridSave(kind, prepare);
  const filled = grid.rows.filter((row) => !isBlank(row));
  const draft = useGridDraft(draftName, filled, (cells) => {
    act({ do: 'take', cells });
  });
  const guard = useLeaveGuard(filled.length > 0, () => {
    draft.drop();
    go(back);
  });
  useAction('app.close', guard.leave);

  const latest = useRef({ grid, columns, nameColumn, sticky, optionsOf, range, plan });
  // Before the next key can come, not some time after the paint.
  useLayoutEffect(() => {
    latest.current = { grid, columns, nameColumn, sticky, optionsOf, range, plan };
  });
  const saveAll = useCallback(async (): Promise<void> => {
    const now = latest.current;
    const read = now.grid.rows
      .filter((row) => !isBlank(row))
      .map((row) => ({ row, ...readRow(row, now.columns, now.optionsOf, today) }));
    if (read.length === 0) return;
    const outcome = await save(read);
    if (outcome === null) return;
    act({ do: 'saved', keys: outcome.saved });
    act({ do: 'refused', issues: outcome.issues });
    setRange(null);
    setFailure(outcome.failure);
    setTotal((count) => count + outcome.saved.size);
    const left = read.length - outcome.saved.size;
    const done = now.plan.saved(outcome.saved.size);
    notify(left === 0 ? done : outcome.saved.size === 0 ? text.left(left) : gridWords.savedSome(done, left));
    setRounds((count) => count + 1);
  }, [notify, save]);
  useAction('form.saveNext', () => void saveAll());
  // The row that had the keyboard may be written and gone: it goes on at the first one that is left.
  useLayoutEffect(() => {
    if (rounds === 0) return;
    const { columns: now, nameColumn: name } = latest.current;
    focusCell(
      0,
      now.findIndex((column) => column.name === name),
    );
  }, [rounds]);

  const events = useGridEvents(latest, act, saveAll, setRange);
  const listOf = useCallback((name: string) => (typedBefore[name] === undefined ? undefined : `typed-${name}`), [typedBefore]);
  useEffect(() => {
    if (plan.isReady) focusCell(0, 0);
  }, [plan.isReady]);
  const [first, last] = range === null ? [0, -1] : rowsOf(range);
  return (
    <Page
      title={title}
      note={filled.length > 0 ? text.ready(filled.length) : total > 0 ? gridWords.sum(total) : ''}
      actions={
        <>
          <Button variant="default" onClick={guard.leave}>
            {words.common.close} (Esc)
          </Button>
          <Button loading={isSaving} disabled={filled.length === 0} onClick={() => void saveAll()}>
            {text.save}
          </Button>
        </>
      }
    >
      {plan.above}
      <FailureNotice failure={failure} />
      {draft.notice}
      <GridNotices rows={grid.rows} columns={columns} nameColumn={nameColumn} />
      <div className="sheet scroll-x typing-grid">
        <table className="plain-table sticky">
          <thead>
            <tr>
              <th className="number">{words.common.order}</th>
              {columns.map((column) => (
                <th key={column.name} style={{ minWidth: column.width }}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((row, index) => (
              <GridLine
                key={row.key}
                row={row}
                index={index}
                columns={columns}
                doubtful={
                  isBlank(row)
                    ? ''
                    : readRow(row, columns, optionsOf, today)
                        .issues.filter((issue) => issue.code !== 'field-required')
                        .map((issue) => issue.field)
                        .join(' ')
                }
                chosenColumn={range !== null && index >= first && index <= last ? range.column : -1}
                isReadOnly={isSaving}
                events={events}
                listOf={listOf}
              />
            ))}
          </tbody>
        </table>
        {Object.entries(typedBefore).map(([name, values]) => (
          <datalist key={name} id={`typed-${name}`}>
            {values.map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        ))}
      </div>
      <p className="muted small grid-hint">
        {plan.hint ?? text.empty}
        <br />
        {text.keys}
      </p>
      {guard.dialog}
    </Page>
  );
};
