import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '#shared/contract/failure.ts';
import type { MergeResult } from '#shared/contract/views.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { FailureNotice, Notice, Working } from '#renderer/components/notices.tsx';
import { Page } from '#renderer/components/page.tsx';
import { PaperActions } from '#renderer/components/paper-actions.tsx';
import { call } from '#renderer/rpc/engine.ts';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { ImportList } from './import-list.tsx';
import { InboxLog } from './inbox-log.tsx';
import { MergeDetails } from './merge-details.tsx';
import { MergeTable } from './merge-table.tsx';

type IssuedReceipt = { readonly number: number; readonly packageId: string; readonly file: string };

/** The province takes packages in: choose, see, apply, answer. */
export const Inbox = () => {
  const { notify } = useSession();
  const [results, setResults] = useState<readonly MergeResult[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [receipts, setReceipts] = useState<readonly IssuedReceipt[]>([]);
  const [receiptFailure, setReceiptFailure] = useState<Failure | null>(null);
  const preview = useWork('merge.preview');
  const apply = useWork('merge.apply');
  const isBusy = preview.isRunning || apply.isRunning;

  const open = (): void => {
    void window.desktop.chooseFiles('package', true).then(async (files) => {
      if (files.length === 0) return;
      setResults([]);
      setReceipts([]);
      const reply = await preview.run({ files: [...files] });
      if (!reply.ok) return;
      setResults(reply.value);
      setChosen(reply.value[0]?.file ?? null);
    });
  };
  const applyAll = (): void => {
    const waiting = results.filter((result) => result.status === 'preview');
    const [only] = waiting;
    const diffHash = waiting.length === 1 && only?.diffHash != null ? { diffHash: only.diffHash } : {};
    void apply.run({ files: waiting.map((result) => result.file), ...diffHash }).then((reply) => {
      if (!reply.ok) return;
      const byFile = new Map(reply.value.map((result) => [result.file, result]));
      setResults(results.map((result) => byFile.get(result.file) ?? result));
      notify(words.inbox.statuses.applied);
    });
  };
  const answer = (): void => {
    const offices = [
      ...new Set(
        results
          .filter((result) => result.status === 'applied' || result.status === 'already-received')
          .flatMap((result) => (result.office === null ? [] : [result.office])),
      ),
    ];
    void window.desktop.chooseFolder().then(async (folder) => {
      if (folder === null) return;
      setReceiptFailure(null);
      const issued: IssuedReceipt[] = [];
      for (const officeId of offices) {
        const reply = await call('receipt.issue', { officeId, folder });
        if (reply.ok) issued.push(reply.value);
        else setReceiptFailure(reply.failure);
      }
      setReceipts(issued);
    });
  };
  const waitingCount = results.filter((result) => result.status === 'preview').length;
  const answerable = results.some((result) => result.status === 'applied' || result.status === 'already-received');
  const shown = results.find((result) => result.file === chosen);
  return (
    <Page
      title={words.inbox.title}
      actions={
        <>
          {answerable ? (
            <Button variant="default" onClick={answer} disabled={isBusy}>
              {words.inbox.receiptAll}
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
        {results.length === 0 ? <div>{words.inbox.intro}</div> : null}
        {preview.isRunning ? <Working progress={preview.progress} onCancel={preview.cancel} /> : null}
        {apply.isRunning ? <Working progress={apply.progress} onCancel={apply.cancel} /> : null}
        <FailureNotice failure={preview.failure ?? apply.failure ?? receiptFailure} />
        {receipts.map((receipt) => (
          <Notice key={receipt.packageId}>
            <div className="row">
              <span className="break">
                {words.inbox.receiptDone(receipt.number)}: {receipt.file}
              </span>
              <PaperActions report={{ name: 'receipt-slip', subject: receipt.packageId }} printLabel={words.inbox.receiptSlip} />
              <Button
                variant="default"
                onClick={() => {
                  void window.desktop.showInFolder(receipt.file);
                }}
              >
                {words.common.showInFolder}
              </Button>
            </div>
          </Notice>
        ))}
        {results.length === 0 ? <ImportList /> : null}
        {results.length === 0 ? <InboxLog /> : <MergeTable results={results} chosen={chosen} onChoose={setChosen} />}
        {shown === undefined || shown.status === 'refused' || shown.status === 'already-received' ? null : (
          <MergeDetails key={shown.file + shown.status} result={shown} />
        )}
      </div>
    </Page>
  );
};
