import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { messageOf } from '#shared/text/messages.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { fileNameOf } from '#renderer/components/file-name.ts';
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

type Answer = { readonly file: string } & ({ readonly received: Received } | { readonly failure: Failure });

/** What one receipt brought, or why it was refused; the name of the file where there were several. */
const AnswerNotice = ({ answer, name }: { readonly answer: Answer; readonly name: string }) => {
  if ('failure' in answer)
    return (
      <Notice tone="bad" role="alert">
        {name === '' ? null : <strong>{name}</strong>}
        <p>{messageOf(answer.failure)}</p>
      </Notice>
    );
  const { received } = answer;
  return (
    <Notice tone={received.complete && received.renumbered === 0 ? 'plain' : 'warn'}>
      <strong>{words.receipts.done(received.number)}</strong> {name}
      <p>{textOf(received)}</p>
      {received.complete ? null : <p>{words.receipts.incomplete}</p>}
      {received.renumbered === 0 ? null : <p>{words.fork.renumbered(received.renumbered)}</p>}
      {takenOf(received) === 0 ? null : <p>{words.receipts.taken(takenOf(received))}</p>}
    </Notice>
  );
};

const isPart = (file: string): boolean => file.toLowerCase().endsWith('.hgpart');

/** What part files brought that were chosen with a receipt, and why one was not taken. */
const TakenParts = ({ results }: { readonly results: OutputOf<'merge.apply'> }) => (
  <>
    {results.map(({ file, part, message }) => (
      <Notice key={file} tone={part === null ? 'bad' : 'plain'}>
        {part === null
          ? message
          : part.newCount === 0
            ? attachmentWords.parts.takenBefore
            : attachmentWords.parts.taken(part.newCount)}
      </Notice>
    ))}
  </>
);

/** The district opens what the province sent back. */
export const Receipts = () => {
  const { refresh } = useSession();
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const [taken, setTaken] = useState<OutputOf<'merge.apply'> | null>(null);
  const work = useWork('receipt.receive');
  const parts = useWork('merge.apply');
  const status = useAnswer('status.get', {});
  const open = (): void => {
    void window.desktop.chooseFiles('receipt', true).then(async (chosen) => {
      if (chosen.length === 0) return;
      setAnswers([]);
      setTaken(null);
      work.clear();
      for (const file of chosen.filter((one) => !isPart(one))) {
        const reply = await work.run({ file });
        const answer = reply.ok ? { file, received: reply.value } : { file, failure: reply.failure };
        setAnswers((before) => [...before, answer]);
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
        <FailureNotice failure={parts.failure} />
        {taken === null ? null : <TakenParts results={taken} />}
        {answers.some((one) => 'received' in one && one.received.complete) ? null : <RestoredNotice />}
        {answers.map((answer) => (
          <AnswerNotice key={answer.file} answer={answer} name={answers.length > 1 ? fileNameOf(answer.file) : ''} />
        ))}
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
