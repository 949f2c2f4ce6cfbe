import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formKeys } from '#renderer/components/keys.ts';
import { useLeaveGuard } from '#renderer/components/leave-guard.tsx';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.trust;

/** What is to be done with keys: take one installation's out of force, or give the province new ones. */
export type TrustAction =
  { readonly kind: 'rotate' } | { readonly kind: 'revoke'; readonly installId: string; readonly officeName: string };

type TrustDialogProps = { readonly action: TrustAction; readonly onClose: () => void };

/** Names what follows, asks for the reason, and does it. Ctrl+Enter confirms. */
export const TrustDialog = ({ action, onClose }: TrustDialogProps) => {
  const { notify } = useSession();
  const [reason, setReason] = useState('');
  const revoke = useWork('trust.revoke');
  const rotate = useWork('trust.rotate');
  const guard = useLeaveGuard(reason !== '', onClose);
  const { title, follows, confirm, done } = action.kind === 'rotate' ? text.rotate : text.revoke;
  const isRunning = revoke.isRunning || rotate.isRunning;
  const run = (): void => {
    const why = reason.trim();
    if (why === '' || isRunning) return;
    const work =
      action.kind === 'rotate' ? rotate.run({ reason: why }) : revoke.run({ installId: action.installId, reason: why });
    void work.then((reply) => {
      if (!reply.ok) return;
      notify(done);
      onClose();
    });
  };
  return (
    <Dialog onClose={guard.leave} title={title} size="lg">
      <div className="stack" onKeyDown={formKeys(run)}>
        {action.kind === 'rotate' ? null : (
          <div>
            <strong>{action.officeName}</strong> <span className="muted break">{action.installId}</span>
          </div>
        )}
        <ul style={{ margin: 0 }}>
          {follows.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <FailureNotice failure={revoke.failure ?? rotate.failure} />
        <TextInput
          label={text.reason}
          withAsterisk
          data-autofocus
          maxLength={500}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <div className="row">
          <Button color="red.9" disabled={reason.trim() === ''} loading={isRunning} onClick={run}>
            {confirm}
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
