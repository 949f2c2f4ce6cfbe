import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import type { BulkItem, BulkResult } from '#shared/contract/bulk-methods.ts';
import { bulkWords } from '#shared/text/bulk-words.vi.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { formatValue } from '#renderer/components/format.ts';

type Titles = ReadonlyMap<string, string>;

const changeText = (titles: Titles, { kind, field, from, to }: BulkItem['changes'][number]): string => {
  const next = formatValue(kind, field, to, titles);
  return `${fieldLabel(kind, field)}: ${from === null ? next : `${formatValue(kind, field, from, titles)} → ${next}`}`;
};

/** What a nomination says of itself beside its subject; the rest is the same for each of them. */
const shownOfNomination: readonly string[] = ['level', 'form', 'basis', 'year', 'achievements'];

/** What begins, then changes of what is there already. */
const contentOf = (titles: Titles, { outcome, changes, issues }: BulkItem): string => {
  const reasons = issues.map(({ message }) => message);
  if (outcome === 'refused') return reasons.join(' ');
  const begun = changes.filter(({ isNew }) => isNew);
  const isNomination = begun.some(({ kind }) => kind === 'nomination');
  const fresh = begun
    .filter(({ field }) => !isNomination || shownOfNomination.includes(field))
    .map((change) => formatValue(change.kind, change.field, change.to, titles))
    .join(', ');
  return [
    ...(fresh === '' ? [] : [isNomination ? bulkWords.nominated(fresh) : bulkWords.begins(fresh)]),
    ...changes.filter(({ isNew }) => !isNew).map((change) => changeText(titles, change)),
    ...reasons,
  ].join('; ');
};

const badgeOf = ({ outcome, issues }: BulkItem): string => {
  if (outcome === 'refused') return 'badge bad';
  return issues.length > 0 ? 'badge warn' : outcome === 'change' ? 'badge good' : 'badge';
};

const columnsOf = (titles: Titles): readonly Column<BulkItem>[] => [
  { key: 'name', title: bulkWords.record, width: 'minmax(150px, 1fr)', cell: (item) => item.title },
  { key: 'place', title: bulkWords.place, width: 'minmax(130px, 1fr)', cell: (item) => item.place },
  {
    key: 'outcome',
    title: bulkWords.outcome,
    width: '108px',
    cell: (item) => <span className={badgeOf(item)}>{bulkWords.outcomes[item.outcome]}</span>,
  },
  {
    key: 'change',
    title: bulkWords.content,
    width: 'minmax(280px, 3fr)',
    cell: (item) => {
      const content = contentOf(titles, item);
      return <span title={content}>{content}</span>;
    },
  },
];

const weight: Readonly<Record<BulkItem['outcome'], number>> = { refused: 0, change: 1, same: 2 };

/** More than anybody reads there; all of them are counted. */
const mostFindings = 200;

type BulkPreviewProps = {
  readonly result: BulkResult;
  readonly leavesOut: boolean;
  readonly onLeaveOut: (leavesOut: boolean) => void;
};

/** What would become of every record: refused ones first, then what changes. */
export const BulkPreview = ({ result, leavesOut, onLeaveOut }: BulkPreviewProps) => {
  const { items, counts, findings, settledCount } = result;
  const titles = useMemo(() => new Map(Object.entries(result.titles)), [result.titles]);
  const columns = useMemo(() => columnsOf(titles), [titles]);
  const ordered = useMemo(() => [...items].sort((a, b) => weight[a.outcome] - weight[b.outcome]), [items]);
  return (
    <section className="stack" aria-label={bulkWords.preview}>
      <div className="row">
        <strong>{bulkWords.counts(counts)}</strong>
        {findings.length + settledCount === 0 ? null : (
          <span className={findings.length > 0 ? 'badge warn' : 'badge good'}>
            {bulkWords.findingCounts(findings.length, settledCount)}
          </span>
        )}
      </div>
      <div className="bulk-preview">
        <DataTable
          label={bulkWords.preview}
          columns={columns}
          total={ordered.length}
          rowAt={(index) => ordered[index]}
          empty={bulkWords.nobody}
        />
      </div>
      {findings.length === 0 ? null : (
        <ul className="bulk-findings" aria-label={bulkWords.newFindings} tabIndex={0}>
          {findings.slice(0, mostFindings).map((finding) => (
            <li key={`${finding.rule} ${finding.kind} ${finding.id}`}>
              {finding.title}: {finding.message}
              {finding.article === null ? null : <span className="muted"> ({finding.article})</span>}
            </li>
          ))}
          {findings.length <= mostFindings ? null : <li>{bulkWords.moreFindings(findings.length - mostFindings)}</li>}
        </ul>
      )}
      {counts.refused === 0 || counts.change === 0 ? null : (
        <Checkbox
          label={bulkWords.leaveOut(counts.refused)}
          checked={leavesOut}
          onChange={(event) => {
            onLeaveOut(event.currentTarget.checked);
          }}
        />
      )}
    </section>
  );
};
