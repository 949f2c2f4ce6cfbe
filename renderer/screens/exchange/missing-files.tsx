import type { MissingFile } from '#shared/contract/views.ts';
import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { unitName } from '#renderer/components/format.ts';
import { Empty } from '#renderer/components/page.tsx';
import { useSession } from '#renderer/session.tsx';
import { words } from '#shared/text/screen-words.vi.ts';

const { missing, fileName, size, none, sizeOf } = attachmentWords;

const columns: readonly Column<MissingFile>[] = [
  { key: 'office', title: words.inbox.office, width: 'minmax(150px, 1fr)', cell: (row) => unitName(row.office) },
  { key: 'file', title: fileName, width: 'minmax(220px, 2fr)', cell: (row) => row.fileName },
  { key: 'size', title: size, width: '110px', cell: (row) => sizeOf(row.size) },
  { key: 'record', title: missing.record, width: 'minmax(220px, 2fr)', cell: (row) => row.recordTitle },
];

/** Attached files whose content has not come, and how it comes. */
export const MissingFiles = ({ rows }: { readonly rows: readonly MissingFile[] }) => {
  const { office } = useSession();
  return (
    <>
      <div className="muted">{office.tier === 'province' ? missing.text : missing.ownText}</div>
      <DataTable
        label={missing.tab}
        columns={columns}
        total={rows.length}
        rowAt={(index) => rows[index]}
        empty={<Empty title={none} />}
      />
    </>
  );
};
