import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { labelOf, sessionKinds } from '#shared/catalogue/code-lists.ts';
import type { SessionRow } from '#shared/contract/session-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { FilterSearch } from '#renderer/components/filter-search.tsx';
import { formatDays, unitName } from '#renderer/components/format.ts';
import { useKept } from '#renderer/components/kept-state.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { beginSearch } from '#renderer/components/keys.ts';
import { useList } from '#renderer/components/use-list.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { everywhere, PlaceFilters, type PlaceFilter } from '#renderer/components/place-filters.tsx';
import { ShowAll } from '#renderer/components/show-all.tsx';
import { ask } from '#renderer/rpc/engine.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { useSession } from '#renderer/session.tsx';
import { SessionListTabs } from './session-list-tabs.tsx';
import { SessionState } from './session-state.tsx';

const text = words.sessions;

const time = (row: SessionRow): string => formatDays(row.startsOn, row.endsOn);

const officeColumn: Column<SessionRow> = {
  key: 'office',
  title: words.teams.office,
  width: 'minmax(140px, 1fr)',
  cell: (row) => unitName(row.officeId),
};

const columnsOf = (isProvince: boolean): readonly Column<SessionRow>[] => [
  { key: 'title', title: text.name, width: 'minmax(352px, 1.5fr)', cell: (row) => row.title },
  {
    key: 'kind',
    title: text.kind,
    width: 'minmax(180px, 1.4fr)',
    hidden: true,
    cell: (row) => (row.kind === null ? '' : labelOf(sessionKinds, row.kind)),
  },
  ...(isProvince ? [officeColumn] : []),
  { key: 'time', title: text.time, width: '128px', cell: time },
  { key: 'place', title: text.place, width: 'minmax(150px, 1fr)', cell: (row) => row.place ?? unitName(row.communeId) },
  { key: 'sittings', title: text.sittings, width: '56px', number: true, cell: (row) => row.sittingCount ?? '' },
  { key: 'people', title: text.people, width: '64px', number: true, cell: (row) => formatCount(row.participantCount) },
  { key: 'attendances', title: text.attendances, width: '64px', number: true, cell: (row) => formatCount(row.attendanceCount) },
  { key: 'state', noSort: true, title: text.state, width: '140px', cell: (row) => <SessionState session={row} /> },
];

const idOf = (row: SessionRow): string => row.id;

const sessionGroups = [
  { key: 'year', title: words.desk.year },
  { key: 'kind', title: text.kind },
  { key: 'commune', title: words.teams.commune },
  { key: 'office', title: words.teams.office },
];

/** Training sessions and events: by year, kind and place. */
export const SessionList = () => {
  const [, go] = useLocation();
  const { office } = useSession();
  const columns = useMemo(() => columnsOf(office.tier === 'province'), [office.tier]);
  const [find, setFind] = useKept('sessions find', '');
  const [year, setYear] = useKept('sessions year', '');
  const [kind, setKind] = useKept('sessions kind', '');
  const [place, setPlace] = useKept<PlaceFilter>('sessions place', everywhere);
  const [overdue, setOverdue] = useKept('sessions overdue', false);
  const search = useRef<HTMLInputElement>(null);
  const filter = {
    find,
    ...(overdue ? { overdue } : {}),
    ...(year === '' ? {} : { year: Number(year) }),
    ...(kind === '' ? {} : { kind }),
    ...(place.officeId === '' ? {} : { officeId: place.officeId }),
    ...(place.communeId === '' ? {} : { communeId: place.communeId }),
  };
  const list = useList<SessionRow>({
    name: 'sessions',
    columns,
    groups: sessionGroups,
    query: ['session.list', filter],
    fetch: (page) => ask('session.list', { ...filter, ...page }),
    rowId: idOf,
  });
  const { rows } = list;
  const years = useAnswer('session.list', { limit: 1 }).data?.years ?? [];
  const add = (): void => {
    go('/sessions/new');
  };
  useAction('list.add', add, { label: words.sessions.add });
  const isFiltered = find !== '' || Object.keys(filter).length > 1;
  const addButton = (label: string) => <Button onClick={add}>{label}</Button>;
  return (
    <Page
      title={text.title}
      note={rows.isReady ? formatCount(rows.total) : ''}
      actions={addButton(`${text.add} (Ctrl+N)`)}
      tabs={<SessionListTabs />}
    >
      <div className="filters">
        <FilterSearch inputRef={search} value={find} onChange={setFind} />
        <NativeSelect
          w={110}
          label={words.desk.year}
          value={year}
          onChange={(event) => {
            setYear(event.currentTarget.value);
          }}
        >
          <option value="">{words.desk.allYears}</option>
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          w={230}
          label={text.kind}
          value={kind}
          onChange={(event) => {
            setKind(event.currentTarget.value);
          }}
        >
          <option value="">{words.common.all}</option>
          {sessionKinds.map((one) => (
            <option key={one.code} value={one.code}>
              {one.label}
            </option>
          ))}
        </NativeSelect>
        <PlaceFilters value={place} onChange={setPlace} />
        <Checkbox
          mb={8}
          label={text.onlyOverdue}
          checked={overdue}
          onChange={(event) => {
            setOverdue(event.currentTarget.checked);
          }}
        />
        <ShowAll
          isFiltered={isFiltered}
          search={search}
          onShowAll={() => {
            setFind('');
            setYear('');
            setKind('');
            setPlace(everywhere);
            setOverdue(false);
          }}
        />
      </div>
      <DataTable
        autoFocus
        label={text.title}
        list={list}
        recordsOf={(row) => recordsText({ kind: 'session', id: row.id })}
        onType={() => {
          beginSearch(search.current);
        }}
        onOpen={(row) => {
          go(`/sessions/${row.id}`);
        }}
        empty={
          isFiltered ? (
            <Empty title={text.noMatch} />
          ) : (
            <Empty title={text.emptyTitle} text={text.emptyText} action={addButton(text.add)} />
          )
        }
      />
    </Page>
  );
};
