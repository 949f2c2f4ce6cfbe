import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime } from '#renderer/components/format.ts';
import { FailureNotice, Notice } from '#renderer/components/notices.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { RestoredNotice } from './restored-notice.tsx';
import { PaperCheck } from './paper-check.tsx';

type Received = OutputOf<'receipt.receive'>;

const textOf = (received: Received): string => {
  if (received.status === 'already-received') return words.receipts.already;
  if (received.status === 'older-ignored') return words.receipts.older;
  return received.confirmedSeq === null ? words.receipts.confirmedNone : words.receipts.confirmed(received.confirmedSeq);
};

const takenOf = ({ taken }: Received): number => taken.added + taken.changed + taken.removed + taken.conflict;

const isPart = (file: string): boolean => file.toLowerCase().endsWith('.hgpart');

/** What part files brought that were chosen with a receipt, and why one was not taken. */
const TakenParts = ({ results }: { readonly results: OutputOf<'merge.apply'> }) => (
  <>
    {results.map(({ file, part, message }) => (
      <Notice key={file} tone={part === null ? 'bad' : 'plain'}>
        {part === null ? message : attachmentWords.parts.taken(part.newCount)}
      </Notice>
    ))}
  </>
);

/** The district opens what the province sent back. */
export const Receipts = () => {
  const { refresh } = useSession();
  const [received, setReceived] = useState<Received | null>(null);
  const [taken, setTaken] = useState<OutputOf<'merge.apply'> | null>(null);
  const work = useWork('receipt.receive');
  const parts = useWork('merge.apply');
  const status = useAnswer('status.get', {});
  const open = (): void => {
    void window.desktop.chooseFiles('receipt', true).then(async (chosen) => {
      if (chosen.length === 0) return;
      setReceived(null);
      setTaken(null);
      work.clear();
      for (const file of chosen.filter((one) => !isPart(one))) {
        const reply = await work.run({ file });
        if (reply.ok) setReceived(reply.value);
      }
      const brought = chosen.filter(isPart);
      const reply = brought.length === 0 ? undefined : await parts.run({ files: brought });
      if (reply?.ok === true) setTaken(reply.value);
      await refresh();
    });
  };
  const last = status.data?.lastReceipt;
  const missingCount = status.data?.missingFileCount ?? 0;
  return (
    <Page
      title={words.receipts.title}
      actions={
        <Button onClick={open} loading={work.isRunning || parts.isRunning}>
          {words.receipts.open}
        </Button>
      }
    >
      <div className="stack narrow">
        <div>{words.receipts.intro}</div>
        <FailureNotice failure={work.failure ?? parts.failure} />
        {taken === null ? null : <TakenParts results={taken} />}
        {received?.complete === true ? null : <RestoredNotice />}
        {received === null ? null : (
          <Notice tone={received.complete && received.renumbered === 0 ? 'plain' : 'warn'}>
            <strong>{words.receipts.done(received.number)}</strong>
            <p>{textOf(received)}</p>
            {received.complete ? null : <p>{words.receipts.incomplete}</p>}
            {received.renumbered === 0 ? null : <p>{words.fork.renumbered(received.renumbered)}</p>}
            {takenOf(received) === 0 ? null : <p>{words.receipts.taken(takenOf(received))}</p>}
          </Notice>
        )}
        {missingCount === 0 ? null : (
          <Notice tone="warn">
            <strong>{attachmentWords.missing.count(missingCount)}</strong>
            <p>{attachmentWords.missing.ownText}</p>
          </Notice>
        )}
        <PaperCheck />
        <div className="sheet padded">
          <h2>{words.receipts.last}</h2>
          <div>{last == null ? words.receipts.none : `${words.receipts.done(last.number)}, ${formatTime(last.receivedAt)}`}</div>
        </div>
      </div>
    </Page>
  );
};
