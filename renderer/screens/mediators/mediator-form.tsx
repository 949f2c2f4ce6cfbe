import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import { mediatorFields } from '#shared/domain/kinds.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { HistoryDialog } from '#renderer/components/history-dialog.tsx';
import { formKeys, useKey } from '#renderer/components/keys.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { Page } from '#renderer/components/page.tsx';
import { RemoveDialog } from '#renderer/components/remove-dialog.tsx';
import { FieldInput } from '#renderer/forms/field-input.tsx';
import { FormNotices } from '#renderer/forms/form-notices.tsx';
import { useRecordForm } from '#renderer/forms/use-record-form.ts';
import { CallFailure } from '#renderer/rpc/engine.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

/** Fields in the order in which a paper list is typed: what every list has comes first. */
const sections = [
  [words.mediators.sections.person, ['fullName', 'sex', 'birthDate', 'ethnicGroup', 'residentialUnitId']],
  [
    words.mediators.sections.membership,
    ['teamId', 'role', 'electedOn', 'electionMethod', 'voterCount', 'votesFor', 'recognizedOn', 'decisionId'],
  ],
  [
    words.mediators.sections.skills,
    ['generalEducation', 'professionalLevel', 'lawDegree', 'occupation', 'position', 'organisation', 'backgrounds'],
  ],
  [words.mediators.sections.contact, ['citizenId', 'phone', 'sortName', 'note']],
] as const;
const endSection = [words.mediators.sections.end, ['ceasedOn', 'ceaseReason', 'ceaseDetail', 'ceaseDecisionId']] as const;

const newNames: readonly string[] = sections.flatMap(([, names]) => names);
const allNames: readonly string[] = [...newNames, ...endSection[1]];

/** Values that stay when the next person of the same team is typed. */
const sticky = [
  'teamId',
  'ethnicGroup',
  'residentialUnitId',
  'electedOn',
  'electionMethod',
  'recognizedOn',
  'decisionId',
] as const;

type EditorProps = {
  readonly id: string | undefined;
  readonly values: OutputOf<'mediator.get'>['values'];
  readonly personId: string | undefined;
};

const MediatorEditor = ({ id, values, personId }: EditorProps) => {
  const [, go] = useLocation();
  const { notify } = useSession();
  const [dialog, setDialog] = useState<'person-history' | 'remove' | null>(null);
  const [personCount, setPersonCount] = useState(0);
  const names = id === undefined ? newNames : allNames;
  const state = useRecordForm({
    kind: 'mediator',
    fields: mediatorFields,
    names,
    id,
    values,
    ...(personId === undefined ? {} : { fixed: { personId } }),
  });
  const { setFocus } = state.form;
  // A reset forgets its inputs until they are drawn again; only then the first one can take the focus.
  useEffect(() => {
    if (personCount > 0) setFocus('fullName');
  }, [personCount, setFocus]);
  const teamId = state.form.watch('teamId');
  const close = (): void => {
    go(typeof teamId === 'string' && teamId !== '' ? `/teams/${teamId}` : '/mediators');
  };
  const saveAndClose = (confirmed = false): void => {
    void state.save(confirmed).then((saved) => {
      if (saved === null) return;
      notify(words.common.saved);
      close();
    });
  };
  const saveAndNext = (confirmed = false): void => {
    const kept = state.form.getValues();
    void state.save(confirmed).then((saved) => {
      if (saved === null) return;
      notify(words.mediators.nextAdded);
      state.form.reset(
        Object.fromEntries(
          names.map((name) => [name, sticky.includes(name as never) ? (kept[name] ?? '') : name === 'backgrounds' ? [] : '']),
        ),
      );
      state.form.setValue('role', 'member');
      setPersonCount((count) => count + 1);
    });
  };
  const save = (confirmed = false): void => {
    if (id === undefined) saveAndNext(confirmed);
    else saveAndClose(confirmed);
  };
  useKey('escape', close);
  return (
    <Page
      title={id === undefined ? words.mediators.newTitle : String(values.fullName ?? '')}
      actions={
        <>
          {id === undefined ? null : (
            <>
              <Button
                variant="default"
                onClick={() => {
                  setDialog('person-history');
                }}
              >
                {words.common.history}
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  setDialog('remove');
                }}
              >
                {words.common.remove}
              </Button>
            </>
          )}
          <Button variant="default" onClick={close}>
            {words.common.close} (Esc)
          </Button>
          {id === undefined ? (
            <>
              <Button
                variant="default"
                onClick={() => {
                  saveAndClose();
                }}
                disabled={state.isSaving}
              >
                {words.mediators.saveAndClose}
              </Button>
              <Button
                onClick={() => {
                  save();
                }}
                loading={state.isSaving}
              >
                {words.mediators.saveAndNext}
              </Button>
            </>
          ) : (
            <Button
              onClick={() => {
                save();
              }}
              loading={state.isSaving}
            >
              {words.common.saveHint}
            </Button>
          )}
        </>
      }
    >
      <FormProvider {...state.form}>
        <div
          className="stack"
          onKeyDown={formKeys(() => {
            save();
          })}
        >
          <FormNotices
            kind="mediator"
            state={state}
            onConfirm={() => {
              save(true);
            }}
          />
          <div className="sheet padded">
            {(id === undefined ? sections : [...sections, endSection]).map(([title, fieldNames]) => (
              <fieldset key={title}>
                <legend>{title}</legend>
                <div className="fields">
                  {fieldNames.map((name) => {
                    const field = mediatorFields[name];
                    return field ? (
                      <FieldInput key={name} kind="mediator" name={name} field={field} autoFocus={name === 'fullName'} />
                    ) : null;
                  })}
                </div>
              </fieldset>
            ))}
            <span className="muted small">{words.form.enterHint}</span>
          </div>
        </div>
      </FormProvider>
      {dialog === 'person-history' && personId !== undefined ? (
        <HistoryDialog
          kind="person"
          id={personId}
          onClose={() => {
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === 'remove' && id !== undefined ? (
        <RemoveDialog
          kind="mediator"
          id={id}
          onClose={() => {
            setDialog(null);
          }}
          onDone={() => {
            notify(words.form.removeDone);
            close();
          }}
        />
      ) : null}
    </Page>
  );
};

/** Form of a mediator: person and membership in one. */
export const MediatorForm = ({ id, teamId }: { readonly id?: string | undefined; readonly teamId?: string | undefined }) => {
  const { data, error } = useAnswer('mediator.get', { id: id ?? '' }, { enabled: id !== undefined });
  const team = useAnswer('team.get', { id: teamId ?? '' }, { enabled: teamId !== undefined });
  if (id === undefined) {
    if (teamId === undefined) return <MediatorEditor id={undefined} values={{ role: 'member' }} personId={undefined} />;
    if (team.data === undefined) return null;
    const units = team.data.record.values.residentialUnitIds;
    const residentialUnitId = Array.isArray(units) && units.length === 1 ? (units[0] ?? null) : null;
    const role = team.data.members.length === 0 ? 'leader' : 'member';
    return <MediatorEditor id={undefined} values={{ teamId, residentialUnitId, role }} personId={undefined} />;
  }
  if (error instanceof CallFailure)
    return (
      <Page title={words.mediators.title}>
        <FailureNotice failure={error.failure} />
      </Page>
    );
  return data === undefined || data.membership.id !== id ? null : (
    <MediatorEditor key={id} id={id} values={data.values} personId={data.person.id} />
  );
};
