import { Button, Checkbox } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import { words } from '#shared/text/screen-words.vi.ts';
import { useKept } from '#renderer/components/kept-state.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { everywhere, PlaceFilters, type PlaceFilter } from '#renderer/components/place-filters.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { baseColumns, moreColumns, stickyNames } from './grid-columns.ts';
import { codeOptions, type OptionsOf } from './read-row.ts';
import { TypingGrid } from './typing-grid.tsx';
import type { ReadGridRow } from './grid-plan.ts';

const text = words.grid;
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

const NoTeams = () => {
  const [, go] = useLocation();
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
};

/** Mediators of a team or of all teams, row by row. */
export const RosterGrid = ({ teamId }: { readonly teamId: string | undefined }) => {
  const { office } = useSession();
  const [place, setPlace] = useKept<PlaceFilter>('grid place', everywhere);
  const [more, setMore] = useKept<readonly string[]>('grid columns', firstMore);
  const teams = useTeamOptions(office.id, teamId === undefined ? place : everywhere);
  const positions = useAnswer('record.values', { kind: 'mediator', field: 'position' });
  const occupations = useAnswer('record.values', { kind: 'mediator', field: 'occupation' });
  const typedBefore = useMemo(
    () => ({ position: positions.data?.values ?? [], occupation: occupations.data?.values ?? [] }),
    [positions.data, occupations.data],
  );
  const columns = useMemo(
    () => [
      ...baseColumns.filter((column) => column.name !== 'teamId' || teamId === undefined),
      ...moreColumns.filter((column) => more.includes(column.name)),
    ],
    [more, teamId],
  );
  const optionsOf = useCallback<OptionsOf>(
    (name) => (name === 'teamId' ? teams.options : codeOptions(columns, name)),
    [columns, teams.options],
  );
  const prepare = useCallback(
    (rows: readonly ReadGridRow[]) =>
      teamId === undefined ? rows : rows.map((row) => ({ ...row, line: { ...row.line, teamId } })),
    [teamId],
  );
  if (teams.isReady && teams.options.length === 0 && place.communeId === '') return <NoTeams />;
  return (
    <TypingGrid
      kind="mediator"
      title={text.title}
      draftName={`grid ${teamId ?? ''}`}
      columns={columns}
      nameColumn="fullName"
      sticky={stickyNames}
      optionsOf={optionsOf}
      typedBefore={typedBefore}
      isReady={teams.isReady && teams.options.length > 0}
      prepare={prepare}
      saved={text.saved}
      back={teamId === undefined ? '/mediators' : `/teams/${teamId}`}
      above={
        <div className="filters">
          {teamId === undefined ? <PlaceFilters value={place} onChange={setPlace} /> : null}
          <fieldset className="grid-columns">
            <legend>{text.columns}</legend>
            {moreColumns.map((column) => (
              <Checkbox
                key={column.name}
                label={column.label}
                checked={more.includes(column.name)}
                onChange={(event) => {
                  setMore(event.currentTarget.checked ? [...more, column.name] : more.filter((name) => name !== column.name));
                }}
              />
            ))}
          </fieldset>
        </div>
      }
    />
  );
};
