import { Button } from '@mantine/core';
import { useState } from 'react';
import type { InboxEntry } from '#shared/contract/exchange-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formatTime } from '#renderer/components/format.ts';
import { FailureNotice, Notice, Working } from '#renderer/components/notices.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';

type EntryDialogProps = { readonly entry: InboxEntry; readonly onClose: () => void };

/** One file of the inbox: why it was not taken, what comes next, and trying it again. */
export const EntryDialog = ({ entry, onClose }: EntryDialogProps) => {
  const retry = useWork('inbox.retry');
  const [answer, setAnswer] = useState<string | null>(null);
  const tryAgain = (): void => {
    void retry.run({ id: entry.id }).then((reply) => {
      if (reply.ok) setAnswer(reply.value[0]?.message ?? '');
    });
  };
  return (
    <Dialog title={words.inbox.entry} size="lg" onClose={onClose}>
      <div className="stack">
        <dl className="facts" style={{ margin: 0 }}>
          <dt>{words.inbox.file}</dt>
          <dd className="break">{entry.fileName}</dd>
          <dt>{words.inbox.receivedAt}</dt>
          <dd>{formatTime(entry.receivedAt)}</dd>
          {entry.office === null ? null : (
            <>
              <dt>{words.inbox.office}</dt>
              <dd>{entry.officeName ?? entry.office}</dd>
              <dt>{words.inbox.seq}</dt>
              <dd>{entry.seq ?? ''}</dd>
            </>
          )}
          <dt>{words.inbox.result}</dt>
          <dd>{words.inbox.statuses[entry.status]}</dd>
          {entry.message === null ? null : (
            <>
              <dt>{words.inbox.why}</dt>
              <dd>{entry.message}</dd>
            </>
          )}
        </dl>
        {answer === null ? null : <Notice>{answer}</Notice>}
        <FailureNotice failure={retry.failure} />
        {retry.isRunning ? <Working progress={retry.progress} onCancel={retry.cancel} /> : null}
        {entry.waiting && answer === null ? (
          <>
            <div className="muted">{words.inbox.kept}</div>
            <div className="row">
              <Button data-autofocus onClick={tryAgain} loading={retry.isRunning}>
                {words.inbox.retryOne}
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </Dialog>
  );
};
