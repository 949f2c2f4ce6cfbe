import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { labelOf, sexes } from '#shared/catalogue/code-lists.ts';
import type { PersonRow } from '#shared/contract/desk-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { FilterSearch } from '#renderer/components/filter-search.tsx';
import { ethnicName, formatPartial, shortTeamName, unitName } from '#renderer/components/format.ts';
import { useKept } from '#renderer/components/kept-state.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { beginSearch } from '#renderer/components/keys.ts';
import { dateValue } from '#renderer/components/table-column.ts';
import { useList } from '#renderer/components/use-list.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { chosenOf, everywhere, PlaceFilters, type PlaceFilter } from '#renderer/components/place-filters.tsx';
import { ShowAll } from '#renderer/components/show-all.tsx';
import { ask } from '#renderer/rpc/engine.ts';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { useSession } from '#renderer/session.tsx';
import { useBulk } from '../bulk/use-bulk.tsx';

const text = words.people;
const roles = ['mediator', 'trainer', 'participant', 'nominee', 'none'] as const;
type Role = (typeof roles)[number] | '';

const rolesOf = (row: PersonRow): string =>
  [row.isMediator ? text.roleNames.mediator : '', row.isTrainer ? text.roleNames.trainer : '']
    .filter((role) => role !== '')
    .join(', ');

const officeColumn: Column<PersonRow> = {
  key: 'office',
  title: words.teams.office,
  width: 'minmax(140px, 1fr)',
  cell: (row) => unitName(row.officeId),
};

const columnsOf = (isProvince: boolean): readonly Column<PersonRow>[] => [
  { key: 'name', title: text.name, width: 'minmax(150px, 1.7fr)', cell: (row) => row.fullName },
  { key: 'sex', title: words.mediators.sex, width: '76px', cell: (row) => (row.sex === null ? '' : labelOf(sexes, row.sex)) },
  {
    key: 'born',
    title: words.mediators.born,
    width: '100px',
    cell: (row) => formatPartial(row.birthDate),
    value: (row) => dateValue(row.birthDate),
  },
  { key: 'ethnic', title: words.mediators.ethnic, width: '84px', cell: (row) => ethnicName(row.ethnicGroup) },
  { key: 'roles', noSort: true, title: text.roles, width: 'minmax(112px, 1fr)', cell: rolesOf },
  {
    key: 'team',
    noSort: true,
    title: text.team,
    width: 'minmax(136px, 1.3fr)',
    cell: (row) => shortTeamName(row.teamName),
    value: (row) => row.teamName,
  },
  { key: 'commune', title: words.teams.commune, width: 'minmax(156px, 1.1fr)', cell: (row) => row.communeName },
  ...(isProvince ? [officeColumn] : []),
  {
    key: 'sessions',
    title: text.sessions,
    width: '84px',
    number: true,
    cell: (row) => (row.sessionCount === 0 ? '' : row.sessionCount),
  },
  {
    key: 'nominations',
    title: text.nominations,
    width: '120px',
    number: true,
    cell: (row) => (row.nominationCount === 0 ? '' : row.nominationCount),
  },
];

const idOf = (row: PersonRow): string => row.id;

const personGroups = [
  { key: 'commune', title: words.teams.commune },
  { key: 'office', title: words.teams.office },
];

/** Everybody in the books, whatever their role. */
export const PersonList = () => {
  const [, go] = useLocation();
  const { office } = useSession();
  const columns = useMemo(() => columnsOf(office.tier === 'province'), [office.tier]);
  const [find, setFind] = useKept('people find', '');
  const [role, setRole] = useKept<Role>('people role', '');
  const [place, setPlace] = useKept<PlaceFilter>('people place', everywhere);
  const search = useRef<HTMLInputElement>(null);
  const filter = { find, ...(role === '' ? {} : { role }), ...chosenOf(place) };
  const list = useList<PersonRow>({
    name: 'people',
    columns,
    groups: personGroups,
    query: ['person.list', filter],
    fetch: (page) => ask('person.list', { ...filter, ...page }),
    rowId: idOf,
  });
  const { rows } = list;
  const bulk = useBulk('person');
  const add = (): void => {
    go('/people/new');
  };
  useAction('list.add', add, { label: words.people.add });
  const isFiltered = find !== '' || role !== '' || Object.keys(chosenOf(place)).length > 0;
  return (
    <Page
      title={text.title}
      note={rows.isReady ? formatCount(rows.total) : ''}
      actions={<Button onClick={add}>{text.add} (Ctrl+N)</Button>}
    >
      <div className="filters">
        <FilterSearch inputRef={search} value={find} onChange={setFind} />
        <NativeSelect
          w={220}
          label={text.roleFilter}
          value={role}
          onChange={(event) => {
            setRole(event.currentTarget.value as Role);
          }}
        >
          <option value="">{text.allRoles}</option>
          {roles.map((one) => (
            <option key={one} value={one}>
              {text.roleNames[one]}
            </option>
          ))}
        </NativeSelect>
        <PlaceFilters value={place} onChange={setPlace} />
        <ShowAll
          isFiltered={isFiltered}
          search={search}
          onShowAll={() => {
            setFind('');
            setRole('');
            setPlace(everywhere);
          }}
        />
      </div>
      <DataTable
        autoFocus
        label={text.title}
        list={list}
        bulk={bulk.actions}
        recordsOf={(row) => recordsText({ kind: 'person', id: row.id })}
        onType={() => {
          beginSearch(search.current);
        }}
        onOpen={(row) => {
          go(`/people/${row.id}`);
        }}
        empty={
          isFiltered ? (
            <Empty title={text.noMatch} />
          ) : (
            <Empty title={text.emptyTitle} text={text.emptyText} action={<Button onClick={add}>{text.add}</Button>} />
          )
        }
      />
      {bulk.dialog}
    </Page>
  );
};
