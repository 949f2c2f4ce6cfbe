import { Button } from '@mantine/core';
import { useState } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { FailureNotice, Notice } from '#renderer/components/notices.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';

/** Proves with a package at hand that the escrow secret from the safe still opens what the offices send; nothing is kept. */
export const EscrowTest = () => {
  const [done, setDone] = useState<string | null>(null);
  const work = useWork('escrow.test');
  const run = (): void => {
    setDone(null);
    void window.desktop.chooseFiles('text', false).then(async ([secretFile]) => {
      if (secretFile === undefined) return;
      const [file] = await window.desktop.chooseFiles('package', false);
      if (file === undefined) return;
      const reply = await work.run({ secretFile, file });
      if (reply.ok) setDone(words.trust.escrowDone(reply.value.seq, reply.value.office));
    });
  };
  return (
    <section className="sheet padded stack" aria-label={words.trust.escrow}>
      <div className="row">
        <Button variant="default" onClick={run} loading={work.isRunning}>
          {words.trust.escrow}
        </Button>
        <span className="muted">{words.trust.escrowHint}</span>
      </div>
      <FailureNotice failure={work.failure} />
      {done === null ? null : <Notice>{done}</Notice>}
    </section>
  );
};
