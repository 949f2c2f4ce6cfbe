import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { participant } from '#shared/domain/participant.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formKeys } from '#renderer/components/keys.ts';
import { FieldInput } from '#renderer/forms/field-input.tsx';
import { FormNotices } from '#renderer/forms/form-notices.tsx';
import { useRecordForm } from '#renderer/forms/use-record-form.ts';
import { useSession } from '#renderer/session.tsx';

const names = ['guestName', 'guestPosition', 'guestUnit', 'onStatePayroll'] as const;
const blank = {};

/** Somebody who is not in the books; the form stays open for the next one. */
export const AddGuest = ({ sessionId }: { readonly sessionId: string }) => {
  const { notify } = useSession();
  const [count, setCount] = useState(0);
  const [fixed] = useState({ sessionId });
  const state = useRecordForm({
    kind: 'participant',
    fields: participant.fields,
    names,
    id: undefined,
    values: blank,
    fixed,
    draftName: null,
  });
  const { setFocus } = state.form;
  useEffect(() => {
    if (count > 0) setFocus('guestName');
  }, [count, setFocus]);
  const save = (confirmed = false): void => {
    const unit = state.form.getValues('guestUnit');
    void state.save(confirmed).then((id) => {
      if (id === null) return;
      notify(words.addPeople.added(1));
      state.startOver({ guestName: '', guestPosition: '', guestUnit: unit, onStatePayroll: false });
      setCount((now) => now + 1);
    });
  };
  const keys = formKeys(() => {
    save();
  });
  return (
    <FormProvider {...state.form}>
      <div className="stack" onKeyDown={keys}>
        <FormNotices
          kind="participant"
          state={state}
          onConfirm={() => {
            save(true);
          }}
        />
        <div className="fields">
          {names.map((name) => (
            <FieldInput key={name} kind="participant" name={name} field={participant.fields[name]} />
          ))}
        </div>
        <div className="row">
          <Button
            loading={state.isSaving}
            onClick={() => {
              save();
            }}
          >
            {words.mediators.saveAndNext}
          </Button>
        </div>
      </div>
    </FormProvider>
  );
};
