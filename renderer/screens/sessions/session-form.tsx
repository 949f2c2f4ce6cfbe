import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import { session } from '#shared/domain/session.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { FieldInput } from '#renderer/forms/field-input.tsx';
import { RecordPage } from '#renderer/forms/record-page.tsx';
import { useRecordForm } from '#renderer/forms/use-record-form.ts';
import { PrintButton } from '#renderer/components/print-button.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { SessionTabs } from './session-tabs.tsx';

const { sections } = words.sessions;

/** In the order in which a class is prepared and closed. */
const parts = [
  [sections.plan, ['title', 'kind', 'planNumber', 'planDate', 'invitationNumber', 'invitationDate']],
  [sections.time, ['startsOn', 'endsOn', 'dayCount', 'sittingCount', 'periodsPerSitting', 'place', 'communeId']],
  [sections.hosts, ['hostAgency', 'leadAgency', 'coordinatingAgencies', 'combinedWith']],
  [sections.content, ['topics', 'materials', 'plannedAmount', 'spentAmount']],
  [sections.result, ['result', 'recommendations']],
] as const;
/** Stays for the next class: a plan mostly holds several. */
const sticky: readonly string[] = [
  'kind',
  'planNumber',
  'planDate',
  'communeId',
  'hostAgency',
  'leadAgency',
  'coordinatingAgencies',
  'sittingCount',
  'periodsPerSitting',
];
const names: readonly string[] = parts.flatMap(([, fieldNames]) => fieldNames);

type Answer = OutputOf<'session.get'>;

const Editor = ({ id, answer }: { readonly id: string | undefined; readonly answer: Answer | undefined }) => {
  const [, go] = useLocation();
  const { office, notify } = useSession();
  const record = answer?.record;
  const values = useMemo(
    () => record?.values ?? { kind: 'mediator-training', hostAgency: office.name, leadAgency: office.name },
    [record, office.name],
  );
  const state = useRecordForm({ kind: 'session', fields: session.fields, names, id, values });
  const communeId = state.form.watch('communeId');
  const save = (confirmed = false): void => {
    void state.save(confirmed).then((saved) => {
      if (saved === null) return;
      notify(words.common.saved);
      if (id === undefined) go(`/sessions/${saved}/people`);
    });
  };
  const saveAndNext = (confirmed = false): void => {
    void state.saveAndNext({ sticky }, confirmed).then((saved) => {
      if (saved) notify(words.form.nextAdded);
    });
  };
  return (
    <RecordPage
      kind="session"
      id={id}
      title={record?.title ?? words.sessions.newTitle}
      tabs={
        answer === undefined || id === undefined ? null : <SessionTabs id={id} participantCount={answer.participants.length} />
      }
      state={state}
      place={{
        communeId: typeof communeId === 'string' && communeId !== '' ? communeId : null,
        ...(record === undefined ? {} : { officeId: record.officeId }),
        isReadOnly: record !== undefined && record.officeId !== office.id,
      }}
      isRemoved={record?.removed ?? false}
      historyOf={id === undefined ? [] : [{ kind: 'session', id }]}
      papers={
        id === undefined ? undefined : <PrintButton report="session-result" subject={id} label={words.sessions.printResult} />
      }
      onSave={id === undefined ? saveAndNext : save}
      {...(id === undefined ? { onSaveAndClose: save, saveAndCloseLabel: words.form.saveAndOpen } : {})}
      onClose={() => {
        go('/sessions');
      }}
      below={
        id === undefined ? (
          <p className="muted" style={{ marginTop: 10 }}>
            {words.sessions.saveFirst}
          </p>
        ) : null
      }
    >
      {parts.map(([title, fieldNames]) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          <div className="fields">
            {fieldNames.map((name) => (
              <FieldInput
                key={name}
                kind="session"
                name={name}
                field={session.fields[name]}
                autoFocus={id === undefined && name === 'title'}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </RecordPage>
  );
};

/** Form of a session: plan, time, hosts, content, result. */
export const SessionForm = ({ id }: { readonly id: string | undefined }) => {
  const { data } = useAnswer('session.get', { id: id ?? '' }, { enabled: id !== undefined });
  if (id === undefined) return <Editor id={undefined} answer={undefined} />;
  return data === undefined || data.record.id !== id ? null : <Editor key={id} id={id} answer={data} />;
};
