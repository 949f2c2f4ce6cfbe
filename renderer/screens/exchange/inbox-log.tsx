import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime } from '#renderer/components/format.ts';
import { Empty } from '#renderer/components/page.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';

const tones = { applied: 'badge good', refused: 'badge bad', 'already-received': 'badge' } as const;

/** Everything that was brought in, newest first. */
export const InboxLog = () => {
  const { data } = useAnswer('inbox.list', {});
  if (data === undefined) return null;
  if (data.length === 0)
    return (
      <div className="sheet">
        <Empty title={words.inbox.emptyTitle} text={words.inbox.emptyText} />
      </div>
    );
  return (
    <section className="sheet" aria-label={words.inbox.logTitle}>
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
