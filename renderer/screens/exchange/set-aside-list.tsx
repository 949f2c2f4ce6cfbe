import type { OutputOf } from '#shared/contract/contract.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { Empty } from '#renderer/components/page.tsx';

type Row = OutputOf<'setAside.list'>[number];

const columns: readonly Column<Row>[] = [
  { key: 'office', title: words.inbox.office, width: 'minmax(150px, 1fr)', cell: (row) => row.officeName },
  { key: 'record', title: words.inbox.what, width: 'minmax(180px, 1.4fr)', cell: (row) => row.title },
  { key: 'field', title: words.inbox.field, width: '170px', cell: (row) => fieldLabel(row.kind, row.field) },
  {
    key: 'why',
    title: words.inbox.why,
    width: 'minmax(260px, 2.6fr)',
    cell: (row) => <span title={row.message}>{row.message}</span>,
  },
];

/** Fields that stand aside, with the reason and what brings them in. */
export const SetAsideList = ({ rows }: { readonly rows: readonly Row[] }) => (
  <DataTable
    label={words.inbox.views.aside}
    columns={columns}
    total={rows.length}
    rowAt={(index) => rows[index]}
    recordsOf={(row) => recordsText(row)}
    empty={<Empty title={words.inbox.nothingAside} />}
  />
);
