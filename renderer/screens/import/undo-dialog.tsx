import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { ImportEntry, KeptRecord } from '#shared/contract/import-methods.ts';
import { fieldLabel, kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { stepWords } from '#shared/text/step-words.vi.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formatTime } from '#renderer/components/format.ts';
import { formKeys } from '#renderer/components/keys.ts';
import { FailureNotice, Notice, Working } from '#renderer/components/notices.tsx';
import { useFocusBack } from '#renderer/components/use-focus-back.ts';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.importing;

const keptColumns: readonly Column<KeptRecord>[] = [
  { key: 'kind', title: text.keptKind, width: '170px', cell: ({ kind }) => kindLabel(kind) },
  { key: 'title', title: text.keptTitle, width: 'minmax(200px, 1.4fr)', cell: ({ title }) => title },
  {
    key: 'why',
    title: text.keptWhy,
    width: 'minmax(240px, 2fr)',
    cell: ({ kind, reason, fields }) =>
      [stepWords.kept[reason], fields.map((field) => fieldLabel(kind, field)).join(', ')]
        .filter((part) => part !== '')
        .join(': '),
  },
];

type UndoDialogProps = { readonly entry: ImportEntry; readonly onClose: () => void };

/** An import before it is taken back: what goes, what comes back, and by name what stays, because somebody worked on it since. */
export const UndoDialog = ({ entry, onClose }: UndoDialogProps) => {
  const { notify } = useSession();
  const [shown, setShown] = useState<OutputOf<'import.previewUndo'> | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { run: look, ...preview } = useWork('import.previewUndo');
  const undo = useWork('import.undo');
  const importId = entry.id;
  useEffect(() => {
    void look({ importId }).then((reply) => {
      if (reply.ok) setShown(reply.value);
    });
  }, [look, importId]);
  useEffect(() => {
    if (shown !== null) button.current?.focus();
  }, [shown]);
  const isRunning = preview.isRunning || undo.isRunning;
  useFocusBack(isRunning, button);
  const close = (): void => {
    if (undo.isRunning) undo.cancel();
    else if (preview.isRunning) preview.cancel();
    if (!undo.isRunning) onClose();
  };
  const isNothing = shown !== null && shown.removed + shown.restored === 0;
  const take = (): void => {
    if (shown === null || isNothing || undo.isRunning) return;
    void undo.run({ importId }).then((reply) => {
      if (!reply.ok) return;
      onClose();
      notify(text.undoDone(reply.value.removed, reply.value.restored, reply.value.kept.length));
    });
  };
  const kept = shown?.kept ?? [];
  return (
    <Dialog title={text.undoTitle} size={kept.length > 0 ? 'wide' : 'md'} onClose={close}>
      <div className="stack" onKeyDown={formKeys(take)}>
        <p className="break">
          <strong>{entry.fileName}</strong>, {formatTime(entry.at)}
        </p>
        <FailureNotice failure={preview.failure ?? undo.failure} />
        {preview.isRunning ? <Working label={text.undoLookStep} progress={preview.progress} onCancel={preview.cancel} /> : null}
        {shown === null ? null : isNothing ? (
          <Notice tone="warn">{stepWords.nothing}</Notice>
        ) : (
          <p>{text.undoWould(shown.removed, shown.restored)}</p>
        )}
        {kept.length === 0 ? null : (
          <>
            <p>{text.undoKeeps(kept.length)}</p>
            <div className="bulk-preview">
              <DataTable
                label={text.kept}
                columns={keptColumns}
                total={kept.length}
                rowAt={(index) => kept[index]}
                empty={stepWords.nothing}
              />
            </div>
          </>
        )}
        {undo.isRunning ? <Working label={text.undoingStep} progress={undo.progress} onCancel={undo.cancel} /> : null}
        <div className="row">
          <Button ref={button} data-autofocus disabled={shown === null || isNothing} loading={undo.isRunning} onClick={take}>
            {kept.length > 0 ? text.undoRest : text.undoWhole}
          </Button>
          <Button variant="default" onClick={close}>
            {words.common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
