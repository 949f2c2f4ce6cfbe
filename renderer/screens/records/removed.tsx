import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { RecordView } from '#shared/contract/views.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { unitName } from '#renderer/components/format.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { addressedKinds, addressOf } from '#renderer/components/record-address.ts';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { ask } from '#renderer/rpc/engine.ts';

const listRemoved = async (): Promise<readonly RecordView[]> => {
  const lists = await Promise.all(
    addressedKinds.map((kind) => ask('record.list', { kind, includeRemoved: true, limit: 1_000_000 })),
  );
  return lists.flatMap((list) => list.rows.filter((row) => row.removed));
};

const columns: readonly Column<RecordView>[] = [
  { key: 'kind', title: words.inbox.kindOf, width: '220px', cell: (row) => kindLabel(row.kind) },
  { key: 'title', title: words.inbox.what, width: 'minmax(260px, 2fr)', cell: (row) => row.title },
  {
    key: 'commune',
    title: words.teams.commune,
    width: 'minmax(160px, 1fr)',
    cell: (row) => (typeof row.values.communeId === 'string' ? unitName(row.values.communeId) : ''),
  },
];

/** What was removed; opening one offers to restore it. */
export const Removed = () => {
  const [, go] = useLocation();
  const { data } = useQuery({ queryKey: ['record.list', 'removed'], queryFn: listRemoved });
  if (data === undefined) return null;
  return (
    <Page title={words.nav.removed} note={formatCount(data.length)}>
      <DataTable
        name="removed"
        autoFocus
        label={words.nav.removed}
        recordsOf={(row) => recordsText(row)}
        columns={columns}
        total={data.length}
        rowAt={(index) => data[index]}
        onOpen={(row) => {
          const address = addressOf(row.kind, row.id);
          if (address !== undefined) go(address);
        }}
        empty={<Empty title={words.records.nothingRemoved} text={words.records.removedHint} />}
      />
    </Page>
  );
};
