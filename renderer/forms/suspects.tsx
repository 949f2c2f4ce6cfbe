import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { PersonCard } from '#shared/contract/identity-methods.ts';
import { readTypedDate } from '#shared/domain/typed-date.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatPartial, localToday } from '../components/format.ts';
import { Notice } from '../components/notices.tsx';
import { ask } from '../rpc/engine.ts';
import type { FormValues } from './read-form.ts';

const text = words.suspects;
const delay = 350;
const watched = ['fullName', 'sex', 'birthDate', 'citizenId', 'phone', 'residentialUnitId', 'teamId'] as const;

type Typed = Readonly<Record<(typeof watched)[number], string>>;

const asText = (value: FormValues[string] | undefined): string => (typeof value === 'string' ? value.trim() : '');

const dayOf = (typed: string): string | null => {
  const read = readTypedDate(typed, 'birthDate', localToday());
  return read.kind === 'date' ? read.value : null;
};

const orNull = (value: string): string | null => (value === '' ? null : value);

/** What stands in the form a moment after the last key. */
const useTyped = (): Typed => {
  const { getValues, watch } = useFormContext<Record<string, FormValues[string]>>();
  const read = (): Typed =>
    Object.fromEntries(watched.map((name) => [name, asText(getValues(name))])) as Record<(typeof watched)[number], string>;
  const [typed, setTyped] = useState<Typed>(read);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscription = watch(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        setTyped(
          Object.fromEntries(watched.map((name) => [name, asText(getValues(name))])) as Record<(typeof watched)[number], string>,
        );
      }, delay);
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [getValues, watch]);
  return typed;
};

const describe = (person: PersonCard): string =>
  [formatPartial(person.birthDate), person.residentialUnitName, person.teamName, person.communeName]
    .filter((part) => part !== '')
    .join(', ');

type SuspectsProps = {
  /** Takes the person of the books in place of a new one. */
  readonly onUse?: (person: PersonCard) => void;
  readonly onOpen: (person: PersonCard) => void;
};

/** While a new person is typed: who in the books may be the same, and why. It never gets in the way of typing. */
export const Suspects = ({ onUse, onOpen }: SuspectsProps) => {
  const typed = useTyped();
  const isEnough = typed.fullName.includes(' ') && typed.fullName.length > 4;
  const { data } = useQuery({
    queryKey: ['person.suspects', typed],
    queryFn: () =>
      ask('person.suspects', {
        fullName: typed.fullName,
        sex: orNull(typed.sex),
        birthDate: dayOf(typed.birthDate),
        citizenId: orNull(typed.citizenId),
        phone: orNull(typed.phone),
        residentialUnitId: orNull(typed.residentialUnitId),
        teamId: orNull(typed.teamId),
        limit: 3,
      }),
    enabled: isEnough,
    placeholderData: (previous) => previous,
    throwOnError: false,
  });
  if (!isEnough || data === undefined || data.suspects.length === 0) return null;
  return (
    <Notice tone="warn">
      <strong>{text.title}</strong>
      <ul className="suspects">
        {data.suspects.map(({ person, reasons }) => (
          <li key={person.id}>
            <div className="row">
              <span>
                <strong>{person.fullName}</strong> <span className="muted">{describe(person)}</span>
                <br />
                <span className="small">{reasons.map((reason) => reason.sentence).join(' · ')}</span>
              </span>
              <span className="row" style={{ marginLeft: 'auto', flexWrap: 'nowrap' }}>
                {onUse === undefined ? null : (
                  <Button
                    size="xs"
                    onClick={() => {
                      onUse(person);
                    }}
                  >
                    {text.use}
                  </Button>
                )}
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => {
                    onOpen(person);
                  }}
                >
                  {text.open}
                </Button>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  );
};
