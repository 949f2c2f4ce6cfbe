import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { RecordView } from '#shared/contract/views.ts';
import { person } from '#shared/domain/person.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { RelatedCard } from '#renderer/components/related-card.tsx';
import { FieldInput } from '#renderer/forms/field-input.tsx';
import { maskedValues } from '#renderer/forms/masked.ts';
import { RecordPage } from '#renderer/forms/record-page.tsx';
import { Suspects } from '#renderer/forms/suspects.tsx';
import { useRecordForm } from '#renderer/forms/use-record-form.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const { sections } = words.people;

const parts = [
  [sections.person, ['fullName', 'sex', 'birthDate', 'ethnicGroup', 'residentialUnitId']],
  [
    sections.skills,
    ['generalEducation', 'professionalLevel', 'lawDegree', 'occupation', 'position', 'organisation', 'backgrounds'],
  ],
  [sections.contact, ['citizenId', 'phone', 'sortName', 'note']],
] as const;
const names: readonly string[] = parts.flatMap(([, fieldNames]) => fieldNames);
const sticky: readonly string[] = ['ethnicGroup', 'residentialUnitId'];
const blank = {};

const Editor = ({ id, record }: { readonly id: string | undefined; readonly record: RecordView | undefined }) => {
  const [, go] = useLocation();
  const { office, notify } = useSession();
  const isReadOnly = record !== undefined && record.officeId !== office.id;
  const values = useMemo(() => {
    const known = record?.values ?? blank;
    return isReadOnly ? maskedValues(known) : known;
  }, [record, isReadOnly]);
  const state = useRecordForm({ kind: 'person', fields: person.fields, names, id, values });
  const save = (confirmed = false): void => {
    void state.save(confirmed).then((saved) => {
      if (saved === null) return;
      notify(words.common.saved);
      if (id === undefined) go(`/people/${saved}`);
    });
  };
  const saveAndNext = (confirmed = false): void => {
    void state.saveAndNext({ sticky }, confirmed).then((saved) => {
      if (saved) notify(words.form.nextAdded);
    });
  };
  return (
    <RecordPage
      kind="person"
      id={id}
      title={record?.title ?? words.people.add}
      state={state}
      place={{ communeId: null, ...(record === undefined ? {} : { officeId: record.officeId }), isReadOnly }}
      isRemoved={record?.removed ?? false}
      historyOf={id === undefined ? [] : [{ kind: 'person', id }]}
      onSave={id === undefined ? saveAndNext : save}
      {...(id === undefined ? { onSaveAndClose: save, saveAndCloseLabel: words.form.saveAndOpen } : {})}
      onClose={() => {
        go('/people');
      }}
      {...(id === undefined
        ? {
            notices: (
              <Suspects
                onOpen={(found) => {
                  go(`/people/${found.id}`);
                }}
              />
            ),
          }
        : {})}
      moreActions={
        id === undefined ? null : (
          <Button
            variant="default"
            onClick={() => {
              go(`/nominations/new/person/${id}`);
            }}
          >
            {words.people.nominate}
          </Button>
        )
      }
      below={id === undefined ? null : <RelatedCard kind="person" id={id} />}
    >
      {parts.map(([title, fieldNames]) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          <div className="fields">
            {fieldNames.map((name) => (
              <FieldInput
                key={name}
                kind="person"
                name={name}
                field={person.fields[name]}
                autoFocus={id === undefined && name === 'fullName'}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </RecordPage>
  );
};

/** One person with all roles, teams, sessions and nominations. */
export const PersonForm = ({ id }: { readonly id: string | undefined }) => {
  const { data } = useAnswer('record.get', { kind: 'person', id: id ?? '' }, { enabled: id !== undefined });
  if (id === undefined) return <Editor id={undefined} record={undefined} />;
  return data === undefined || data.id !== id ? null : <Editor key={id} id={id} record={data} />;
};
