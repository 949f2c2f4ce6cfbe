import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { labelOf, sexes, teamRoles } from '#shared/catalogue/code-lists.ts';
import { ethnicGroupCodes } from '#shared/catalogue/ethnic-groups.ts';
import type { MediatorRow } from '#shared/contract/record-methods.ts';
import type { CodeEntry } from '#shared/domain/field.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { ethnicName, formatPartial } from '#renderer/components/format.ts';
import { useKey } from '#renderer/components/keys.ts';
import { usePagedRows } from '#renderer/components/paged-rows.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { ask } from '#renderer/rpc/engine.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';

const columns: readonly Column<MediatorRow>[] = [
  { key: 'name', title: words.mediators.name, width: 'minmax(170px, 1.8fr)', cell: (row) => row.fullName },
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
  {
    key: 'recognized',
    title: words.mediators.recognized,
    width: '104px',
    cell: (row) =>
      row.ceasedOn === null ? formatPartial(row.recognizedOn) : <span className="badge warn">{words.mediators.ceased}</span>,
  },
];

type Filters = { readonly communeId: string; readonly sex: string; readonly ethnicGroup: string; readonly role: string };
const noFilters: Filters = { communeId: '', sex: '', ethnicGroup: '', role: '' };

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
  const [find, setFind] = useState('');
  const [filters, setFilters] = useState(noFilters);
  const [includeCeased, setIncludeCeased] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const communes = useAnswer('catalogue.officeCommunes', {});
  const chosen = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
  const input = { find, includeCeased, ...chosen };
  const rows = usePagedRows<MediatorRow>(['mediator.list', input], (limit, offset) =>
    ask('mediator.list', { ...input, limit, offset }),
  );
  const set =
    (name: keyof Filters) =>
    (value: string): void => {
      setFilters((now) => ({ ...now, [name]: value }));
    };
  const add = (): void => {
    go('/mediators/new');
  };
  useKey('ctrl+n', add);
  useKey('ctrl+k', () => search.current?.focus());
  const isFiltered = find !== '' || Object.keys(chosen).length > 0 || includeCeased;
  return (
    <Page
      title={words.mediators.title}
      note={rows.isReady ? `${formatCount(rows.total)} ${words.common.people}` : ''}
      actions={<Button onClick={add}>{words.mediators.add} (Ctrl+N)</Button>}
    >
      <div className="filters">
        <TextInput
          ref={search}
          w={220}
          label={words.common.search}
          value={find}
          onChange={(event) => {
            setFind(event.currentTarget.value);
          }}
        />
        <FilterSelect
          label={words.mediators.commune}
          width={200}
          value={filters.communeId}
          codes={(communes.data ?? []).map((unit) => ({ code: unit.id, label: unit.fullName }))}
          onChange={set('communeId')}
        />
        <FilterSelect label={words.mediators.sex} width={100} value={filters.sex} codes={sexes} onChange={set('sex')} />
        <FilterSelect
          label={words.mediators.ethnic}
          width={120}
          value={filters.ethnicGroup}
          codes={ethnicGroupCodes}
          onChange={set('ethnicGroup')}
        />
        <FilterSelect label={words.mediators.role} width={140} value={filters.role} codes={teamRoles} onChange={set('role')} />
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
          label={words.mediators.title}
          columns={columns}
          total={rows.total}
          rowAt={rows.rowAt}
          onVisible={rows.onVisible}
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
                action={<Button onClick={add}>{words.mediators.add}</Button>}
              />
            )
          }
        />
      ) : null}
    </Page>
  );
};
