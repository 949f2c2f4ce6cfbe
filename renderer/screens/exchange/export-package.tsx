import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { formatTime } from '#renderer/components/format.ts';
import { FailureNotice, Notice, Working } from '#renderer/components/notices.tsx';
import { Empty, Page } from '#renderer/components/page.tsx';
import { PaperActions } from '#renderer/components/paper-actions.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

type Exported = OutputOf<'package.export'>;

const Result = ({ exported }: { readonly exported: Exported }) => (
  <Notice>
    <strong>{words.exportPackage.done}</strong>
    <p style={{ margin: '4px 0' }}>{words.exportPackage.doneText}</p>
    <p style={{ margin: '4px 0' }}>
      {words.exportPackage.seq} {exported.seq}: {exported.file}
    </p>
    <p style={{ margin: '4px 0' }}>
      {words.exportPackage.code}: <span className="digits">{exported.code}</span>
    </p>
    <p className="muted" style={{ margin: '4px 0' }}>
      {words.exportPackage.counts}:{' '}
      {Object.entries(exported.counts)
        .map(([kind, count]) => `${kindLabel(kind).toLowerCase()} ${formatCount(count)}`)
        .join(', ')}
    </p>
    <div className="row">
      <PaperActions
        report={{ name: 'transmittal', subject: exported.packageId }}
        printLabel={words.exportPackage.transmittal}
        pdfLabel={words.exportPackage.transmittalPdf}
      />
      <Button
        variant="default"
        onClick={() => {
          void window.desktop.showInFolder(exported.file);
        }}
      >
        {words.common.showInFolder}
      </Button>
    </div>
  </Notice>
);

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
    <section className="sheet" aria-label={words.exportPackage.sentTitle}>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{words.exportPackage.seq}</th>
            <th>{words.exportPackage.file}</th>
            <th>{words.exportPackage.createdAt}</th>
            <th>{words.exportPackage.state}</th>
            <th>{words.exportPackage.code}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((sent) => (
            <tr key={sent.packageId}>
              <td>{sent.seq}</td>
              <td>{sent.fileName}</td>
              <td>{formatTime(sent.createdAt)}</td>
              <td>
                {sent.confirmedAt === null ? (
                  <span className="badge warn">{words.exportPackage.exported}</span>
                ) : (
                  <span className="badge good">{words.exportPackage.received}</span>
                )}
              </td>
              <td className="small">{sent.code}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

export const ExportPackage = () => {
  const { summary } = useSession();
  const [folder, setFolder] = useState('');
  const [isApproved, setApproved] = useState(false);
  const [exported, setExported] = useState<Exported | null>(null);
  const work = useWork('package.export');
  const choose = (): void => {
    void window.desktop.chooseFolder().then((chosen) => {
      if (chosen !== null) setFolder(chosen);
    });
  };
  const run = (): void => {
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
        {summary.enrolled ? (
          <div className="sheet padded stack">
            <div className="row" style={{ alignItems: 'end' }}>
              <TextInput
                w={460}
                label={words.exportPackage.folder}
                autoFocus
                value={folder}
                onChange={(event) => {
                  setFolder(event.currentTarget.value);
                }}
              />
              <Button variant="default" onClick={choose}>
                {words.common.chooseFolder}
              </Button>
            </div>
            <Checkbox
              label={words.exportPackage.approve}
              checked={isApproved}
              onChange={(event) => {
                setApproved(event.currentTarget.checked);
              }}
            />
            <div className="row">
              <Button disabled={!isApproved || folder.trim() === '' || work.isRunning} onClick={run}>
                {words.exportPackage.action}
              </Button>
            </div>
            {work.isRunning ? <Working progress={work.progress} onCancel={work.cancel} /> : null}
            <FailureNotice failure={work.failure} />
          </div>
        ) : (
          <Notice tone="warn">
            {words.exportPackage.notEnrolled} <Link href="/enrolment">{words.exportPackage.goEnrol}</Link>
          </Notice>
        )}
        {exported === null ? null : <Result exported={exported} />}
        <SentTable />
      </div>
    </Page>
  );
};
