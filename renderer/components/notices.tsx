import { Button } from '@mantine/core';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Failure } from '#shared/contract/failure.ts';
import type { Progress } from '#shared/contract/views.ts';
import { messageOf } from '#shared/text/messages.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';

type NoticeProps = { readonly tone?: 'plain' | 'warn' | 'bad'; readonly role?: 'alert' | 'status'; readonly children: ReactNode };

export const Notice = ({ tone = 'plain', role = 'status', children }: NoticeProps) => (
  <div className={tone === 'plain' ? 'notice' : `notice ${tone}`} role={role}>
    {children}
  </div>
);

/** The sentence of a failure; nothing where there is none. What somebody stopped has not gone wrong. */
export const FailureNotice = ({ failure }: { readonly failure: Failure | null | undefined }) =>
  failure == null ? null : (
    <Notice tone={failure.code === 'cancelled' ? 'plain' : 'bad'} role="alert">
      {messageOf(failure)}
    </Notice>
  );

type WorkingProps = {
  readonly progress: Progress | null;
  /** What is being done, where that is more than "working". */
  readonly label?: string;
  readonly onCancel?: () => void;
  /** Whether the way to stop takes the keyboard where it would be lost. */
  readonly takesFocus?: boolean;
};

/** The button that started the work rests while it runs, and the keyboard would be nowhere. */
const useLostFocus = (takesFocus: boolean) => {
  const stop = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (takesFocus && document.activeElement?.matches('body, .page, :disabled') === true)
      stop.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return stop;
};

/** Long work under way: how far it is, and a way to stop it. */
export const Working = ({ progress, label = words.common.working, onCancel, takesFocus = false }: WorkingProps) => {
  const stop = useLostFocus(takesFocus);
  return (
    <div className="notice row" role="status">
      <span>{label}</span>
      {progress === null ? null : (
        <>
          <progress value={progress.done} max={Math.max(1, progress.total)} aria-label={label} />
          {/* As wide as at the end, so that the button beside it stays where it is. */}
          <span className="number" style={{ minWidth: `${2 * formatCount(progress.total).length + 1}ch` }}>
            {formatCount(progress.done)}/{formatCount(progress.total)}
          </span>
        </>
      )}
      {onCancel === undefined ? null : (
        <Button
          ref={stop}
          variant="default"
          size="xs"
          onClick={onCancel}
          onKeyDown={(event) => {
            // The key that started the work may still be held.
            if (event.repeat) event.preventDefault();
          }}
        >
          {words.common.stop}
        </Button>
      )}
    </div>
  );
};
