import { Button, Checkbox } from '@mantine/core';
import { useState, type CSSProperties } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import { fileWords } from '#shared/text/file-words.vi.ts';
import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { FileActions } from '#renderer/components/file-actions.tsx';
import { formatTime } from '#renderer/components/format.ts';
import { useKept } from '#renderer/components/kept-state.ts';
import { formKeys } from '#renderer/components/keys.ts';
import { FailureNotice, Notice, Working } from '#renderer/components/notices.tsx';
import { Empty, Page } from '#renderer/components/page.tsx';
import { PartList } from '#renderer/components/part-list.tsx';
import { PathInput } from '#renderer/components/path-input.tsx';
import { PaperActions } from '#renderer/components/paper-actions.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { RestoredNotice } from './restored-notice.tsx';

type Exported = OutputOf<'package.export'>;

const Result = ({ exported, officeName }: { readonly exported: Exported; readonly officeName: string }) => (
  <Notice>
    <strong>{words.exportPackage.done}</strong>
    <p>{words.exportPackage.doneText}</p>
    <p>
      {words.exportPackage.seq} {exported.seq}: <span className="break">{exported.file}</span>
    </p>
    <p>
      {words.exportPackage.code}: <span className="digits">{exported.code}</span>
    </p>
    <p className="muted">
      {words.exportPackage.counts}:{' '}
      {Object.entries(exported.counts)
        .map(([kind, count]) => `${kindLabel(kind).toLowerCase()} ${formatCount(count)}`)
        .join(', ')}
    </p>
    <PartList title={attachmentWords.parts.title} parts={exported.parts} />
    {exported.lackedFileCount === 0 ? null : <p>{attachmentWords.parts.lacked(exported.lackedFileCount)}</p>}
    <div className="row">
      <PaperActions
        report={{ name: 'transmittal', subject: exported.packageId }}
        printLabel={words.exportPackage.transmittal}
        pdfLabel={words.exportPackage.transmittalPdf}
      />
      <FileActions
        file={exported.file}
        subject={fileWords.packageSubject(officeName, exported.seq)}
        partCount={exported.parts.length}
      />
    </div>
  </Notice>
);

const sentColumns: readonly Column<OutputOf<'package.list'>[number]>[] = [
  { key: 'seq', title: words.exportPackage.seq, width: '76px', number: true, cell: (row) => row.seq },
  { key: 'file', title: words.exportPackage.file, width: 'minmax(200px, 1fr)', cell: (row) => row.fileName },
  { key: 'at', title: words.exportPackage.createdAt, width: '150px', cell: (row) => formatTime(row.createdAt) },
  {
    key: 'state',
    title: words.exportPackage.state,
    width: '120px',
    cell: ({ confirmedAt }) => (
      <span className={confirmedAt === null ? 'badge warn' : 'badge good'}>
        {confirmedAt === null ? words.exportPackage.exported : words.exportPackage.received}
      </span>
    ),
  },
  { key: 'code', title: words.exportPackage.code, width: 'minmax(340px, 1.4fr)', cell: (row) => row.code },
];

const SentTable = () => {
  const { data } = useAnswer('package.list', {});
  if (data === undefined) return null;
  if (data.length === 0)
    return (
      <div className="sheet">
        <Empty title={words.exportPackage.emptyTitle} text={words.exportPackage.emptyText} />
      </div>
    );
  return (
    <section aria-label={words.exportPackage.sentTitle}>
      <h2>{words.exportPackage.sentTitle}</h2>
      <div className="table-box" style={{ '--rows': Math.min(data.length, 12) } as CSSProperties}>
        <DataTable
          label={words.exportPackage.sentTitle}
          columns={sentColumns}
          total={data.length}
          rowAt={(index) => data[index]}
          empty={null}
        />
      </div>
    </section>
  );
};

/** What stands behind the tick: read before somebody approves. */
const Facts = () => {
  const { data: status } = useAnswer('status.get', {});
  if (status === undefined) return null;
  const { counts, unsentChanges, findingCount, lastReceipt } = status;
  return (
    <section className="sheet padded" aria-label={words.exportPackage.facts}>
      <h2>{words.exportPackage.facts}</h2>
      <dl className="facts" style={{ marginBottom: 0 }}>
        <dt>{words.exportPackage.teams}</dt>
        <dd>{formatCount(counts.team ?? 0)}</dd>
        <dt>{words.exportPackage.mediators}</dt>
        <dd>{formatCount(counts.membership ?? 0)}</dd>
        <dt>{words.exportPackage.unsent}</dt>
        <dd>{formatCount(unsentChanges)}</dd>
        <dt>{words.exportPackage.findings}</dt>
        <dd>
          {formatCount(findingCount)}
          {findingCount === 0 ? null : <span className="muted"> ({words.exportPackage.findingsHint})</span>}
        </dd>
        <dt>{words.exportPackage.confirmed}</dt>
        <dd>{lastReceipt?.seq == null ? words.exportPackage.confirmedNone : words.exportPackage.confirmedTo(lastReceipt.seq)}</dd>
      </dl>
    </section>
  );
};

export const ExportPackage = () => {
  const { summary, office } = useSession();
  const [folder, setFolder] = useKept('export folder', '');
  const [isApproved, setApproved] = useState(false);
  const [exported, setExported] = useState<Exported | null>(null);
  const work = useWork('package.export');
  const isClerk = summary.user?.role === 'clerk';
  const canRun = !isClerk && isApproved && folder.trim() !== '' && !work.isRunning;
  const run = (): void => {
    if (!canRun) return;
    void work.run({ folder: folder.trim() }).then((reply) => {
      if (!reply.ok) return;
      setExported(reply.value);
      setApproved(false);
    });
  };
  return (
    <Page title={words.exportPackage.title}>
      <div className="stack">
        <div>{words.exportPackage.intro}</div>
        <RestoredNotice />
        {isClerk ? <Notice tone="warn">{words.exportPackage.approverMissing}</Notice> : null}
        {summary.enrolled ? (
          <div className="home">
            <div className="sheet padded stack" onKeyDown={formKeys(run)}>
              <PathInput
                label={words.exportPackage.folder}
                autoFocus
                value={folder}
                onChange={setFolder}
                choose={() => window.desktop.chooseFolder()}
              />
              <Checkbox
                label={words.exportPackage.approve}
                disabled={isClerk}
                checked={isApproved}
                onChange={(event) => {
                  setApproved(event.currentTarget.checked);
                }}
              />
              <div className="row">
                <Button disabled={!canRun} onClick={run}>
                  {words.exportPackage.action} (Ctrl+Enter)
                </Button>
              </div>
              {work.isRunning ? <Working progress={work.progress} onCancel={work.cancel} /> : null}
              <FailureNotice failure={work.failure} />
            </div>
            <Facts />
          </div>
        ) : (
          <Notice tone="warn">
            {words.exportPackage.notEnrolled} <Link href="/enrolment">{words.exportPackage.goEnrol}</Link>
          </Notice>
        )}
        {exported === null ? null : <Result exported={exported} officeName={office.name} />}
        <SentTable />
      </div>
    </Page>
  );
};
