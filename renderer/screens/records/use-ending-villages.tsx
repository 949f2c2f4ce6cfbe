import { Checkbox } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import type { RecordView } from '#shared/contract/views.ts';
import { formatDate } from '#shared/domain/date.ts';
import { readTypedDate } from '#shared/domain/typed-date.ts';
import { endingPredecessors, lastDayBefore } from '#shared/domain/village-findings.ts';
import { villageWords as text } from '#shared/text/village-words.vi.ts';
import { localToday } from '#renderer/components/format.ts';
import type { FormValues } from '#renderer/forms/read-form.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';

type Village = {
  readonly id: string;
  readonly title: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
};

const dayOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const villageOf = ({ id, title, values }: RecordView): Village => ({
  id,
  title,
  validFrom: dayOf(values.validFrom),
  validTo: dayOf(values.validTo),
});

/** The day that is typed, as `YYYY-MM-DD`. */
const typedDay = (typed: unknown): string | null => {
  const read = readTypedDate(typeof typed === 'string' ? typed : '', 'validFrom', localToday());
  return read.kind === 'date' && read.value.length === 10 ? read.value : null;
};

const idsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

type OfferProps = {
  readonly control: Control<Record<string, FormValues[string]>>;
  readonly villages: readonly Village[];
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
};

const Offer = ({ control, villages, isChosen, onChoose }: OfferProps) => {
  const [from, chosen] = useWatch({ control, name: ['validFrom', 'predecessorIds'] });
  const validFrom = typedDay(from);
  const ending = endingPredecessors({ validFrom, predecessorIds: idsIn(chosen) }, villages);
  if (ending.length === 0) return null;
  const names = ending.map(({ title }) => title).join(', ');
  return validFrom === null ? (
    <p className="muted wide">{text.dayWanted(names)}</p>
  ) : (
    <Checkbox
      className="wide"
      label={text.endAlong(names, formatDate(lastDayBefore(validFrom)))}
      checked={isChosen}
      onChange={(event) => {
        onChoose(event.currentTarget.checked);
      }}
    />
  );
};

type Ending = {
  readonly along: (draft: Readonly<Record<string, unknown>>) => readonly Readonly<Record<string, unknown>>[];
  readonly offer: (control: OfferProps['control']) => ReactNode;
  /** The next village is asked about afresh. */
  readonly reset: () => void;
};

/** The offer to end divided or merged villages in the save that brings in the new one. */
export const useEndingVillages = (officeId: string, isEnabled: boolean): Ending => {
  const [isChosen, setChosen] = useState(true);
  const { data } = useAnswer('record.list', { kind: 'residential-unit', officeId, limit: 20_000 }, { enabled: isEnabled });
  const along = useCallback<Ending['along']>(
    ({ validFrom, predecessorIds }) => {
      const day = dayOf(validFrom);
      if (!isChosen || day === null) return [];
      const villages = (data?.rows ?? []).map(villageOf);
      return endingPredecessors({ validFrom: day, predecessorIds: idsIn(predecessorIds) }, villages).map(({ id }) => ({
        id,
        validTo: lastDayBefore(day),
      }));
    },
    [data, isChosen],
  );
  return {
    along,
    reset: () => {
      setChosen(true);
    },
    offer: (control) =>
      isEnabled ? (
        <Offer control={control} villages={(data?.rows ?? []).map(villageOf)} isChosen={isChosen} onChoose={setChosen} />
      ) : null,
  };
};
