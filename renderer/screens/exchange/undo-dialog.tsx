import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formatTime } from '#renderer/components/format.ts';
import { FailureNotice, Working } from '#renderer/components/notices.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.decide;

type Shown = OutputOf<'imports.previewUndo'>;

/** What taking an import back would do, rehearsed on the books; then the same, really. */
export const UndoDialog = ({ importId, onClose }: { readonly importId: string; readonly onClose: () => void }) => {
  const { notify } = useSession();
  const { run: look, ...preview } = useWork('imports.previewUndo');
  const undo = useWork('imports.undo');
  const [shown, setShown] = useState<Shown | null>(null);
  const [reason, setReason] = useState('');
  useEffect(() => {
    void look({ importId }).then((reply) => {
      if (reply.ok) setShown(reply.value);
    });
  }, [look, importId]);
  const takeBack = (): void => {
    if (shown === null) return;
    const expected = { imports: shown.imports.map(({ id }) => id), stateHash: shown.stateHash };
    void undo.run({ importId, expected, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }).then((reply) => {
      if (!reply.ok) return;
      notify(text.undoDone);
      onClose();
    });
  };
  return (
    <Dialog title={text.undoTitle} size="lg" onClose={onClose}>
      <div className="stack">
        <p>{text.undoIntro}</p>
        <FailureNotice failure={preview.failure ?? undo.failure} />
        {preview.isRunning ? <Working progress={preview.progress} onCancel={preview.cancel} /> : null}
        {undo.isRunning ? <Working progress={undo.progress} onCancel={undo.cancel} /> : null}
        {shown === null ? null : (
          <>
            <strong>{text.undoCounts(shown.counts.removed, shown.counts.changed)}</strong>
            <section aria-label={text.undoImports}>
              <h3>{text.undoImports}</h3>
              <ul>
                {shown.imports.map((one) => (
                  <li key={one.id}>
                    {one.officeName}, {words.inbox.seq.toLowerCase()} {one.seq}, {formatTime(one.appliedAt)}
                  </li>
                ))}
              </ul>
            </section>
            {shown.decisions.length === 0 ? null : (
              <section aria-label={text.undoDecisions}>
                <h3>{text.undoDecisions}</h3>
                <ul>
                  {shown.decisions.map((one) => (
                    <li key={one.id}>
                      {one.kind === 'proposal' ? text.propose : kindLabel(one.kind)}: {one.title}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <TextInput
              label={text.reason}
              value={reason}
              onChange={(event) => {
                setReason(event.currentTarget.value);
              }}
            />
            <div className="row">
              <Button onClick={takeBack} loading={undo.isRunning}>
                {text.undo}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
};
