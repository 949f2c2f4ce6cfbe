import { Button, Checkbox } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import type { TeamRow } from '#shared/contract/record-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { unitName } from '#renderer/components/format.ts';
import { FilterSearch } from '#renderer/components/filter-search.tsx';
import { useKept } from '#renderer/components/kept-state.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { beginSearch } from '#renderer/components/keys.ts';
import { useList } from '#renderer/components/use-list.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { chosenOf, everywhere, PlaceFilters, type PlaceFilter } from '#renderer/components/place-filters.tsx';
import { PrintButton } from '#renderer/components/print-button.tsx';
import { ShowAll } from '#renderer/components/show-all.tsx';
import { ask } from '#renderer/rpc/engine.ts';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { useSession } from '#renderer/session.tsx';
import { choosePaper } from '../print/print-choice.ts';
import { useBulk } from '../bulk/use-bulk.tsx';

const officeColumn: Column<TeamRow> = {
  key: 'office',
  title: words.teams.office,
  width: 'minmax(150px, 1.2fr)',
  cell: (row) => unitName(row.officeId),
};

const columnsOf = (isProvince: boolean): readonly Column<TeamRow>[] => [
  { key: 'name', title: words.teams.name, width: 'minmax(190px, 2fr)', cell: (row) => row.name },
  { key: 'commune', title: words.teams.commune, width: 'minmax(140px, 1.3fr)', cell: (row) => row.communeName },
  ...(isProvince ? [officeColumn] : []),
  { key: 'leader', title: words.teams.leader, width: 'minmax(150px, 1.5fr)', cell: (row) => row.leaderName ?? '' },
  { key: 'members', title: words.teams.members, width: '104px', number: true, cell: (row) => row.memberCount },
  { key: 'women', title: words.teams.women, width: '46px', number: true, cell: (row) => row.womenCount },
  { key: 'minority', title: words.teams.minority, width: '124px', number: true, cell: (row) => row.minorityCount },
  {
    key: 'findings',
    title: words.teams.findings,
    width: '74px',
    number: true,
    cell: (row) => (row.findingCount > 0 ? <span className="badge bad">{row.findingCount}</span> : ''),
  },
];

const idOf = (row: TeamRow): string => row.id;

const byCommune = { key: 'commune', title: words.teams.commune };
const teamGroups = [byCommune, { key: 'office', title: words.teams.office }];

export const TeamList = () => {
  const [, go] = useLocation();
  const { office } = useSession();
  const canAdd = office.tier === 'district';
  const columns = useMemo(() => columnsOf(office.tier === 'province'), [office.tier]);
  const [find, setFind] = useKept('teams find', '');
  const [place, setPlace] = useKept<PlaceFilter>('teams place', everywhere);
  const [withFindingsOnly, setWithFindings] = useKept('teams findings', false);
  const search = useRef<HTMLInputElement>(null);
  const filter = { find, withFindingsOnly, ...chosenOf(place) };
  const list = useList<TeamRow>({
    name: 'teams',
    columns,
    groups: teamGroups,
    query: ['team.list', filter],
    fetch: (page) => ask('team.list', { ...filter, ...page }),
    rowId: idOf,
  });
  const { rows } = list;
  const bulk = useBulk('team', canAdd);
  const add = (): void => {
    go('/teams/new');
  };
  useAction('list.add', add, { enabled: canAdd, label: words.teams.add });
  const isFiltered = find !== '' || Object.keys(chosenOf(place)).length > 0 || withFindingsOnly;
  const addButton = (label: string) => (canAdd ? <Button onClick={add}>{label}</Button> : null);
  return (
    <Page
      title={words.teams.title}
      note={rows.isReady ? formatCount(rows.total) : ''}
      actions={
        <>
          <PrintButton
            report="team-list"
            before={() => {
              choosePaper({ place });
            }}
          />
          {addButton(`${words.teams.add} (Ctrl+N)`)}
        </>
      }
    >
      <div className="filters">
        <FilterSearch inputRef={search} value={find} onChange={setFind} />
        <PlaceFilters value={place} onChange={setPlace} />
        <Checkbox
          mb={8}
          label={words.teams.withFindings}
          checked={withFindingsOnly}
          onChange={(event) => {
            setWithFindings(event.currentTarget.checked);
          }}
        />
        <ShowAll
          isFiltered={isFiltered}
          search={search}
          onShowAll={() => {
            setFind('');
            setPlace(everywhere);
            setWithFindings(false);
          }}
        />
      </div>
      <DataTable
        autoFocus
        label={words.teams.title}
        list={list}
        bulk={bulk.actions}
        recordsOf={(row) => recordsText({ kind: 'team', id: row.id })}
        onType={() => {
          beginSearch(search.current);
        }}
        onOpen={(row) => {
          go(`/teams/${row.id}`);
        }}
        empty={
          isFiltered ? (
            <Empty title={words.teams.noMatch} />
          ) : (
            <Empty title={words.teams.emptyTitle} text={words.teams.emptyText} action={addButton(words.teams.add)} />
          )
        }
      />
      {bulk.dialog}
    </Page>
  );
};
