import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MergeResult } from '#shared/contract/views.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { FailureNotice, Notice, Working } from '#renderer/components/notices.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { ForkAlarms } from './fork-alarms.tsx';
import { ChosenFile } from './chosen-file.tsx';
import { InboxOverview } from './inbox-overview.tsx';
import { IssuedReceipts, useReceipts } from './issue-receipts.tsx';
import { MergeDetails } from './merge-details.tsx';
import { MergeTable } from './merge-table.tsx';
import { PaperCheck } from './paper-check.tsx';
import { useInbox } from './use-inbox.ts';

/** The package whose paper is compared; for a file that is no package any known paper is looked for. */
const expectedOf = (shown: MergeResult | undefined): Parameters<typeof PaperCheck>[0] =>
  shown?.office == null || shown.seq === null || shown.packageId === null
    ? {}
    : { expected: { office: shown.office, seq: shown.seq, packageId: shown.packageId } };

/** Packages come in: choose, see, arrange, apply. The province answers with receipts; a district takes in what its other PCs wrote. */
export const Inbox = () => {
  const { notify, office } = useSession();
  const isProvince = office.tier === 'province';
  const [chosen, setChosen] = useState<string | null>(null);
  const work = useInbox();
  const receipts = useReceipts();
  const { data: status } = useAnswer('status.get', {});
  const { files, preview, apply } = work;
  const results = files.map((one) => one.result);
  const isBusy = preview.isRunning || apply.isRunning || receipts.done !== null;
  const shown =
    files.find(({ result }) => result.file === chosen) ?? files.find(({ result }) => result.part === null) ?? files[0];
  const waitingCount = results.filter((result) => result.status === 'preview').length;
  const taken = results.filter(({ status: one }) => one === 'applied' || one === 'already-received');
  const offices = [...new Set(taken.flatMap((result) => (result.office === null ? [] : [result.office])))];
  const everybody = (status?.offices ?? []).filter((one) => one.enrolled).map((one) => one.officeId);

  const open = (): void => {
    void window.desktop.chooseFiles('package', true).then(async (paths) => {
      if (paths.length === 0) return;
      receipts.clear();
      setChosen(null);
      await work.open(paths);
    });
  };
  const applyAll = (): void => {
    void work.applyAll().then((count) => {
      if (count > 0) notify(words.inbox.tookFiles(count));
    });
  };
  return (
    <Page
      title={isProvince ? words.inbox.title : words.inbox.ownTitle}
      actions={
        <>
          {isProvince && results.length === 0 && everybody.length > 0 ? (
            <Button
              variant="default"
              disabled={isBusy}
              onClick={() => {
                receipts.issueFor(everybody);
              }}
            >
              {words.inbox.receiptEverybody}
            </Button>
          ) : null}
          {isProvince && offices.length > 0 ? (
            <Button
              variant="default"
              disabled={isBusy}
              onClick={() => {
                receipts.issueFor(offices);
              }}
            >
              {words.inbox.receiptAll}
            </Button>
          ) : null}
          {results.length > 0 && waitingCount === 0 ? (
            <Button variant="default" onClick={work.clear} disabled={isBusy}>
              {words.common.back}
            </Button>
          ) : null}
          {waitingCount === 0 ? null : (
            <Button onClick={applyAll} disabled={isBusy}>
              {waitingCount === 1 ? words.inbox.apply : `${words.inbox.applyAll} (${waitingCount})`}
            </Button>
          )}
          <Button variant={waitingCount === 0 ? 'filled' : 'default'} onClick={open} disabled={isBusy}>
            {words.inbox.open}
          </Button>
        </>
      }
    >
      <div className="stack fill">
        {results.length === 0 ? <div>{isProvince ? words.inbox.intro : words.inbox.ownIntro}</div> : null}
        {preview.isRunning ? (
          <Working takesFocus label={words.inbox.looking} progress={preview.progress} onCancel={preview.cancel} />
        ) : null}
        {apply.isRunning ? (
          <Working takesFocus label={words.inbox.taking} progress={apply.progress} onCancel={apply.cancel} />
        ) : null}
        <FailureNotice failure={work.failure} />
        {work.skipped === 0 || isBusy ? null : <Notice tone="warn">{words.inbox.stopped(work.skipped)}</Notice>}
        {work.rest.length === 0 || isBusy ? null : (
          <Notice tone="warn">
            <div className="row">
              <span>{words.inbox.stopped(work.rest.length)}</span>
              <Button size="xs" onClick={() => void work.lookOn()}>
                {words.inbox.lookOn(work.rest.length)}
              </Button>
            </div>
          </Notice>
        )}
        {results.some((result) => result.failure?.code === 'package-fork') ? <ForkAlarms /> : null}
        <IssuedReceipts receipts={receipts} />
        {results.length > 0 ? <MergeTable results={results} isBusy={isBusy} onChoose={setChosen} /> : null}
        {results.length === 0 && !preview.isRunning ? <InboxOverview /> : null}
        {shown === undefined ? null : <ChosenFile {...shown.result} />}
        <PaperCheck key={shown?.result.packageId ?? ''} {...expectedOf(shown?.result)} />
        {shown === undefined ||
        shown.result.part !== null ||
        shown.result.status === 'refused' ||
        shown.result.status === 'already-received' ? null : (
          <MergeDetails
            key={shown.result.file + shown.result.status}
            lookedAt={shown}
            onArrange={shown.result.status === 'preview' ? work.arrange : undefined}
          />
        )}
      </div>
    </Page>
  );
};
