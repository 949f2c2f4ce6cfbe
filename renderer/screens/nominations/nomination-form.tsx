import { useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { awardForms, awardLevels, labelOf } from '#shared/catalogue/code-lists.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { nomination } from '#shared/domain/nomination.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { FindingList } from '#renderer/components/finding-list.tsx';
import { localToday } from '#renderer/components/format.ts';
import { FieldInput } from '#renderer/forms/field-input.tsx';
import { RecordPage } from '#renderer/forms/record-page.tsx';
import { useRecordForm } from '#renderer/forms/use-record-form.ts';
import { PrintButton } from '#renderer/components/print-button.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { Dossier } from './dossier.tsx';
import { StageBadge } from './stage-badge.tsx';
import { Stages } from './stages.tsx';

const text = words.nominations;

type Name = keyof typeof nomination.fields;
type Part = readonly [title: string, names: readonly Name[]];
type Answer = OutputOf<'nomination.get'>;

const names: readonly Name[] = [
  'subjectKind',
  'personId',
  'teamId',
  'organisationName',
  'year',
  'level',
  'form',
  'basis',
  'achievements',
  'councilMemberCount',
  'councilVotesFor',
];
/** Stays for the next nomination: those of a year mostly differ by whom they are for. */
const sticky: readonly Name[] = ['subjectKind', 'year', 'level', 'form', 'basis', 'councilMemberCount'];
const decided: readonly Name[] = ['decisionNumber', 'decidedOn', 'refusalReason'];

const subjectNames: Readonly<Record<string, readonly Name[]>> = {
  mediator: ['personId'],
  person: ['personId'],
  team: ['teamId'],
  organisation: ['organisationName'],
};

/** Only what fits the subject and the step: a team has no person, a draft no decision. */
const partsOf = (subjectKind: unknown, stage: unknown): readonly Part[] => [
  [text.sections.subject, ['subjectKind', ...(subjectNames[String(subjectKind)] ?? []), 'year', 'level', 'form', 'basis']],
  [text.sections.achievements, ['achievements']],
  [text.sections.council, ['councilMemberCount', 'councilVotesFor']],
  ...(stage === 'awarded' ? [[text.sections.decision, ['decisionNumber', 'decidedOn']] as const] : []),
  ...(stage === 'refused' ? [[text.sections.refusal, ['refusalReason']] as const] : []),
];

type EditorProps = { readonly id: string | undefined; readonly answer?: Answer; readonly personId?: string | undefined };

const Editor = ({ id, answer, personId }: EditorProps) => {
  const [, go] = useLocation();
  const { office, notify } = useSession();
  const record = answer?.record;
  const isReadOnly = record !== undefined && record.officeId !== office.id;
  const values = useMemo(
    () =>
      record?.values ?? {
        subjectKind: 'mediator',
        personId: personId ?? null,
        year: Number(localToday().slice(0, 4)),
        level: office.tier,
        form: 'merit-certificate-local',
        basis: 'regular',
      },
    [record, personId, office.tier],
  );
  const stage = record?.values.stage ?? 'draft';
  const formNames = useMemo(
    () => [...names, ...decided.filter((name) => partsOf(undefined, stage).some(([, part]) => part.includes(name)))],
    [stage],
  );
  const state = useRecordForm({
    kind: 'nomination',
    fields: nomination.fields,
    names: formNames,
    id,
    values,
    ...(id === undefined ? { fixed: { stage: 'draft' } } : {}),
  });
  const parts = partsOf(state.form.watch('subjectKind'), stage);
  const save = (confirmed = false): void => {
    void state.save(confirmed).then((saved) => {
      if (saved === null) return;
      notify(words.common.saved);
      if (id === undefined) go(`/nominations/${saved}`);
    });
  };
  const saveAndNext = (confirmed = false): void => {
    const [first] = subjectNames[String(state.form.getValues('subjectKind'))] ?? [];
    void state.saveAndNext({ sticky, blank: ['personId'], first }, confirmed).then((saved) => {
      if (saved) notify(words.form.nextAdded);
    });
  };
  const canChange = !isReadOnly && record?.removed === false;
  return (
    <RecordPage
      kind="nomination"
      id={id}
      title={answer?.subjectName ?? text.newTitle}
      note={answer === undefined ? undefined : text.title}
      state={state}
      place={{ communeId: null, ...(record === undefined ? {} : { officeId: record.officeId }), isReadOnly }}
      isRemoved={record?.removed ?? false}
      historyOf={id === undefined ? [] : [{ kind: 'nomination', id }]}
      papers={id === undefined ? undefined : <PrintButton report="nomination-dossier" subject={id} label={text.printDossier} />}
      onSave={id === undefined ? saveAndNext : save}
      {...(id === undefined ? { onSaveAndClose: save, saveAndCloseLabel: words.form.saveAndOpen } : {})}
      onClose={() => {
        go('/nominations');
      }}
      above={
        answer === undefined ? null : (
          <Stages record={answer.record} nextStages={answer.nextStages} canChange={canChange} isDirty={state.isDirty} />
        )
      }
      below={
        answer === undefined || id === undefined ? (
          <p className="muted" style={{ marginTop: 10 }}>
            {text.saveFirst}
          </p>
        ) : (
          <div className="stack" style={{ marginTop: 14 }}>
            <Dossier nominationId={id} papers={answer.papers} canChange={canChange} />
            {answer.findings.length === 0 ? null : (
              <section className="sheet padded" aria-label={text.findings}>
                <h2>{text.findings}</h2>
                <FindingList findings={answer.findings} />
              </section>
            )}
            {answer.others.length === 0 ? null : (
              <section className="sheet padded" aria-label={text.others}>
                <h2>{text.others}</h2>
                <ul style={{ margin: 0, paddingLeft: 18 }}>
                  {answer.others.map((other) => (
                    <li key={other.id}>
                      <Link href={`/nominations/${other.id}`}>
                        {other.year ?? ''}: {labelOf(awardForms, other.form ?? '')}, {labelOf(awardLevels, other.level ?? '')}
                      </Link>{' '}
                      <StageBadge stage={other.stage} />
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        )
      }
    >
      {parts.map(([title, fieldNames]) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          <div className="fields">
            {fieldNames.map((name) => (
              <FieldInput
                key={name}
                kind="nomination"
                name={name}
                field={nomination.fields[name]}
                autoFocus={id === undefined && name === 'subjectKind'}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </RecordPage>
  );
};

type NominationFormProps = { readonly id?: string; readonly personId?: string };

/** A nomination from draft to decision: subject, achievements, council, steps and dossier. */
export const NominationForm = ({ id, personId }: NominationFormProps) => {
  const { data } = useAnswer('nomination.get', { id: id ?? '' }, { enabled: id !== undefined });
  if (id === undefined) return <Editor id={undefined} personId={personId} />;
  return data === undefined || data.record.id !== id ? null : (
    <Editor key={`${id} ${String(data.record.values.stage)}`} id={id} answer={data} />
  );
};
