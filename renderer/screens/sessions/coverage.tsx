import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CoverageRow, UntrainedRow } from '#shared/contract/session-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount, formatPercent } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { FilterSearch } from '#renderer/components/filter-search.tsx';
import { formatPartial, localToday, shortTeamName } from '#renderer/components/format.ts';
import { useKept } from '#renderer/components/kept-state.ts';
import { dateValue } from '#renderer/components/table-column.ts';
import { beginSearch } from '#renderer/components/keys.ts';
import { useList } from '#renderer/components/use-list.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { chosenOf, everywhere, PlaceFilters, type PlaceFilter } from '#renderer/components/place-filters.tsx';
import { ask } from '#renderer/rpc/engine.ts';
import { PrintButton } from '#renderer/components/print-button.tsx';
import { ShowAll } from '#renderer/components/show-all.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { useSession } from '#renderer/session.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { SessionListTabs } from './session-list-tabs.tsx';

const text = words.coverage;

const columns: readonly Column<UntrainedRow>[] = [
  { key: 'name', title: words.mediators.name, width: 'minmax(150px, 1.5fr)', cell: (row) => row.fullName },
  {
    key: 'born',
    title: words.mediators.born,
    width: '100px',
    cell: (row) => formatPartial(row.birthDate),
    value: (row) => dateValue(row.birthDate),
  },
  {
    key: 'team',
    title: words.mediators.team,
    width: 'minmax(126px, 1.2fr)',
    cell: (row) => shortTeamName(row.teamName),
    value: (row) => row.teamName,
  },
  { key: 'commune', title: text.commune, width: 'minmax(156px, 1.1fr)', cell: (row) => row.communeName },
  { key: 'last', title: text.last, width: '104px', cell: (row) => row.lastTrainedYear ?? text.never },
];

const noYears: readonly number[] = [];

const share = (trained: number, all: number): string => (all === 0 ? '' : formatPercent(trained / all));

const Communes = ({ rows }: { readonly rows: readonly CoverageRow[] }) => (
  <section className="sheet coverage-bars" aria-label={text.byCommune}>
    <table className="plain-table sticky">
      <thead>
        <tr>
          <th>{text.commune}</th>
          <th>{text.trained}</th>
          <th className="number">{text.share}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.officeId} ${row.communeId ?? ''}`}>
            <td>{row.communeName}</td>
            <td style={{ whiteSpace: 'nowrap' }}>
              <span className="meter" aria-hidden="true">
                <span
                  className={row.trainedCount * 2 < row.mediatorCount ? 'warn' : ''}
                  style={{ width: `${(100 * row.trainedCount) / Math.max(1, row.mediatorCount)}%` }}
                />
              </span>
              {row.trainedCount}/{row.mediatorCount}
            </td>
            <td className="number">{share(row.trainedCount, row.mediatorCount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const idOf = (row: UntrainedRow): string => row.membershipId;

const untrainedGroups = [
  { key: 'commune', title: text.commune },
  { key: 'team', title: words.mediators.team },
  { key: 'year', title: text.last },
];

/** Who has not been trained in a year, commune by commune, and the way to invite them. */
export const Coverage = () => {
  const [, go] = useLocation();
  const { office } = useSession();
  const thisYear = Number(localToday().slice(0, 4));
  const sessionYears = useAnswer('session.list', { limit: 1 }).data?.years ?? noYears;
  const years = useMemo(() => [...new Set([thisYear, ...sessionYears])].sort((a, b) => b - a), [thisYear, sessionYears]);
  const [chosenYear, setYear] = useKept('coverage year', '');
  const year = chosenYear === '' ? (sessionYears[0] ?? thisYear) : Number(chosenYear);
  const [find, setFind] = useKept('coverage find', '');
  const [place, setPlace] = useKept<PlaceFilter>('coverage place', everywhere);
  const [isInviting, setInviting] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const officeFilter = place.officeId === '' ? {} : { officeId: place.officeId };
  const coverage = useAnswer('coverage.get', { year, ...officeFilter });
  const filter = { year, find, ...officeFilter, ...(place.communeId === '' ? {} : { communeId: place.communeId }) };
  const list = useList<UntrainedRow>({
    name: 'untrained',
    columns,
    groups: untrainedGroups,
    query: ['coverage.untrained', filter],
    fetch: (page) => ask('coverage.untrained', { ...filter, ...page }),
    rowId: idOf,
  });
  const { rows } = list;
  const { mediatorCount = 0, trainedCount = 0, communes = [] } = coverage.data ?? {};
  return (
    <Page
      title={text.title}
      note={
        coverage.data === undefined
          ? ''
          : text.summary(formatCount(trainedCount), formatCount(mediatorCount), share(trainedCount, mediatorCount))
      }
      tabs={<SessionListTabs />}
      actions={
        <>
          <PrintButton report="training-coverage" />
          {office.tier === 'district' && rows.total > 0 ? (
            <Button
              onClick={() => {
                setInviting(true);
              }}
            >
              {text.invite}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="filters">
        <NativeSelect
          w={110}
          label={words.desk.year}
          value={year}
          onChange={(event) => {
            setYear(event.currentTarget.value);
          }}
        >
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </NativeSelect>
        <FilterSearch inputRef={search} value={find} onChange={setFind} />
        <PlaceFilters value={place} onChange={setPlace} />
        <ShowAll
          isFiltered={find !== '' || Object.keys(chosenOf(place)).length > 0}
          search={search}
          onShowAll={() => {
            setFind('');
            setPlace(everywhere);
          }}
        />
      </div>
      {rows.isReady ? (
        <div className="coverage">
          {communes.length === 0 ? null : <Communes rows={communes} />}
          <DataTable
            autoFocus
            label={text.untrained}
            list={list}
            recordsOf={(row) => recordsText({ kind: 'person', id: row.personId })}
            onType={() => {
              beginSearch(search.current);
            }}
            onOpen={(row) => {
              go(`/people/${row.personId}`);
            }}
            empty={
              mediatorCount === 0 ? (
                <Empty title={text.emptyTitle} text={text.emptyText} />
              ) : (
                <Empty title={find === '' ? text.allTrained : words.mediators.noMatch} />
              )
            }
          />
        </div>
      ) : null}
      {isInviting ? (
        <InviteDialog
          filter={filter}
          year={year}
          onClose={() => {
            setInviting(false);
          }}
        />
      ) : null}
    </Page>
  );
};
