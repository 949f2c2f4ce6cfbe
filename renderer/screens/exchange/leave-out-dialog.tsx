import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FailureNotice, Working } from '#renderer/components/notices.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { leftOutOf, type LeftOut } from './left-out.ts';
import type { LookedAt } from './use-inbox.ts';

const text = words.leaveOut;
const shownAtMost = 12;

/** Whether an item is to stay out, or one that stays out comes back. */
export type Arrangement = { readonly id: string; readonly title: string; readonly kind: 'out' | 'back' };

type LeaveOutDialogProps = {
  readonly lookedAt: LookedAt;
  readonly arrangement: Arrangement;
  readonly onArrange: (changed: LookedAt) => void;
  readonly onClose: () => void;
};

const Followers = ({ followers }: { readonly followers: readonly LeftOut[] }) =>
  followers.length === 0 ? (
    <div className="muted">{text.followsNone}</div>
  ) : (
    <div>
      <strong>{text.follows(followers.length)}</strong>
      <ul style={{ margin: '4px 0' }}>
        {followers.slice(0, shownAtMost).map((one) => (
          <li key={one.id}>{one.title}</li>
        ))}
        {followers.length > shownAtMost ? <li className="muted">{text.more(followers.length - shownAtMost)}</li> : null}
      </ul>
    </div>
  );

/** Joins once more without the item and names what else stays out with it, before it is so. */
export const LeaveOutDialog = ({ lookedAt, arrangement, onArrange, onClose }: LeaveOutDialogProps) => {
  const { run, ...preview } = useWork('merge.preview');
  const [changed, setChanged] = useState<LookedAt | null>(null);
  const { id, kind, title } = arrangement;
  const { whole, leaveOut } = lookedAt;
  useEffect(() => {
    const next = kind === 'out' ? [...new Set([...leaveOut, id])] : leaveOut.filter((one) => one !== id);
    void run({ files: [whole.file], leaveOut: next }).then((reply) => {
      const [result] = reply.ok ? reply.value : [];
      if (result) setChanged({ whole, result, leaveOut: next });
    });
  }, [run, whole, leaveOut, id, kind]);
  const before = new Set(leftOutOf(lookedAt).map((one) => one.id));
  const followers = changed === null ? [] : leftOutOf(changed).filter((one) => one.id !== id && !before.has(one.id));
  const isRefused = changed !== null && changed.result.status !== 'preview';
  const confirm = (): void => {
    if (changed === null || isRefused) return;
    onArrange(changed);
    onClose();
  };
  return (
    <Dialog title={kind === 'out' ? text.title : text.backTitle} size="lg" onClose={onClose}>
      <div className="stack">
        <div>
          <strong>{title}</strong>
        </div>
        <div>{kind === 'out' ? text.intro : text.backText}</div>
        {preview.isRunning ? <Working progress={preview.progress} /> : null}
        <FailureNotice failure={preview.failure} />
        {isRefused ? <div role="alert">{changed.result.message}</div> : null}
        {kind === 'out' && changed !== null && !isRefused ? <Followers followers={followers} /> : null}
        <div className="row">
          <Button data-autofocus onClick={confirm} aria-disabled={changed === null || isRefused}>
            {kind === 'out' ? text.confirm : text.back}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
