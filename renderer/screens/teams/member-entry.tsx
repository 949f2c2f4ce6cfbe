import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import type { RecordView } from '#shared/contract/views.ts';
import { mediatorFields } from '#shared/domain/kinds.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formKeys } from '#renderer/components/keys.ts';
import { FieldInput } from '#renderer/forms/field-input.tsx';
import { FormNotices } from '#renderer/forms/form-notices.tsx';
import { FormPlaceProvider } from '#renderer/forms/options.ts';
import { useRecordForm } from '#renderer/forms/use-record-form.ts';
import { useSession } from '#renderer/session.tsx';

/** The columns of the member table, in their order; what a paper list always has. */
const names = ['fullName', 'sex', 'birthDate', 'ethnicGroup', 'role', 'recognizedOn', 'position'] as const;

/** Stays for the next person: in one team it is mostly the same. */
const sticky = ['ethnicGroup', 'recognizedOn'] as const;

const placeOf = (team: RecordView) => {
  const units = team.values.residentialUnitIds;
  return Array.isArray(units) && units.length === 1 ? { residentialUnitId: units[0] } : {};
};

/** A row under the members in which the next one is typed, as in a spreadsheet: Enter to the next cell, Ctrl+Enter to the next person. */
export const MemberEntry = ({ team, isFirst }: { readonly team: RecordView; readonly isFirst: boolean }) => {
  const { notify } = useSession();
  const [values] = useState({ role: isFirst ? 'leader' : 'member' });
  const [count, setCount] = useState(0);
  const state = useRecordForm({
    kind: 'mediator',
    fields: mediatorFields,
    names,
    id: undefined,
    values,
    fixed: { teamId: team.id, ...placeOf(team) },
    draftName: `mediator entry ${team.id}`,
  });
  const { setFocus } = state.form;
  useEffect(() => {
    if (count > 0) setFocus('fullName');
  }, [count, setFocus]);
  const save = (confirmed = false): void => {
    const typed = state.form.getValues();
    void state.save(confirmed).then((id) => {
      if (id === null) return;
      notify(words.mediators.nextAdded);
      state.startOver(
        Object.fromEntries(
          names.map((name) => [
            name,
            name === 'role' ? 'member' : (sticky as readonly string[]).includes(name) ? (typed[name] ?? '') : '',
          ]),
        ),
      );
      setCount((now) => now + 1);
    });
  };
  const hasNotices =
    state.draftSavedAt !== null || state.failure !== null || state.issues.length > 0 || state.questions.length > 0;
  const notices = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (hasNotices) notices.current?.scrollIntoView({ block: 'nearest' });
  }, [hasNotices]);
  const commune = team.values.communeId;
  return (
    <FormProvider {...state.form}>
      <FormPlaceProvider value={{ communeId: typeof commune === 'string' ? commune : null }}>
        <tr
          className="entry-row"
          onKeyDown={formKeys(() => {
            save();
          })}
        >
          {names.map((name) => {
            const field = mediatorFields[name];
            return (
              <td key={name} style={{ padding: '4px 4px 4px 6px' }}>
                {field ? (
                  <FieldInput kind="mediator" name={name} field={field} isBare autoFocus={isFirst && name === 'fullName'} />
                ) : null}
              </td>
            );
          })}
        </tr>
        {hasNotices ? (
          <tr ref={notices}>
            <td colSpan={names.length}>
              <div className="stack">
                <FormNotices
                  kind="mediator"
                  state={state}
                  onConfirm={() => {
                    save(true);
                  }}
                />
              </div>
            </td>
          </tr>
        ) : null}
        <tr className="entry-row">
          <td colSpan={names.length} style={{ padding: '0 6px 8px' }}>
            <div className="row">
              <Button
                size="xs"
                loading={state.isSaving}
                onClick={() => {
                  save();
                }}
              >
                {words.teams.addMember}
              </Button>
              <span className="muted small">{words.teams.quickHint}</span>
            </div>
          </td>
        </tr>
      </FormPlaceProvider>
    </FormProvider>
  );
};
