import { useState } from 'react';
import type { DuplicateRow } from '#shared/contract/identity-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { useKept } from '#renderer/components/kept-state.ts';
import { usePagedRows } from '#renderer/components/paged-rows.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { chosenOf, everywhere, PlaceFilters, type PlaceFilter } from '#renderer/components/place-filters.tsx';
import { ask } from '#renderer/rpc/engine.ts';
import { DuplicateDialog } from './duplicate-dialog.tsx';
import { IdentityTabs } from './identity-tabs.tsx';
import { PersonCell } from './person-cell.tsx';

const text = words.duplicates;

const reasonsOf = (row: DuplicateRow): string => row.reasons.map((reason) => reason.sentence).join(' · ');

const columns: readonly Column<DuplicateRow>[] = [
  {
    key: 'verdict',
    title: text.verdict,
    width: '100px',
    cell: (row) => <span className={row.verdict === 'same' ? 'badge bad' : 'badge warn'}>{text.verdicts[row.verdict]}</span>,
  },
  { key: 'first', title: text.first, width: 'minmax(220px, 2fr)', cell: (row) => <PersonCell person={row.first} /> },
  { key: 'second', title: text.second, width: 'minmax(220px, 2fr)', cell: (row) => <PersonCell person={row.second} /> },
  {
    key: 'reasons',
    title: text.reasons,
    width: 'minmax(260px, 2.6fr)',
    cell: (row) => <span title={reasonsOf(row)}>{reasonsOf(row)}</span>,
  },
];

/** Pairs of entries that may be one person and wait for somebody to decide. */
export const Duplicates = () => {
  const [place, setPlace] = useKept<PlaceFilter>('duplicates place', everywhere);
  const [opened, setOpened] = useState<DuplicateRow | null>(null);
  const filter = chosenOf(place);
  const rows = usePagedRows<DuplicateRow>(['person.duplicates', filter], (limit, offset) =>
    ask('person.duplicates', { ...filter, limit, offset }),
  );
  return (
    <Page title={text.title} note={rows.isReady ? formatCount(rows.total) : ''} tabs={<IdentityTabs />}>
      <div className="filters">
        <PlaceFilters value={place} onChange={setPlace} />
      </div>
      {rows.isReady ? (
        <DataTable
          name="duplicates"
          autoFocus
          label={text.title}
          columns={columns}
          total={rows.total}
          rowAt={rows.rowAt}
          onVisible={rows.onVisible}
          onOpen={setOpened}
          empty={<Empty title={text.emptyTitle} text={text.emptyText} />}
        />
      ) : null}
      {opened === null ? null : (
        <DuplicateDialog
          pair={opened}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </Page>
  );
};
