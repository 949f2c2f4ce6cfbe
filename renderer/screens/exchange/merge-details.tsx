import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Finding, MergeItem, MergeResult } from '#shared/contract/views.ts';
import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { SeverityBadge } from '#renderer/components/finding-list.tsx';
import { unitName } from '#renderer/components/format.ts';
import { Empty } from '#renderer/components/page.tsx';
import { LeaveOutDialog, type Arrangement } from './leave-out-dialog.tsx';
import { leftOutOf, type LeftOut } from './left-out.ts';
import { MergeChanges } from './merge-changes.tsx';
import { MissingFiles } from './missing-files.tsx';
import type { LookedAt } from './use-inbox.ts';

type Duplicate = MergeResult['duplicates'][number];
type Lack = MergeResult['senderLacks'][number];

const findingColumns: readonly Column<Finding>[] = [
  { key: 'severity', title: words.findings.severity, width: '112px', cell: (row) => <SeverityBadge severity={row.severity} /> },
  { key: 'place', title: words.findings.place, width: 'minmax(130px, 1fr)', cell: (row) => unitName(row.unitId) },
  { key: 'subject', title: words.findings.subject, width: 'minmax(180px, 1.4fr)', cell: (row) => row.title },
  { key: 'content', title: words.findings.content, width: 'minmax(280px, 3fr)', cell: (row) => row.message },
  { key: 'article', title: words.findings.article, width: '170px', cell: (row) => row.article ?? '' },
];

const lackColumns: readonly Column<Lack>[] = [{ key: 'title', title: words.inbox.what, width: '1fr', cell: (row) => row.title }];

const leftOutColumns: readonly Column<LeftOut>[] = [
  { key: 'title', title: words.inbox.what, width: 'minmax(200px, 1.4fr)', cell: (row) => row.title },
  { key: 'field', title: words.inbox.field, width: '170px', cell: (row) => row.field },
  { key: 'reason', title: words.leaveOut.reason, width: 'minmax(260px, 2.4fr)', cell: (row) => row.reason },
];

const duplicateColumns: readonly Column<Duplicate>[] = [
  { key: 'name', title: words.inbox.newPerson, width: 'minmax(180px, 1fr)', cell: (row) => row.name },
  { key: 'other', title: words.inbox.otherPerson, width: 'minmax(180px, 1fr)', cell: (row) => row.otherName },
  { key: 'office', title: words.inbox.otherOffice, width: 'minmax(150px, 1fr)', cell: (row) => row.otherOffice },
  { key: 'why', title: words.leaveOut.reason, width: 'minmax(240px, 2.4fr)', cell: (row) => row.reasons.join('; ') },
];

const tabs = ['items', 'missing', 'findings', 'duplicates', 'lacks', 'out'] as const;
type Tab = (typeof tabs)[number];

const tabLabel = (tab: Tab): string => (tab === 'missing' ? attachmentWords.missing.tab : words.inbox.tabs[tab]);

type RowsProps<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly onOpen?: (row: Row) => void;
};

const Rows = <Row,>({ label, columns, rows, ...more }: RowsProps<Row>) => (
  <DataTable
    label={label}
    columns={columns}
    total={rows.length}
    rowAt={(index) => rows[index]}
    {...more}
    empty={<Empty title={words.inbox.noChanges} />}
  />
);

type MergeDetailsProps = {
  readonly lookedAt: LookedAt;
  /** Takes what a person left out or put back; missing once the package is in the books. */
  readonly onArrange: ((changed: LookedAt) => void) | undefined;
};

/** What a package does to the books: its changes, the findings that come with it, what its sender lacks, what stays out. */
export const MergeDetails = ({ lookedAt, onArrange }: MergeDetailsProps) => {
  const { result } = lookedAt;
  const [chosenTab, setTab] = useState<Tab>('items');
  const [arrangement, setArrangement] = useState<Arrangement | null>(null);
  const leftOut = useMemo(() => leftOutOf(lookedAt), [lookedAt]);
  const counts: Readonly<Record<Tab, number>> = {
    items: result.itemCount,
    missing: result.missingFiles.length,
    findings: result.findings.length,
    duplicates: result.duplicates.length,
    lacks: result.senderLacks.length,
    out: leftOut.length,
  };
  const tab = counts[chosenTab] > 0 ? chosenTab : 'items';
  const filled = tabs.filter((one) => one === 'items' || counts[one] > 0);
  const dialog =
    arrangement === null || onArrange === undefined ? null : (
      <LeaveOutDialog
        key={arrangement.id}
        lookedAt={lookedAt}
        arrangement={arrangement}
        onArrange={onArrange}
        onClose={() => {
          setArrangement(null);
        }}
      />
    );
  const leaveOut = (item: MergeItem): void => {
    const field = item.field === null ? '' : ` – ${fieldLabel(item.id.split('/')[0] ?? '', item.field)}`;
    setArrangement({ id: item.id, title: `${item.title}${field}`, kind: 'out' });
  };
  const putBack = (row: LeftOut): void => {
    if (row.isChosen) setArrangement({ id: row.id, title: row.title, kind: 'back' });
  };
  return (
    <>
      <div className="row">
        <h2>{result.status === 'applied' ? words.inbox.changesDone : words.inbox.changesTitle}</h2>
        {filled.length === 1 ? null : (
          <SegmentedControl
            size="xs"
            aria-label={words.inbox.changesTitle}
            value={tab}
            onChange={(value) => {
              setTab(tabs.find((one) => one === value) ?? 'items');
            }}
            data={filled.map((one) => ({ value: one, label: `${tabLabel(one)} (${formatCount(counts[one])})` }))}
          />
        )}
        {tab === 'lacks' ? <span className="muted">{words.inbox.lacksText}</span> : null}
        {tab === 'duplicates' ? <span className="muted">{words.inbox.duplicatesText}</span> : null}
      </div>
      {tab === 'items' ? <MergeChanges result={result} onOpen={onArrange === undefined ? undefined : leaveOut} /> : null}
      {tab === 'missing' ? <MissingFiles rows={result.missingFiles} /> : null}
      {tab === 'findings' ? <Rows label={words.inbox.tabs.findings} columns={findingColumns} rows={result.findings} /> : null}
      {tab === 'duplicates' ? (
        <Rows label={words.inbox.tabs.duplicates} columns={duplicateColumns} rows={result.duplicates} />
      ) : null}
      {tab === 'lacks' ? <Rows label={words.inbox.tabs.lacks} columns={lackColumns} rows={result.senderLacks} /> : null}
      {tab === 'out' ? (
        <Rows
          label={words.leaveOut.tab}
          columns={leftOutColumns}
          rows={leftOut}
          {...(onArrange === undefined ? {} : { onOpen: putBack })}
        />
      ) : null}
      {dialog}
    </>
  );
};
