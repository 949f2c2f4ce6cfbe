import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { TeamRow } from '#shared/contract/record-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { useKey } from '#renderer/components/keys.ts';
import { usePagedRows } from '#renderer/components/paged-rows.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { ask } from '#renderer/rpc/engine.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';

const columns: readonly Column<TeamRow>[] = [
  { key: 'name', title: words.teams.name, width: 'minmax(200px, 2.2fr)', cell: (row) => row.name },
  { key: 'commune', title: words.teams.commune, width: 'minmax(140px, 1.3fr)', cell: (row) => row.communeName },
  { key: 'leader', title: words.teams.leader, width: 'minmax(150px, 1.5fr)', cell: (row) => row.leaderName ?? '' },
  { key: 'members', title: words.teams.members, width: '110px', number: true, cell: (row) => row.memberCount },
  { key: 'women', title: words.teams.women, width: '60px', number: true, cell: (row) => row.womenCount },
  { key: 'minority', title: words.teams.minority, width: '130px', number: true, cell: (row) => row.minorityCount },
  {
    key: 'findings',
    title: words.teams.findings,
    width: '90px',
    number: true,
    cell: (row) => (row.findingCount > 0 ? <span className="badge bad">{row.findingCount}</span> : ''),
  },
];

export const TeamList = () => {
  const [, go] = useLocation();
  const [find, setFind] = useState('');
  const [communeId, setCommune] = useState('');
  const [withFindingsOnly, setWithFindings] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const communes = useAnswer('catalogue.officeCommunes', {});
  const filter = { find, withFindingsOnly, ...(communeId === '' ? {} : { communeId }) };
  const rows = usePagedRows<TeamRow>(['team.list', filter], (limit, offset) => ask('team.list', { ...filter, limit, offset }));
  const add = (): void => {
    go('/teams/new');
  };
  useKey('ctrl+n', add);
  useKey('ctrl+k', () => search.current?.focus());
  const isFiltered = find !== '' || communeId !== '' || withFindingsOnly;
  return (
    <Page
      title={words.teams.title}
      note={rows.isReady ? formatCount(rows.total) : ''}
      actions={<Button onClick={add}>{words.teams.add} (Ctrl+N)</Button>}
    >
      <div className="filters">
        <TextInput
          ref={search}
          w={260}
          label={words.common.search}
          value={find}
          onChange={(event) => {
            setFind(event.currentTarget.value);
          }}
        />
        <NativeSelect
          w={240}
          label={words.teams.filter}
          value={communeId}
          onChange={(event) => {
            setCommune(event.currentTarget.value);
          }}
        >
          <option value="">{words.common.all}</option>
          {(communes.data ?? []).map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.fullName}
            </option>
          ))}
        </NativeSelect>
        <Checkbox
          mb={8}
          label={words.teams.withFindings}
          checked={withFindingsOnly}
          onChange={(event) => {
            setWithFindings(event.currentTarget.checked);
          }}
        />
      </div>
      {rows.isReady ? (
        <DataTable
          label={words.teams.title}
          columns={columns}
          total={rows.total}
          rowAt={rows.rowAt}
          onVisible={rows.onVisible}
          onOpen={(row) => {
            go(`/teams/${row.id}`);
          }}
          empty={
            isFiltered ? (
              <Empty title={words.teams.noMatch} />
            ) : (
              <Empty
                title={words.teams.emptyTitle}
                text={words.teams.emptyText}
                action={<Button onClick={add}>{words.teams.add}</Button>}
              />
            )
          }
        />
      ) : null}
    </Page>
  );
};
