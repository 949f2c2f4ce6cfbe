import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from './dialog.tsx';
import { useWork } from '../rpc/use-engine.ts';
import { useLeaveGuard } from './leave-guard.tsx';
import { FailureNotice } from './notices.tsx';

type RemoveDialogProps = {
  readonly kind: string;
  readonly id: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Removing asks for a reason; the record stays in the history. */
export const RemoveDialog = ({ kind, id, onDone, onClose }: RemoveDialogProps) => {
  const [reason, setReason] = useState('');
  const remove = useWork('record.remove');
  const guard = useLeaveGuard(reason !== '', onClose);
  const confirm = (): void => {
    if (reason.trim() === '') return;
    void remove.run({ kind, id, reason: reason.trim() }).then((reply) => {
      if (reply.ok) onDone();
    });
  };
  return (
    <Dialog onClose={guard.leave} title={words.form.removeTitle}>
      <div className="stack">
        <FailureNotice failure={remove.failure} />
        <TextInput
          label={words.form.removeReason}
          withAsterisk
          data-autofocus
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) confirm();
          }}
        />
        <div className="row">
          <Button color="red.9" disabled={reason.trim() === ''} loading={remove.isRunning} onClick={confirm}>
            {words.common.remove}
          </Button>
          <Button variant="default" onClick={guard.leave}>
            {words.common.cancel}
          </Button>
        </div>
      </div>
      {guard.dialog}
    </Dialog>
  );
};
