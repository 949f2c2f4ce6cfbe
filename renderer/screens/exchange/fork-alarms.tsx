import { Button } from '@mantine/core';
import { useState } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { Notice } from '#renderer/components/notices.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { ForkDialog } from './fork-dialog.tsx';

/** Fork alarms that are not mended yet, each with the way to do it. */
export const ForkAlarms = () => {
  const { data } = useAnswer('fork.list', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = data?.find(({ id }) => id === chosen);
  const open = (data ?? []).filter(({ settled }) => !settled);
  return (
    <>
      {open.map((fork) => (
        <Notice key={fork.id} tone="bad">
          <div className="row">
            <span>{words.fork.alarm(fork.officeName, fork.arrived.seq)}</span>
            <Button
              size="xs"
              onClick={() => {
                setChosen(fork.id);
              }}
            >
              {words.fork.guide}
            </Button>
          </div>
        </Notice>
      ))}
      {shown === undefined ? null : (
        <ForkDialog
          fork={shown}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </>
  );
};
