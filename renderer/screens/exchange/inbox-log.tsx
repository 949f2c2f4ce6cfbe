import { Button } from '@mantine/core';
import { useState } from 'react';
import type { InboxEntry } from '#shared/contract/exchange-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { formatTime } from '#renderer/components/format.ts';
import { FailureNotice, Working } from '#renderer/components/notices.tsx';
import { Empty } from '#renderer/components/page.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { EntryDialog } from './entry-dialog.tsx';

const tones = { applied: 'badge good', refused: 'badge bad', 'already-received': 'badge' } as const;

const columns: readonly Column<InboxEntry>[] = [
  { key: 'at', title: words.inbox.receivedAt, width: '140px', cell: (row) => formatTime(row.receivedAt) },
  { key: 'file', title: words.inbox.file, width: 'minmax(160px, 1fr)', cell: (row) => row.fileName },
  {
    key: 'office',
    title: words.inbox.office,
    width: 'minmax(160px, 1fr)',
    cell: (row) => row.officeName ?? row.office ?? '',
  },
  { key: 'seq', title: words.inbox.seq, width: '76px', cell: (row) => row.seq ?? '' },
  {
    key: 'result',
    title: words.inbox.result,
    width: '150px',
    cell: (row) => <span className={tones[row.status]}>{words.inbox.statuses[row.status]}</span>,
  },
  {
    key: 'why',
    title: words.inbox.why,
    width: 'minmax(240px, 2.6fr)',
    cell: (row) => <span title={row.message ?? ''}>{row.message ?? ''}</span>,
  },
];

type InboxLogProps = {
  readonly entries: readonly InboxEntry[];
  /** Whether these are the files that wait; then all can be tried again at once. */
  readonly isWaiting: boolean;
};

/** Files that were brought in, newest first; Enter shows why one was not taken and what comes next. */
export const InboxLog = ({ entries, isWaiting }: InboxLogProps) => {
  const { notify } = useSession();
  const [chosen, setChosen] = useState<InboxEntry | null>(null);
  const retry = useWork('inbox.retry');
  const retryAll = (): void => {
    void retry.run({}).then((reply) => {
      if (!reply.ok) return;
      const taken = reply.value.filter((one) => one.status === 'applied').length;
      notify(words.decide.retried(taken, reply.value.length));
    });
  };
  return (
    <>
      {isWaiting && entries.length > 0 ? (
        <div className="row">
          <Button size="xs" variant="default" onClick={retryAll} loading={retry.isRunning}>
            {words.decide.retry}
          </Button>
          <span className="muted">{words.inbox.kept}</span>
        </div>
      ) : null}
      <FailureNotice failure={retry.failure} />
      {retry.isRunning ? <Working progress={retry.progress} onCancel={retry.cancel} /> : null}
      <DataTable
        label={words.inbox.logTitle}
        columns={columns}
        total={entries.length}
        rowAt={(index) => entries[index]}
        onOpen={setChosen}
        empty={<Empty title={isWaiting ? words.inbox.nothingWaiting : words.inbox.emptyTitle} text={words.inbox.emptyText} />}
      />
      {chosen === null ? null : (
        <EntryDialog
          entry={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </>
  );
};
