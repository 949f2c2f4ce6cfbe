import { NativeSelect } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProvenanceCard } from '#shared/contract/provenance-methods.ts';
import { fieldLabel, kindLabel } from '#shared/text/labels.vi.ts';
import { provenanceWords as words } from '#shared/text/provenance-words.vi.ts';
import { Dialog } from '../components/dialog.tsx';
import { PaperActions } from '../components/paper-actions.tsx';
import { ask } from '../rpc/engine.ts';
import { ProvenanceFacts } from './provenance-facts.tsx';
import { readRecords } from './records-text.ts';
import { RevealNumbers } from './reveal-numbers.tsx';

type ProvenanceDialogProps = {
  readonly records: string;
  readonly field: string | undefined;
  readonly isOnTop: boolean;
  readonly onClose: () => void;
};

const keyOf = (card: ProvenanceCard): string => `${card.kind}.${card.field}`;

/** A field that was asked about has a card even if it never had a value. */
const useCards = (records: string, field: string | undefined): readonly ProvenanceCard[] | undefined => {
  const [fieldKind, fieldName] = field?.split('.') ?? [];
  const asked = readRecords(records).flatMap((record) => [
    record,
    ...(record.kind === fieldKind && fieldName !== undefined ? [{ ...record, field: fieldName }] : []),
  ]);
  const results = useQueries({
    queries: asked.map((one) => ({ queryKey: ['record.provenance', one], queryFn: () => ask('record.provenance', one) })),
  });
  if (results.some((result) => result.data === undefined)) return undefined;
  const cards = results.flatMap((result) => result.data ?? []);
  return [...new Map(cards.map((card) => [keyOf(card), card])).values()];
};

/** Where a value comes from: who, when, which package, in place of what, why. */
export const ProvenanceDialog = ({ records, field, isOnTop, onClose }: ProvenanceDialogProps) => {
  const cards = useCards(records, field);
  const [chosen, setChosen] = useState(field);
  const [revealed, setRevealed] = useState<ProvenanceCard | null>(null);
  const masked = cards?.find((card) => keyOf(card) === chosen) ?? cards?.[0];
  const card = revealed !== null && masked !== undefined && keyOf(revealed) === keyOf(masked) ? revealed : masked;
  return (
    <Dialog onClose={onClose} title={words.title} size="xl" isOnTop={isOnTop}>
      {cards === undefined || card === undefined ? null : (
        <div className="stack">
          <div className="muted">
            {kindLabel(card.kind)}: {card.title} - {card.officeName}
          </div>
          <NativeSelect
            label={words.field}
            autoFocus
            data-autofocus
            value={keyOf(card)}
            onChange={(event) => {
              setChosen(event.currentTarget.value);
              setRevealed(null);
            }}
          >
            {cards.map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {fieldLabel(one.kind, one.field)}
              </option>
            ))}
          </NativeSelect>
          <ProvenanceFacts card={card} />
          {masked?.isMasked === true ? (
            <RevealNumbers key={keyOf(card)} card={masked} isRevealed={!card.isMasked} onRevealed={setRevealed} />
          ) : null}
          <div className="row">
            <PaperActions report={{ name: 'provenance', subject: `${card.kind}/${card.id}/${card.field}` }} />
          </div>
        </div>
      )}
    </Dialog>
  );
};
