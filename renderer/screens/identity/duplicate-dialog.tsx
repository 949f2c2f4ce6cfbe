import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { labelOf, sexes } from '#shared/catalogue/code-lists.ts';
import type { DuplicateRow, PersonCard } from '#shared/contract/identity-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ethnicName, formatPartial } from '#renderer/components/format.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.duplicates;

const rolesOf = (person: PersonCard): string =>
  [person.isMediator ? words.people.roleNames.mediator : '', person.isTrainer ? words.people.roleNames.trainer : '']
    .filter((role) => role !== '')
    .join(', ');

const lines: readonly (readonly [label: string, valueOf: (person: PersonCard) => string])[] = [
  [text.fields.fullName, (person) => person.fullName],
  [text.fields.sex, (person) => (person.sex === null ? '' : labelOf(sexes, person.sex))],
  [text.fields.birthDate, (person) => formatPartial(person.birthDate)],
  [text.fields.ethnicGroup, (person) => ethnicName(person.ethnicGroup)],
  [text.fields.place, (person) => person.residentialUnitName],
  [text.fields.team, (person) => [person.teamName, person.communeName].filter((part) => part !== '').join(', ')],
  [text.fields.roles, rolesOf],
  [text.fields.office, (person) => person.officeName],
];

type DuplicateDialogProps = { readonly pair: DuplicateRow; readonly onClose: () => void };

/** Two entries side by side, what speaks for and against, and the decision. */
export const DuplicateDialog = ({ pair, onClose }: DuplicateDialogProps) => {
  const { notify } = useSession();
  const [note, setNote] = useState('');
  const link = useWork('identity.link');
  const separate = useWork('identity.separate');
  const input = {
    firstId: pair.first.id,
    secondId: pair.second.id,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
  const decide = (work: typeof link | typeof separate, done: string): void => {
    void work.run(input).then((reply) => {
      if (!reply.ok) return;
      notify(done);
      onClose();
    });
  };
  return (
    <Dialog title={text.dialogTitle} size="xl" onClose={onClose}>
      <div className="stack">
        <p className="muted">{text.intro}</p>
        <FailureNotice failure={link.failure ?? separate.failure} />
        <table className="plain-table sheet">
          <thead>
            <tr>
              <td />
              <th style={{ width: '40%' }}>{text.first}</th>
              <th style={{ width: '40%' }}>{text.second}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(([label, valueOf]) => {
              const [first, second] = [valueOf(pair.first), valueOf(pair.second)];
              return (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td className="break">{first}</td>
                  <td className="break">{first === second ? second : <mark>{second === '' ? '-' : second}</mark>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <ul style={{ margin: 0, paddingLeft: 18 }}>
          {pair.reasons.map((reason) => (
            <li key={reason.code} className={reason.favours ? '' : 'muted'}>
              {reason.sentence}
            </li>
          ))}
        </ul>
        <TextInput
          label={text.note}
          maxLength={300}
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value);
          }}
        />
        <div className="row">
          <Button
            data-autofocus
            loading={link.isRunning}
            onClick={() => {
              decide(link, text.linked);
            }}
          >
            {text.link}
          </Button>
          <Button
            loading={separate.isRunning}
            onClick={() => {
              decide(separate, text.separated);
            }}
          >
            {text.separate}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
