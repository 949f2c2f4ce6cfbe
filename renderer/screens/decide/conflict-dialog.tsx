import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ConflictValue, ConflictView } from '#shared/contract/conflict-methods.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formatTime, formatValue } from '#renderer/components/format.ts';
import { formKeys } from '#renderer/components/keys.ts';
import { FailureNotice, Notice } from '#renderer/components/notices.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.decide;

const shownValue = (conflict: ConflictView, one: ConflictValue): string => {
  if (conflict.about === 'value') return formatValue(conflict.kind, conflict.field, one.value);
  return one.field === 'removed' ? text.removal : text.edit(fieldLabel(conflict.kind, one.field));
};

type ConflictDialogProps = { readonly conflict: ConflictView; readonly onClose: () => void };

/** Every value side by side with author, time and reason; one is taken, with a reason that stays in the history. */
export const ConflictDialog = ({ conflict, onClose }: ConflictDialogProps) => {
  const { notify } = useSession();
  const isRemoval = conflict.about === 'removal';
  const [choice, setChoice] = useState(isRemoval ? 'keep' : (conflict.values.find((one) => one.shown)?.dot ?? ''));
  const [reason, setReason] = useState('');
  const resolve = useWork('conflict.resolve');
  const save = (): void => {
    const decision = isRemoval ? { value: choice === 'keep' ? true : null } : { take: choice };
    void resolve.run({ conflict: conflict.id, ...decision, reason }).then((reply) => {
      if (!reply.ok) return;
      notify(text.decided);
      onClose();
    });
  };
  return (
    <Dialog title={`${text.conflictTitle}: ${conflict.title}`} size="xl" onClose={onClose}>
      <div className="stack" onKeyDown={formKeys(save)}>
        <FailureNotice failure={resolve.failure} />
        {conflict.decidable ? null : <Notice>{text.onlyOwner}</Notice>}
        <Radio.Group
          label={isRemoval ? words.history.removed : fieldLabel(conflict.kind, conflict.field)}
          value={choice}
          onChange={setChoice}
        >
          <div className="stack" style={{ marginTop: 6 }}>
            {conflict.values.map((one) => (
              <div key={`${one.dot} ${one.field}`} className="sheet padded">
                {isRemoval ? (
                  <strong>{shownValue(conflict, one)}</strong>
                ) : (
                  <Radio
                    value={one.dot}
                    size="xs"
                    disabled={!conflict.decidable}
                    label={`${shownValue(conflict, one)}${one.shown ? ` (${text.shown})` : ''}`}
                  />
                )}
                <div className="muted small">
                  {text.by(one.authorName ?? one.officeName, one.at === null ? '' : formatTime(one.at))}
                  {one.reason === null ? '' : ` - ${one.reason}`}
                </div>
              </div>
            ))}
            {isRemoval ? (
              <div className="row">
                <Radio value="keep" size="xs" label={text.keepRemoval} disabled={!conflict.decidable} />
                <Radio value="restore" size="xs" label={text.bringBack} disabled={!conflict.decidable} />
              </div>
            ) : null}
          </div>
        </Radio.Group>
        {conflict.decidable ? (
          <>
            <TextInput
              label={text.reason}
              required
              value={reason}
              onChange={(event) => {
                setReason(event.currentTarget.value);
              }}
            />
            <div className="row">
              <Button onClick={save} loading={resolve.isRunning} disabled={reason.trim() === '' || choice === ''}>
                {text.decide} (Ctrl+Enter)
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </Dialog>
  );
};
