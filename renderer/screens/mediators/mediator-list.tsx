import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { labelOf, sexes, teamRoles } from '#shared/catalogue/code-lists.ts';
import { ethnicGroupCodes } from '#shared/catalogue/ethnic-groups.ts';
import type { MediatorRow } from '#shared/contract/record-methods.ts';
import type { CodeEntry } from '#shared/domain/field.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { FilterSearch } from '#renderer/components/filter-search.tsx';
import { ethnicName, formatPartial, unitName } from '#renderer/components/format.ts';
import { useKept } from '#renderer/components/kept-state.ts';
import { useKey } from '#renderer/components/keys.ts';
import { usePagedRows } from '#renderer/components/paged-rows.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { chosenOf, everywhere, PlaceFilters, type PlaceFilter } from '#renderer/components/place-filters.tsx';
import { ChoiceInput } from '#renderer/forms/choice-input.tsx';
import { ask } from '#renderer/rpc/engine.ts';
import { useSession } from '#renderer/session.tsx';

const recognized: Column<MediatorRow> = {
  key: 'recognized',
  title: words.mediators.recognized,
  width: '104px',
  cell: (row) => formatPartial(row.recognizedOn),
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
    width: 'minmax(170px, 1.8fr)',
    cell: (row) => (
      <>
        {row.fullName} {row.ceasedOn === null ? null : <span className="badge warn">{words.mediators.ceased}</span>}
      </>
    ),
  },
  { key: 'sex', title: words.mediators.sex, width: '76px', cell: (row) => (row.sex === null ? '' : labelOf(sexes, row.sex)) },
  { key: 'born', title: words.mediators.born, width: '102px', cell: (row) => formatPartial(row.birthDate) },
  { key: 'ethnic', title: words.mediators.ethnic, width: '92px', cell: (row) => ethnicName(row.ethnicGroup) },
  {
    key: 'role',
    title: words.mediators.role,
    width: '118px',
    cell: (row) => (row.role === null ? '' : labelOf(teamRoles, row.role)),
  },
  { key: 'team', title: words.mediators.team, width: 'minmax(170px, 1.6fr)', cell: (row) => row.teamName },
  { key: 'commune', title: words.mediators.commune, width: 'minmax(120px, 1fr)', cell: (row) => row.communeName },
  isProvince ? officeColumn : recognized,
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
  const rows = usePagedRows<MediatorRow>(['mediator.list', input], (limit, offset) =>
    ask('mediator.list', { ...input, limit, offset }),
  );
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
  useKey('ctrl+n', add, canAdd);
  useKey('ctrl+b', openGrid, canAdd);
  const isFiltered = find !== '' || Object.keys(chosen).length > 0 || includeCeased;
  const addButton = (label: string) => (canAdd ? <Button onClick={add}>{label}</Button> : null);
  return (
    <Page
      title={words.mediators.title}
      note={rows.isReady ? `${formatCount(rows.total)} ${words.common.people}` : ''}
      actions={
        canAdd ? (
          <>
            <Button variant="default" onClick={openGrid}>
              {words.grid.open}
            </Button>
            {addButton(`${words.mediators.add} (Ctrl+N)`)}
          </>
        ) : null
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
      </div>
      {rows.isReady ? (
        <DataTable
          name="mediators"
          autoFocus
          label={words.mediators.title}
          columns={columns}
          total={rows.total}
          rowAt={rows.rowAt}
          onVisible={rows.onVisible}
          onType={() => search.current?.focus()}
          onOpen={(row) => {
            go(`/mediators/${row.membershipId}`);
          }}
          empty={
            isFiltered ? (
              <Empty title={words.mediators.noMatch} />
            ) : (
              <Empty
                title={words.mediators.emptyTitle}
                text={words.mediators.emptyText}
                action={addButton(words.mediators.add)}
              />
            )
          }
        />
      ) : null}
    </Page>
  );
};
