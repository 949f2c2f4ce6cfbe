import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Finding, MergeResult } from '#shared/contract/views.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { SeverityBadge } from '#renderer/components/finding-list.tsx';
import { unitName } from '#renderer/components/format.ts';
import { Empty } from '#renderer/components/page.tsx';
import { MergeChanges } from './merge-changes.tsx';

type Lack = MergeResult['senderLacks'][number];

const findingColumns: readonly Column<Finding>[] = [
  { key: 'severity', title: words.findings.severity, width: '112px', cell: (row) => <SeverityBadge severity={row.severity} /> },
  { key: 'place', title: words.findings.place, width: 'minmax(130px, 1fr)', cell: (row) => unitName(row.unitId) },
  { key: 'subject', title: words.findings.subject, width: 'minmax(180px, 1.4fr)', cell: (row) => row.title },
  { key: 'content', title: words.findings.content, width: 'minmax(280px, 3fr)', cell: (row) => row.message },
  { key: 'article', title: words.findings.article, width: '170px', cell: (row) => row.article ?? '' },
];

const lackColumns: readonly Column<Lack>[] = [
  { key: 'kind', title: words.inbox.kindOf, width: '240px', cell: (row) => kindLabel(row.kind) },
  { key: 'title', title: words.inbox.what, width: '1fr', cell: (row) => row.title },
];

const tabs = ['items', 'findings', 'lacks'] as const;
type Tab = (typeof tabs)[number];

/** What a package does to the books: its changes, the findings that come with it, what its sender lacks. */
export const MergeDetails = ({ result }: { readonly result: MergeResult }) => {
  const [tab, setTab] = useState<Tab>('items');
  const counts: Readonly<Record<Tab, number>> = {
    items: result.itemCount,
    findings: result.findings.length,
    lacks: result.senderLacks.length,
  };
  const filled = tabs.filter((one) => one === 'items' || counts[one] > 0);
  const lead = (
    <>
      <h2>{result.status === 'applied' ? words.inbox.changesDone : words.inbox.changesTitle}</h2>
      {filled.length === 1 ? null : (
        <SegmentedControl
          size="xs"
          aria-label={words.inbox.changesTitle}
          value={tab}
          onChange={(value) => {
            setTab(tabs.find((one) => one === value) ?? 'items');
          }}
          data={filled.map((one) => ({ value: one, label: `${words.inbox.tabs[one]} (${formatCount(counts[one])})` }))}
        />
      )}
    </>
  );
  if (tab === 'findings')
    return (
      <>
        <div className="row">{lead}</div>
        <DataTable
          label={words.inbox.tabs.findings}
          columns={findingColumns}
          total={result.findings.length}
          rowAt={(index) => result.findings[index]}
          empty={<Empty title={words.findings.emptyTitle} />}
        />
      </>
    );
  if (tab === 'lacks')
    return (
      <>
        <div className="row">
          {lead}
          <span className="muted">{words.inbox.lacksText}</span>
        </div>
        <DataTable
          label={words.inbox.tabs.lacks}
          columns={lackColumns}
          total={result.senderLacks.length}
          rowAt={(index) => result.senderLacks[index]}
          empty={<Empty title={words.inbox.noChanges} />}
        />
      </>
    );
  return <MergeChanges result={result} lead={lead} />;
};
