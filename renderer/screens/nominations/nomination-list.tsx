import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import {
  awardForms,
  awardLevels,
  awardSubjects,
  dossierItemKinds,
  labelOf,
  nominationStages,
} from '#shared/catalogue/code-lists.ts';
import type { NominationRow } from '#shared/contract/desk-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { FilterSearch } from '#renderer/components/filter-search.tsx';
import { shortTeamName, unitName } from '#renderer/components/format.ts';
import { useKept } from '#renderer/components/kept-state.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { beginSearch } from '#renderer/components/keys.ts';
import { useList } from '#renderer/components/use-list.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { ask } from '#renderer/rpc/engine.ts';
import { PrintButton } from '#renderer/components/print-button.tsx';
import { ShowAll } from '#renderer/components/show-all.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { useSession } from '#renderer/session.tsx';
import { useBulk } from '../bulk/use-bulk.tsx';
import { StageBadge } from './stage-badge.tsx';

const text = words.nominations;

const officeColumn: Column<NominationRow> = {
  key: 'office',
  title: words.teams.office,
  width: 'minmax(140px, 1fr)',
  cell: (row) => unitName(row.officeId),
};

const columnsOf = (isProvince: boolean): readonly Column<NominationRow>[] => [
  { key: 'subject', title: text.subject, width: 'minmax(180px, 1.7fr)', cell: (row) => row.subjectName },
  {
    key: 'kind',
    title: text.subjectKind,
    width: '124px',
    hidden: true,
    cell: (row) => (row.subjectKind === null ? '' : labelOf(awardSubjects, row.subjectKind)),
  },
  {
    key: 'team',
    title: words.mediators.team,
    width: 'minmax(170px, 1.6fr)',
    cell: (row) => [shortTeamName(row.teamName), row.communeName].filter((part) => part !== '').join(', '),
    value: (row) => [row.teamName, row.communeName].filter((part) => part !== '').join(', '),
  },
  ...(isProvince ? [officeColumn] : []),
  { key: 'year', title: words.desk.year, width: '60px', cell: (row) => row.year ?? '' },
  {
    key: 'form',
    title: text.form,
    width: 'minmax(100px, 0.7fr)',
    cell: (row) => (row.form === null ? '' : labelOf(awardForms, row.form)),
  },
  { key: 'level', title: text.level, width: '90px', cell: (row) => (row.level === null ? '' : labelOf(awardLevels, row.level)) },
  { key: 'stage', title: text.stage, width: '158px', cell: (row) => <StageBadge stage={row.stage} /> },
  {
    key: 'papers',
    title: text.papers,
    width: '64px',
    number: true,
    cell: (row) => `${row.paperCount}/${dossierItemKinds.length}`,
  },
  {
    key: 'votes',
    title: text.votesShort,
    width: '72px',
    number: true,
    cell: (row) => (row.councilMemberCount === null ? '' : `${row.councilVotesFor ?? 0}/${row.councilMemberCount}`),
  },
  { key: 'decision', title: text.decision, width: '124px', cell: (row) => row.decisionNumber ?? '' },
];

type SelectProps = {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly { readonly code: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly width: number;
};

const FilterSelect = ({ label, all, value, options, onChange, width }: SelectProps) => (
  <NativeSelect
    w={width}
    label={label}
    value={value}
    onChange={(event) => {
      onChange(event.currentTarget.value);
    }}
  >
    <option value="">{all}</option>
    {options.map((one) => (
      <option key={one.code} value={one.code}>
        {one.label}
      </option>
    ))}
  </NativeSelect>
);

const idOf = (row: NominationRow): string => row.id;

const nominationGroups = [
  { key: 'year', title: words.desk.year },
  { key: 'stage', title: text.stage },
  { key: 'commune', title: words.teams.commune },
  { key: 'office', title: words.teams.office },
];

/** Nominations for awards: by year, step and subject. */
export const NominationList = () => {
  const [, go] = useLocation();
  const { office } = useSession();
  const columns = useMemo(() => columnsOf(office.tier === 'province'), [office.tier]);
  const [find, setFind] = useKept('nominations find', '');
  const [year, setYear] = useKept('nominations year', '');
  const [stage, setStage] = useKept('nominations stage', '');
  const [subjectKind, setSubjectKind] = useKept('nominations subject', '');
  const search = useRef<HTMLInputElement>(null);
  const filter = {
    find,
    ...(year === '' ? {} : { year: Number(year) }),
    ...(stage === '' ? {} : { stage }),
    ...(subjectKind === '' ? {} : { subjectKind }),
  };
  const list = useList<NominationRow>({
    name: 'nominations',
    columns,
    groups: nominationGroups,
    query: ['nomination.list', filter],
    fetch: (page) => ask('nomination.list', { ...filter, ...page }),
    rowId: idOf,
  });
  const { rows } = list;
  const bulk = useBulk('nomination');
  const years = useAnswer('nomination.list', { limit: 1 }).data?.years ?? [];
  const add = (): void => {
    go('/nominations/new');
  };
  useAction('list.add', add, { label: words.nominations.add });
  const isFiltered = find !== '' || Object.keys(filter).length > 1;
  const addButton = (label: string) => <Button onClick={add}>{label}</Button>;
  return (
    <Page
      title={text.title}
      note={rows.isReady ? formatCount(rows.total) : ''}
      actions={
        <>
          <PrintButton report="nomination-list" />
          {addButton(`${text.add} (Ctrl+N)`)}
        </>
      }
    >
      <div className="filters">
        <FilterSearch inputRef={search} value={find} onChange={setFind} />
        <FilterSelect
          width={110}
          label={words.desk.year}
          all={words.desk.allYears}
          value={year}
          options={years.map((one) => ({ code: String(one), label: String(one) }))}
          onChange={setYear}
        />
        <FilterSelect
          width={190}
          label={text.stage}
          all={text.allStages}
          value={stage}
          options={nominationStages}
          onChange={setStage}
        />
        <FilterSelect
          width={190}
          label={text.subjectKind}
          all={text.allSubjects}
          value={subjectKind}
          options={awardSubjects}
          onChange={setSubjectKind}
        />
        <ShowAll
          isFiltered={isFiltered}
          search={search}
          onShowAll={() => {
            setFind('');
            setYear('');
            setStage('');
            setSubjectKind('');
          }}
        />
      </div>
      <DataTable
        autoFocus
        label={text.title}
        list={list}
        bulk={bulk.actions}
        recordsOf={(row) => recordsText({ kind: 'nomination', id: row.id })}
        onType={() => {
          beginSearch(search.current);
        }}
        onOpen={(row) => {
          go(`/nominations/${row.id}`);
        }}
        empty={
          isFiltered ? (
            <Empty title={text.noMatch} />
          ) : (
            <Empty title={text.emptyTitle} text={text.emptyText} action={addButton(text.add)} />
          )
        }
      />
      {bulk.dialog}
    </Page>
  );
};
