import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime } from '#renderer/components/format.ts';
import { Notice } from '#renderer/components/notices.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';

/** Says that the books were brought back or copied, and what makes them whole again, until the province has confirmed a package since. */
export const RestoredNotice = () => {
  const { data: status } = useAnswer('status.get', {});
  if (status?.restoredAt == null || !status.enrolled) return null;
  return (
    <Notice tone="warn">
      <strong>{words.fork.restored}</strong>
      <p>{words.fork.restoredText(formatTime(status.restoredAt))}</p>
    </Notice>
  );
};
