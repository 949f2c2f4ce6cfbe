import { useState } from 'react';
import type { StepTaken } from '#shared/contract/step-methods.ts';
import { messageOf } from '#shared/text/messages.vi.ts';
import { stepWords } from '#shared/text/step-words.vi.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { call } from '#renderer/rpc/engine.ts';
import { useRefresh } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { StepDialog } from './step-dialog.tsx';

type Open = { readonly start: StepTaken | null };

/** Ctrl+Z and Ctrl+Y for what was saved, and the list of it. What stands in the way of an undo is shown with what can be taken back. */
export const StepKeys = () => {
  const { notify } = useSession();
  const refresh = useRefresh();
  const [open, setOpen] = useState<Open | null>(null);
  const take = async (method: 'step.undo' | 'step.redo'): Promise<void> => {
    const reply = await call(method, {});
    if (reply.ok) {
      await refresh();
      notify((method === 'step.undo' ? stepWords.undoneNotice : stepWords.redoneNotice)(reply.value.step.sentence));
      return;
    }
    const { failure } = reply;
    const stepId = failure.details?.step;
    if (failure.code !== 'step-changed-since' || typeof stepId !== 'number') {
      notify(messageOf(failure));
      return;
    }
    const shown = await call('step.preview', { stepId });
    if (shown.ok) setOpen({ start: shown.value });
    else notify(messageOf(shown.failure));
  };
  useAction('app.undo', () => void take('step.undo'));
  useAction('app.redo', () => void take('step.redo'));
  useAction('app.steps', () => {
    setOpen({ start: null });
  });
  return open === null ? null : (
    <StepDialog
      start={open.start}
      onClose={() => {
        setOpen(null);
      }}
    />
  );
};
