import type { MergeResult } from '#shared/contract/views.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { fileNameOf } from '#renderer/components/file-name.ts';
import { Notice } from '#renderer/components/notices.tsx';

/** What the line of a file has no room for: who approved it, the digits of its paper, the packages before it; in full why it was refused. */
export const ChosenFile = ({ file, status, message, approver, code, missing }: MergeResult) => {
  if (status === 'refused')
    return (
      <Notice tone="bad">
        <strong className="break">{fileNameOf(file)}</strong>
        <div>{message}</div>
      </Notice>
    );
  const facts = [
    ...(approver === null ? [] : [words.inbox.approver(approver)]),
    ...(code === null ? [] : [`${words.inbox.code}: ${code}`]),
    ...(missing.length === 0 ? [] : [words.inbox.missing(missing.join(', '))]),
  ];
  return (
    <div className="muted small break">
      <strong>{fileNameOf(file)}</strong>
      {facts.map((fact) => ` · ${fact}`)}
    </div>
  );
};
