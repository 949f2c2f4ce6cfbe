import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import { team } from '#shared/domain/team.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { FindingList } from '#renderer/components/finding-list.tsx';
import { HistoryDialog } from '#renderer/components/history-dialog.tsx';
import { formKeys, useKey } from '#renderer/components/keys.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { Page } from '#renderer/components/page.tsx';
import { RemoveDialog } from '#renderer/components/remove-dialog.tsx';
import { FieldInput } from '#renderer/forms/field-input.tsx';
import { FormNotices } from '#renderer/forms/form-notices.tsx';
import { QuickAdd } from '#renderer/forms/quick-add.tsx';
import { useRecordForm } from '#renderer/forms/use-record-form.ts';
import { CallFailure } from '#renderer/rpc/engine.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { MemberTable } from './member-table.tsx';

const names = [
  'name',
  'communeId',
  'residentialUnitIds',
  'fixedMemberCount',
  'establishedOn',
  'decisionId',
  'dissolvedOn',
  'note',
] as const;

type TeamAnswer = OutputOf<'team.get'>;
type EditorProps = { readonly id: string | undefined; readonly answer: TeamAnswer | undefined };

const TeamEditor = ({ id, answer }: EditorProps) => {
  const [, go] = useLocation();
  const { notify } = useSession();
  const [dialog, setDialog] = useState<'history' | 'remove' | 'unit' | 'decision' | null>(null);
  const state = useRecordForm({ kind: 'team', fields: team.fields, names, id, values: answer?.record.values ?? {} });
  const save = (confirmed = false): void => {
    void state.save(confirmed).then((saved) => {
      if (saved === null) return;
      notify(words.common.saved);
      if (id === undefined) go(`/teams/${saved}`);
    });
  };
  const close = (): void => {
    go('/teams');
  };
  const addMember = (): void => {
    if (id !== undefined) go(`/mediators/new/${id}`);
  };
  useKey('escape', close);
  useKey('ctrl+n', addMember, id !== undefined);
  const communeId = state.form.watch('communeId');
  const chosen = state.form.getValues('residentialUnitIds');
  return (
    <Page
      title={id === undefined ? words.teams.newTitle : (answer?.record.title ?? '')}
      actions={
        <>
          {id === undefined ? null : (
            <>
              <Button
                variant="default"
                onClick={() => {
                  setDialog('history');
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
          <Button
            onClick={() => {
              save();
            }}
            loading={state.isSaving}
          >
            {words.common.saveHint}
          </Button>
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
            kind="team"
            state={state}
            onConfirm={() => {
              save(true);
            }}
          />
          <div className="sheet padded">
            <div className="fields">
              {names.map((name, index) => (
                <FieldInput
                  key={name}
                  kind="team"
                  name={name}
                  field={team.fields[name]}
                  autoFocus={index === 0 && id === undefined}
                />
              ))}
            </div>
            <div className="row" style={{ marginTop: 10 }}>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  setDialog('unit');
                }}
              >
                {words.form.addNew}: {words.teams.place.toLowerCase()}
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  setDialog('decision');
                }}
              >
                {words.form.addNew}: quyết định
              </Button>
              <span className="muted small">{words.form.enterHint}</span>
            </div>
          </div>
        </div>
      </FormProvider>
      {answer === undefined || id === undefined ? (
        <p className="muted">{words.teams.saveFirst}</p>
      ) : (
        <div className="stack" style={{ marginTop: 14 }}>
          {answer.findings.length === 0 ? null : (
            <div className="sheet padded">
              <strong>{words.teams.findingTitle}</strong>
              <FindingList findings={answer.findings} />
            </div>
          )}
          <MemberTable
            title={words.teams.memberTitle}
            members={answer.members}
            onOpen={(membershipId) => {
              go(`/mediators/${membershipId}`);
            }}
            action={
              <Button size="xs" onClick={addMember}>
                {words.teams.addMember} (Ctrl+N)
              </Button>
            }
          />
          {answer.formerMembers.length === 0 ? null : (
            <MemberTable
              title={words.teams.formerMembers}
              members={answer.formerMembers}
              onOpen={(membershipId) => {
                go(`/mediators/${membershipId}`);
              }}
            />
          )}
        </div>
      )}
      {dialog === 'history' && id !== undefined ? (
        <HistoryDialog
          kind="team"
          id={id}
          onClose={() => {
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === 'remove' && id !== undefined ? (
        <RemoveDialog
          kind="team"
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
      {dialog === 'unit' ? (
        <QuickAdd
          kind="residential-unit"
          names={['name', 'kind', 'communeId', 'householdCount', 'minorityArea']}
          values={{ communeId }}
          onClose={() => {
            setDialog(null);
          }}
          onDone={(unitId) => {
            state.form.setValue('residentialUnitIds', [...(Array.isArray(chosen) ? (chosen as readonly string[]) : []), unitId], {
              shouldDirty: true,
            });
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === 'decision' ? (
        <QuickAdd
          kind="decision"
          names={['number', 'decidedOn', 'kind', 'issuer', 'signer', 'signerTitle']}
          values={{ kind: 'team-established', communeId }}
          onClose={() => {
            setDialog(null);
          }}
          onDone={(decisionId) => {
            state.form.setValue('decisionId', decisionId, { shouldDirty: true });
            setDialog(null);
          }}
        />
      ) : null}
    </Page>
  );
};

/** Form of a team with its members and findings. */
export const TeamForm = ({ id }: { readonly id: string | undefined }) => {
  const { data, error } = useAnswer('team.get', { id: id ?? '' }, { enabled: id !== undefined });
  if (id === undefined) return <TeamEditor id={undefined} answer={undefined} />;
  if (error instanceof CallFailure)
    return (
      <Page title={words.teams.title}>
        <FailureNotice failure={error.failure} />
      </Page>
    );
  return data === undefined || data.record.id !== id ? null : <TeamEditor key={id} id={id} answer={data} />;
};
