import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { labelOf, professionalLevels, sexes, teamRoles } from '#shared/catalogue/code-lists.ts';
import { ethnicGroupCodes } from '#shared/catalogue/ethnic-groups.ts';
import type { MediatorRow } from '#shared/contract/record-methods.ts';
import type { CodeEntry } from '#shared/domain/field.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
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
import { ChoiceInput } from '#renderer/forms/choice-input.tsx';
import { PrintButton } from '#renderer/components/print-button.tsx';
import { ShowAll } from '#renderer/components/show-all.tsx';
import { ask } from '#renderer/rpc/engine.ts';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { useSession } from '#renderer/session.tsx';
import { choosePaper } from '../print/print-choice.ts';
import { useBulk } from '../bulk/use-bulk.tsx';

const recognized: Column<MediatorRow> = {
  key: 'recognized',
  title: words.mediators.recognized,
  width: '104px',
  cell: (row) => formatPartial(row.recognizedOn),
  value: (row) => dateValue(row.recognizedOn),
};

/** At the province: communes of several districts bear the same name. */
const officeColumn: Column<MediatorRow> = {
  key: 'office',
  title: words.mediators.office,
  width: 'minmax(120px, 0.8fr)',
  cell: (row) => unitName(row.officeId),
};

const columnsOf = (isProvince: boolean): readonly Column<MediatorRow>[] => [
  {
    key: 'name',
    title: words.mediators.name,
    width: 'minmax(170px, 1.6fr)',
    value: (row) => row.fullName,
    cell: (row) => (
      <>
        {row.fullName} {row.ceasedOn === null ? null : <span className="badge warn">{words.mediators.ceased}</span>}
      </>
    ),
  },
  { key: 'sex', title: words.mediators.sex, width: '76px', cell: (row) => (row.sex === null ? '' : labelOf(sexes, row.sex)) },
  {
    key: 'born',
    title: words.mediators.born,
    width: '102px',
    cell: (row) => formatPartial(row.birthDate),
    value: (row) => dateValue(row.birthDate),
  },
  { key: 'ethnic', title: words.mediators.ethnic, width: '92px', cell: (row) => ethnicName(row.ethnicGroup) },
  {
    key: 'role',
    title: words.mediators.role,
    width: '118px',
    cell: (row) => (row.role === null ? '' : labelOf(teamRoles, row.role)),
  },
  {
    key: 'team',
    title: words.mediators.team,
    width: 'minmax(150px, 1.3fr)',
    cell: (row) => shortTeamName(row.teamName),
    value: (row) => row.teamName,
  },
  { key: 'commune', title: words.mediators.commune, width: 'minmax(156px, 1fr)', cell: (row) => row.communeName },
  ...(isProvince ? [officeColumn] : []),
  { ...recognized, hidden: isProvince },
  {
    key: 'position',
    title: words.mediators.position,
    width: 'minmax(140px, 1fr)',
    hidden: true,
    noSort: true,
    cell: (row) => row.position ?? '',
  },
  {
    key: 'level',
    title: fieldLabel('person', 'professionalLevel'),
    width: '130px',
    hidden: true,
    noSort: true,
    cell: (row) => (row.professionalLevel === null ? '' : labelOf(professionalLevels, row.professionalLevel)),
  },
  {
    key: 'ceased',
    title: fieldLabel('membership', 'ceasedOn'),
    width: '104px',
    hidden: true,
    cell: (row) => formatPartial(row.ceasedOn),
    value: (row) => dateValue(row.ceasedOn),
  },
];

type Traits = { readonly sex: string; readonly ethnicGroup: string; readonly role: string };
const anybody: Traits = { sex: '', ethnicGroup: '', role: '' };

type FilterSelectProps = {
  readonly label: string;
  readonly width: number;
  readonly value: string;
  readonly codes: readonly CodeEntry[];
  readonly onChange: (value: string) => void;
};

const FilterSelect = ({ label, width, value, codes, onChange }: FilterSelectProps) => (
  <NativeSelect
    w={width}
    label={label}
    value={value}
    onChange={(event) => {
      onChange(event.currentTarget.value);
    }}
  >
    <option value="">{words.common.all}</option>
    {codes.map((entry) => (
      <option key={entry.code} value={entry.code}>
        {entry.label}
      </option>
    ))}
  </NativeSelect>
);

const idOf = (row: MediatorRow): string => row.membershipId;

const mediatorGroups = [
  { key: 'commune', title: words.mediators.commune },
  { key: 'team', title: words.mediators.team },
  { key: 'year', title: words.mediators.recognizedYear },
  { key: 'office', title: words.mediators.office },
];

export const MediatorList = () => {
  const [, go] = useLocation();
  const { office } = useSession();
  const canAdd = office.tier === 'district';
  const columns = useMemo(() => columnsOf(office.tier === 'province'), [office.tier]);
  const [find, setFind] = useKept('mediators find', '');
  const [place, setPlace] = useKept<PlaceFilter>('mediators place', everywhere);
  const [traits, setTraits] = useKept<Traits>('mediators traits', anybody);
  const [includeCeased, setIncludeCeased] = useKept('mediators ceased', false);
  const search = useRef<HTMLInputElement>(null);
  const chosen = { ...chosenOf(place), ...chosenOf(traits) };
  const input = { find, includeCeased, ...chosen };
  const list = useList<MediatorRow>({
    name: 'mediators',
    columns,
    groups: mediatorGroups,
    query: ['mediator.list', input],
    fetch: (page) => ask('mediator.list', { ...input, ...page }),
    rowId: idOf,
  });
  const { rows } = list;
  const bulk = useBulk('mediator', canAdd);
  const set =
    (name: keyof Traits) =>
    (value: string): void => {
      setTraits({ ...traits, [name]: value });
    };
  const add = (): void => {
    go('/mediators/new');
  };
  const openGrid = (): void => {
    go('/mediators/grid');
  };
  useAction('list.add', add, { enabled: canAdd, label: words.mediators.add });
  useAction('list.grid', openGrid, { enabled: canAdd });
  const isFiltered = find !== '' || Object.keys(chosen).length > 0 || includeCeased;
  const addButton = (label: string) => (canAdd ? <Button onClick={add}>{label}</Button> : null);
  return (
    <Page
      title={words.mediators.title}
      note={rows.isReady ? `${formatCount(rows.total)} ${words.common.people}` : ''}
      actions={
        <>
          <PrintButton
            report="mediator-roster"
            before={() => {
              choosePaper({ place, variant: traits.role === 'leader' ? 'leaders' : 'everybody' });
            }}
          />
          {canAdd ? (
            <>
              <Button variant="default" onClick={openGrid}>
                {words.grid.open}
              </Button>
              {addButton(`${words.mediators.add} (Ctrl+N)`)}
            </>
          ) : null}
        </>
      }
    >
      <div className="filters">
        <FilterSearch inputRef={search} value={find} onChange={setFind} width={190} />
        <PlaceFilters value={place} onChange={setPlace} width={office.tier === 'province' ? 160 : 200} />
        <FilterSelect label={words.mediators.sex} width={90} value={traits.sex} codes={sexes} onChange={set('sex')} />
        <ChoiceInput
          width={120}
          label={words.mediators.ethnic}
          placeholder={words.common.all}
          options={ethnicGroupCodes.map((entry) => ({ value: entry.code, label: entry.label }))}
          value={traits.ethnicGroup}
          onChange={set('ethnicGroup')}
        />
        <FilterSelect label={words.mediators.role} width={130} value={traits.role} codes={teamRoles} onChange={set('role')} />
        <Checkbox
          mb={8}
          label={words.mediators.includeCeased}
          checked={includeCeased}
          onChange={(event) => {
            setIncludeCeased(event.currentTarget.checked);
          }}
        />
        <ShowAll
          isFiltered={isFiltered}
          search={search}
          onShowAll={() => {
            setFind('');
            setPlace(everywhere);
            setTraits(anybody);
            setIncludeCeased(false);
          }}
        />
      </div>
      <DataTable
        autoFocus
        label={words.mediators.title}
        list={list}
        bulk={bulk.actions}
        recordsOf={(row) => recordsText({ kind: 'membership', id: row.membershipId }, { kind: 'person', id: row.personId })}
        onType={() => {
          beginSearch(search.current);
        }}
        onOpen={(row) => {
          go(`/mediators/${row.membershipId}`);
        }}
        empty={
          isFiltered ? (
            <Empty title={words.mediators.noMatch} />
          ) : (
            <Empty title={words.mediators.emptyTitle} text={words.mediators.emptyText} action={addButton(words.mediators.add)} />
          )
        }
      />
      {bulk.dialog}
    </Page>
  );
};
