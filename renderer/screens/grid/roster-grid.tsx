import { Button, Checkbox } from '@mantine/core';
import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { issueMessage } from '#shared/text/messages.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { localToday } from '#renderer/components/format.ts';
import { useKept } from '#renderer/components/kept-state.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { useLeaveGuard } from '#renderer/components/leave-guard.tsx';
import { FailureNotice, Notice } from '#renderer/components/notices.tsx';
import { Empty, Page } from '#renderer/components/page.tsx';
import { everywhere, PlaceFilters, type PlaceFilter } from '#renderer/components/place-filters.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import type { Failure } from '#shared/contract/failure.ts';
import { baseColumns, moreColumns } from './grid-columns.ts';
import { GridLine } from './grid-line.tsx';
import { emptyGrid, isBlank, reduceGrid } from './grid-state.ts';
import { readRow, type OptionsOf } from './read-row.ts';
import { useGridDraft } from './use-grid-draft.tsx';
import { focusCell, useGridEvents } from './use-grid-events.ts';
import { useGridSave } from './use-grid-save.ts';

const text = words.grid;
const today = localToday();
const firstMore: readonly string[] = ['position'];

/** Teams to choose from, with their commune where several have the same name. */
const useTeamOptions = (officeId: string, place: PlaceFilter) => {
  const { data } = useAnswer('team.list', {
    officeId,
    limit: 100_000,
    ...(place.communeId === '' ? {} : { communeId: place.communeId }),
  });
  return useMemo(() => {
    const rows = data?.rows ?? [];
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(row.name, (counts.get(row.name) ?? 0) + 1);
    return {
      isReady: data !== undefined,
      options: rows.map((row) => ({
        value: row.id,
        label: (counts.get(row.name) ?? 0) > 1 ? `${row.name}, ${row.communeName}` : row.name,
      })),
    };
  }, [data]);
};

/** Rosters typed or pasted row by row: as fast as a spreadsheet, with the rules of the form. */
export const RosterGrid = ({ teamId }: { readonly teamId: string | undefined }) => {
  const [, go] = useLocation();
  const { office, notify } = useSession();
  const [grid, act] = useReducer(reduceGrid, undefined, emptyGrid);
  const [place, setPlace] = useKept<PlaceFilter>('grid place', everywhere);
  const [more, setMore] = useKept<readonly string[]>('grid columns', firstMore);
  const [total, setTotal] = useState(0);
  const [rounds, setRounds] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const teams = useTeamOptions(office.id, teamId === undefined ? place : everywhere);
  const positions = useAnswer('record.values', { kind: 'mediator', field: 'position' });
  const occupations = useAnswer('record.values', { kind: 'mediator', field: 'occupation' });
  const { save, isSaving } = useGridSave();
  const columns = useMemo(
    () => [
      ...baseColumns.filter((column) => column.name !== 'teamId' || teamId === undefined),
      ...moreColumns.filter((column) => more.includes(column.name)),
    ],
    [more, teamId],
  );
  const optionsOf = useCallback<OptionsOf>(
    (name) =>
      name === 'teamId'
        ? teams.options
        : (columns.find((column) => column.name === name)?.field.codes ?? []).map((entry) => ({
            value: entry.code,
            label: entry.label,
          })),
    [columns, teams.options],
  );
  const filled = grid.rows.filter((row) => !isBlank(row));
  const draft = useGridDraft(`grid ${teamId ?? ''}`, filled, (cells) => {
    act({ do: 'take', cells });
  });
  const close = useCallback((): void => {
    go(teamId === undefined ? '/mediators' : `/teams/${teamId}`);
  }, [go, teamId]);
  const guard = useLeaveGuard(filled.length > 0, () => {
    draft.drop();
    close();
  });
  useAction('app.close', guard.leave);

  const latest = useRef({ grid, columns, optionsOf });
  // Before the next key can come, not some time after the paint.
  useLayoutEffect(() => {
    latest.current = { grid, columns, optionsOf };
  });
  const saveAll = useCallback(async (): Promise<void> => {
    const now = latest.current;
    const rows = now.grid.rows
      .filter((row) => !isBlank(row))
      .map((row) => {
        const read = readRow(row, now.columns, now.optionsOf, today);
        return { row, ...read, line: { ...read.line, ...(teamId === undefined ? {} : { teamId }) } };
      });
    if (rows.length === 0) return;
    const outcome = await save(rows);
    act({ do: 'saved', keys: outcome.saved });
    act({ do: 'refused', issues: outcome.issues });
    setFailure(outcome.failure);
    setTotal((count) => count + outcome.saved.size);
    const left = rows.length - outcome.saved.size;
    notify(
      left === 0
        ? text.saved(outcome.saved.size)
        : outcome.saved.size === 0
          ? text.left(left)
          : text.savedSome(outcome.saved.size, left),
    );
    setRounds((count) => count + 1);
  }, [notify, save, teamId]);
  useAction('form.saveNext', () => void saveAll());
  // The row that had the keyboard may be written and gone: it goes on at the first one that is left.
  useLayoutEffect(() => {
    if (rounds === 0) return;
    focusCell(
      0,
      latest.current.columns.findIndex((column) => column.name === 'fullName'),
    );
  }, [rounds]);

  const events = useGridEvents(latest, act, saveAll);

  const listOf = useCallback((name: string) => (name === 'position' || name === 'occupation' ? `typed-${name}` : undefined), []);
  useEffect(() => {
    if (teams.isReady && teams.options.length > 0) focusCell(0, 0);
  }, [teams.isReady, teams.options.length]);

  if (teams.isReady && teams.options.length === 0 && place.communeId === '')
    return (
      <Page title={text.title}>
        <div className="sheet">
          <Empty
            title={text.noTeams}
            text={text.noTeamsText}
            action={
              <Button
                onClick={() => {
                  go('/teams/new');
                }}
              >
                {words.teams.add}
              </Button>
            }
          />
        </div>
      </Page>
    );
  const withIssues = grid.rows.filter((row) => row.issues.length > 0);
  return (
    <Page
      title={text.title}
      note={filled.length > 0 ? text.ready(filled.length) : total > 0 ? text.sum(total) : ''}
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
      <div className="filters">
        {teamId === undefined ? <PlaceFilters value={place} onChange={setPlace} /> : null}
        <fieldset className="grid-columns">
          <legend>{text.columns}</legend>
          {moreColumns.map((column) => (
            <Checkbox
              key={column.name}
              label={fieldLabel('mediator', column.name)}
              checked={more.includes(column.name)}
              onChange={(event) => {
                setMore(event.currentTarget.checked ? [...more, column.name] : more.filter((name) => name !== column.name));
              }}
            />
          ))}
        </fieldset>
      </div>
      <FailureNotice failure={failure} />
      {draft.notice}
      {withIssues.length === 0 ? null : (
        <Notice tone="warn" role="alert">
          <ul>
            {withIssues.slice(0, 8).map((row) => (
              <li key={row.key}>
                <strong>
                  {grid.rows.indexOf(row) + 1}. {row.cells.fullName ?? ''}
                </strong>
                :{' '}
                {row.issues
                  .map(
                    (issue) => `${issue.field === null ? '' : `${fieldLabel('mediator', issue.field)}: `}${issueMessage(issue)}`,
                  )
                  .join(' ')}{' '}
                {row.issues.every((issue) => issue.severity === 'question') ? text.confirm : ''}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="sheet scroll-x typing-grid">
        <table className="plain-table sticky">
          <thead>
            <tr>
              <th className="number">{words.common.order}</th>
              {columns.map((column) => (
                <th key={column.name} style={{ minWidth: column.width }}>
                  {fieldLabel('mediator', column.name)}
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
                isReadOnly={isSaving}
                events={events}
                listOf={listOf}
              />
            ))}
          </tbody>
        </table>
        <datalist id="typed-position">
          {(positions.data?.values ?? []).map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
        <datalist id="typed-occupation">
          {(occupations.data?.values ?? []).map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      </div>
      <p className="muted small grid-hint">
        {text.empty}
        <br />
        {text.keys}
      </p>
      {guard.dialog}
    </Page>
  );
};
