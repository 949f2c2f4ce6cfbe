import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatPartial } from '#renderer/components/format.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.addPeople;
const shownAtMost = 60;

type PickPeopleProps = { readonly value: readonly string[]; readonly onChange: (value: readonly string[]) => void };

/** People found by name, ticked one by one. Who is ticked stays so when another name is searched. */
export const PickPeople = ({ value, onChange }: PickPeopleProps) => {
  const { office } = useSession();
  const [find, setFind] = useState('');
  const { data } = useAnswer('person.list', { find, officeId: office.id, limit: shownAtMost });
  return (
    <div className="stack">
      <TextInput
        label={text.find}
        value={find}
        onChange={(event) => {
          setFind(event.currentTarget.value);
        }}
      />
      <fieldset className="pick-list">
        <legend>{text.people}</legend>
        {(data?.rows ?? []).map((person) => (
          <div key={person.id} className="pick-row">
            <Checkbox
              label={`${person.fullName} (${formatPartial(person.birthDate)})`}
              checked={value.includes(person.id)}
              onChange={(event) => {
                onChange(event.currentTarget.checked ? [...value, person.id] : value.filter((id) => id !== person.id));
              }}
            />
            <span className="muted">{[person.teamName, person.communeName].filter((part) => part !== '').join(', ')}</span>
          </div>
        ))}
        {data?.rows.length === 0 ? <p className="muted">{words.search.none}</p> : null}
      </fieldset>
    </div>
  );
};
