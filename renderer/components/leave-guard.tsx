import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from './dialog.tsx';

export type LeaveGuard = {
  /** Leaves at once where nothing was typed, else asks. */
  readonly leave: () => void;
  readonly dialog: ReactNode;
};

/** Asks before typed input is thrown away. */
export const useLeaveGuard = (isDirty: boolean, leave: () => void): LeaveGuard => {
  const [asks, setAsks] = useState(false);
  const stay = (): void => {
    setAsks(false);
  };
  return {
    leave: () => {
      if (isDirty) setAsks(true);
      else leave();
    },
    dialog: asks ? (
      <Dialog onClose={stay} title={words.common.discardTitle} isOnTop>
        <div className="stack">
          <p>{words.common.discardText}</p>
          <div className="row">
            <Button data-autofocus onClick={stay}>
              {words.common.keepTyping}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setAsks(false);
                leave();
              }}
            >
              {words.common.discard}
            </Button>
          </div>
        </div>
      </Dialog>
    ) : null,
  };
};
