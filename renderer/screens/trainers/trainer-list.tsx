import { Button, Checkbox } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { labelOf, officeTiers, trainerSources } from '#shared/catalogue/code-lists.ts';
import type { PoolView, TrainerRow } from '#shared/contract/desk-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { FilterSearch } from '#renderer/components/filter-search.tsx';
import { formatPartial, unitName } from '#renderer/components/format.ts';
import { useKept } from '#renderer/components/kept-state.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { beginSearch } from '#renderer/components/keys.ts';
import { dateValue } from '#renderer/components/table-column.ts';
import { useList } from '#renderer/components/use-list.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { ask } from '#renderer/rpc/engine.ts';
import { PrintButton } from '#renderer/components/print-button.tsx';
import { ShowAll } from '#renderer/components/show-all.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { useSession } from '#renderer/session.tsx';
import { useBulk } from '../bulk/use-bulk.tsx';

const text = words.trainers;

const poolColumns: readonly Column<TrainerRow>[] = [
  { key: 'pool', title: text.pool, width: '86px', cell: (row) => (row.pool === null ? '' : labelOf(officeTiers, row.pool)) },
  { key: 'office', title: words.teams.office, width: 'minmax(140px, 1fr)', cell: (row) => unitName(row.officeId) },
];

const columnsOf = (isProvince: boolean): readonly Column<TrainerRow>[] => [
  {
    key: 'name',
    title: text.name,
    width: 'minmax(150px, 1fr)',
    cell: (row) => (
      <>
        {row.fullName} {row.endedOn === null ? null : <span className="badge">{words.mediators.ceased}</span>}
      </>
    ),
  },
  ...(isProvince ? poolColumns : []),
  {
    key: 'position',
    title: text.position,
    width: 'minmax(330px, 3fr)',
    cell: (row) => [row.position, row.agency].filter(Boolean).join(', '),
  },
  {
    key: 'source',
    title: text.source,
    width: '172px',
    cell: (row) =>
      row.source === null ? (
        ''
      ) : (
        <span title={labelOf(trainerSources, row.source)}>
          {text.sourceNames[row.source] ?? labelOf(trainerSources, row.source)}
        </span>
      ),
    value: (row) => (row.source === null ? '' : labelOf(trainerSources, row.source)),
  },
  { key: 'decision', title: text.decision, width: '128px', cell: (row) => row.decision },
  {
    key: 'appointed',
    title: text.appointed,
    width: '96px',
    cell: (row) => formatPartial(row.appointedOn),
    value: (row) => dateValue(row.appointedOn),
  },
  {
    key: 'method',
    title: text.method,
    width: '106px',
    cell: (row) => row.methodTrainingYear ?? <span className="badge warn">{text.notYet}</span>,
  },
  { key: 'sessions', title: text.sessions, width: '92px', number: true, hidden: true, cell: (row) => row.sessionCount },
];

/** The pool drawn against its target, from none to a little above the most. */
const PoolGauge = ({ pool }: { readonly pool: PoolView }) => {
  const { count, least, most } = pool;
  const places = Math.max(most, count);
  const state = count < least ? text.missing(least - count) : count > most ? text.above(count - most) : text.enough;
  return (
    <section className="sheet padded pool" aria-label={text.pool}>
      <div>
        <h2>{pool.pool === 'province' ? text.poolTitle.province : text.poolTitle.district}</h2>
        <p className="muted">
          {text.target(least, most)}
          {pool.article === null ? '' : ` (${pool.article})`}
        </p>
      </div>
      <div className="pool-places" aria-hidden="true">
        {Array.from({ length: places }, (_, index) => (
          <span key={index} className={index < count ? 'taken' : index < least ? 'open' : 'free'} />
        ))}
      </div>
      <div>
        <strong>
          {count} {words.common.people}
        </strong>{' '}
        <span className={count < least || count > most ? 'badge warn' : 'badge good'}>{state}</span>
        {count === 0 ? null : (
          <p className={pool.withoutMethodTraining > 0 ? '' : 'muted'}>{text.withoutMethod(pool.withoutMethodTraining)}</p>
        )}
      </div>
    </section>
  );
};

const idOf = (row: TrainerRow): string => row.id;

const trainerGroups = [
  { key: 'source', title: text.source },
  { key: 'year', title: text.appointedYear },
  { key: 'office', title: words.teams.office },
];

/** The pool of trainers: how far from the target, from which source, who lacks the method training. */
export const TrainerList = () => {
  const [, go] = useLocation();
  const { office } = useSession();
  const columns = useMemo(() => columnsOf(office.tier === 'province'), [office.tier]);
  const [find, setFind] = useKept('trainers find', '');
  const [includeEnded, setIncludeEnded] = useKept('trainers ended', false);
  const [withoutMethodTraining, setWithout] = useKept('trainers without', false);
  const search = useRef<HTMLInputElement>(null);
  const filter = { find, includeEnded, withoutMethodTraining };
  const list = useList<TrainerRow>({
    name: 'trainers',
    columns,
    groups: trainerGroups,
    query: ['trainer.list', filter],
    fetch: (page) => ask('trainer.list', { ...filter, ...page }),
    rowId: idOf,
  });
  const { rows } = list;
  const bulk = useBulk('trainer');
  const pools = useAnswer('trainer.list', { limit: 1 }).data?.pools ?? [];
  const add = (): void => {
    go('/records/trainer/new');
  };
  useAction('list.add', add, { label: words.trainers.add });
  const isFiltered = find !== '' || withoutMethodTraining;
  return (
    <Page
      title={text.title}
      note={rows.isReady ? formatCount(rows.total) : ''}
      actions={
        <>
          <PrintButton report="trainer-roster" />
          <Button onClick={add}>{text.add} (Ctrl+N)</Button>
        </>
      }
    >
      {pools.map((pool) => (
        <PoolGauge key={pool.pool} pool={pool} />
      ))}
      <div className="filters">
        <FilterSearch inputRef={search} value={find} onChange={setFind} />
        <Checkbox
          mb={8}
          label={text.onlyWithoutMethod}
          checked={withoutMethodTraining}
          onChange={(event) => {
            setWithout(event.currentTarget.checked);
          }}
        />
        <Checkbox
          mb={8}
          label={text.endedToo}
          checked={includeEnded}
          onChange={(event) => {
            setIncludeEnded(event.currentTarget.checked);
          }}
        />
        <ShowAll
          isFiltered={isFiltered}
          search={search}
          onShowAll={() => {
            setFind('');
            setIncludeEnded(false);
            setWithout(false);
          }}
        />
      </div>
      <DataTable
        autoFocus
        label={text.title}
        list={list}
        bulk={bulk.actions}
        recordsOf={(row) => recordsText({ kind: 'trainer', id: row.id }, { kind: 'person', id: row.personId })}
        onType={() => {
          beginSearch(search.current);
        }}
        onOpen={(row) => {
          go(`/records/trainer/${row.id}`);
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
