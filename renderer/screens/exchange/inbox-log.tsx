import { Button } from '@mantine/core';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime } from '#renderer/components/format.ts';
import { FailureNotice, Working } from '#renderer/components/notices.tsx';
import { Empty } from '#renderer/components/page.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const tones = { applied: 'badge good', refused: 'badge bad', 'already-received': 'badge' } as const;

/** Everything that was brought in, newest first. */
export const InboxLog = () => {
  const { notify } = useSession();
  const { data } = useAnswer('inbox.list', {});
  const retry = useWork('inbox.retry');
  const retryAll = (): void => {
    void retry.run({}).then((reply) => {
      if (!reply.ok) return;
      const taken = reply.value.filter((one) => one.status === 'applied').length;
      notify(words.decide.retried(taken, reply.value.length));
    });
  };
  if (data === undefined) return null;
  if (data.length === 0)
    return (
      <div className="sheet">
        <Empty title={words.inbox.emptyTitle} text={words.inbox.emptyText} />
      </div>
    );
  return (
    <section className="sheet" aria-label={words.inbox.logTitle}>
      <div className="sheet-head">
        <h2>{words.inbox.logTitle}</h2>
        {data.some((entry) => entry.status === 'refused') ? (
          <Button size="xs" variant="default" onClick={retryAll} loading={retry.isRunning}>
            {words.decide.retry}
          </Button>
        ) : null}
      </div>
      <FailureNotice failure={retry.failure} />
      {retry.isRunning ? <Working progress={retry.progress} onCancel={retry.cancel} /> : null}
      <table className="plain-table">
        <thead>
          <tr>
            <th>{words.inbox.receivedAt}</th>
            <th>{words.inbox.file}</th>
            <th>{words.inbox.office}</th>
            <th>{words.inbox.seq}</th>
            <th>{words.inbox.result}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((entry) => (
            <tr key={entry.id}>
              <td>{formatTime(entry.receivedAt)}</td>
              <td>{entry.fileName}</td>
              <td>{entry.officeName ?? entry.office ?? ''}</td>
              <td>{entry.seq ?? ''}</td>
              <td>
                <span className={tones[entry.status]}>{words.inbox.statuses[entry.status]}</span>
                {entry.message === null ? null : <div className="small">{entry.message}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
