import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ProvenanceCard } from '#shared/contract/provenance-methods.ts';
import { provenanceWords as words } from '#shared/text/provenance-words.vi.ts';
import { formKeys } from '../components/keys.ts';
import { FailureNotice } from '../components/notices.tsx';
import { useWork } from '../rpc/use-engine.ts';

type RevealNumbersProps = {
  readonly card: ProvenanceCard;
  readonly isRevealed: boolean;
  readonly onRevealed: (card: ProvenanceCard) => void;
};

/** Whole numbers of a person, for a reason that is written down. Enter or Ctrl+Enter shows them. */
export const RevealNumbers = ({ card, isRevealed, onRevealed }: RevealNumbersProps) => {
  const [reason, setReason] = useState('');
  const work = useWork('record.revealProvenance');
  const reveal = (): void => {
    if (reason.trim() === '') return;
    const { kind, id, field } = card;
    void work.run({ kind, id, field, reason }).then((reply) => {
      const [shown] = reply.ok ? reply.value : [];
      if (shown !== undefined) onRevealed(shown);
    });
  };
  if (isRevealed) return <div className="muted">{words.revealed}</div>;
  return (
    <>
      <div className="row end">
        <TextInput
          style={{ flex: 1 }}
          label={words.revealReason}
          description={words.masked}
          value={reason}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
          onKeyDown={formKeys(reveal)}
        />
        <Button variant="default" disabled={reason.trim() === ''} loading={work.isRunning} onClick={reveal}>
          {words.reveal}
        </Button>
      </div>
      <FailureNotice failure={work.failure} />
    </>
  );
};
