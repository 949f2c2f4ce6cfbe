import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { RecordView } from '#shared/contract/views.ts';
import type { PersonCard } from '#shared/contract/identity-methods.ts';
import { mediatorFields, membershipFieldNames } from '#shared/domain/kinds.ts';
import { membership as membershipKind } from '#shared/domain/membership.ts';
import { issueMessage } from '#shared/text/messages.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { RelatedCard } from '#renderer/components/related-card.tsx';
import { FieldInput } from '#renderer/forms/field-input.tsx';
import { maskedValues } from '#renderer/forms/masked.ts';
import { readForm } from '#renderer/forms/read-form.ts';
import { RecordPage } from '#renderer/forms/record-page.tsx';
import { Suspects } from '#renderer/forms/suspects.tsx';
import { useRecordForm } from '#renderer/forms/use-record-form.ts';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
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
const leaderSection = [words.mediators.sections.leader, ['leaderDecisionId']] as const;
const endSection = [words.mediators.sections.end, ['ceasedOn', 'ceaseReason', 'ceaseDetail', 'ceaseDecisionId']] as const;

const newNames: readonly string[] = sections.flatMap(([, names]) => names);
const membershipNames: readonly string[] = newNames.filter((name) => membershipFieldNames.includes(name));
const allNames: readonly string[] = [...newNames, ...leaderSection[1], ...endSection[1]];

/** Values that stay when the next person of the same team is typed. */
const sticky: readonly string[] = [
  'teamId',
  'ethnicGroup',
  'residentialUnitId',
  'electedOn',
  'electionMethod',
  'recognizedOn',
  'decisionId',
];

type Values = OutputOf<'mediator.get'>['values'];

type EditorProps = {
  readonly id: string | undefined;
  readonly values: Values;
  readonly person?: RecordView;
  readonly membership?: RecordView;
  readonly communeId: string | null;
  readonly draftName?: string;
};

const MediatorEditor = ({ id, values, person, membership, communeId, draftName }: EditorProps) => {
  const [, go] = useLocation();
  const { office, notify } = useSession();
  const [personCount, setPersonCount] = useState(0);
  const names = id === undefined ? newNames : allNames;
  const isReadOnly = membership !== undefined && membership.officeId !== office.id;
  const shown = useMemo(() => (isReadOnly ? maskedValues(values) : values), [isReadOnly, values]);
  const state = useRecordForm({
    kind: 'mediator',
    fields: mediatorFields,
    names,
    id,
    values: shown,
    ...(person === undefined ? {} : { fixed: { personId: person.id } }),
    ...(draftName === undefined ? {} : { draftName }),
  });
  const put = useWork('record.put');
  const { setFocus } = state.form;
  // A reset forgets its inputs until they are drawn again; only then the first one can take the focus.
  useEffect(() => {
    if (personCount > 0) setFocus('fullName');
  }, [personCount, setFocus]);
  const teamId = state.form.watch('teamId');
  const role = state.form.watch('role');
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
    const typed = state.form.getValues();
    void state.save(confirmed).then((saved) => {
      if (saved === null) return;
      notify(words.mediators.nextAdded);
      const next = names.map((name) => [name, sticky.includes(name) ? (typed[name] ?? '') : name === 'backgrounds' ? [] : '']);
      state.startOver({ ...(Object.fromEntries(next) as typeof typed), role: 'member' });
      setPersonCount((count) => count + 1);
    });
  };
  /** A person of the books becomes a member: only what is typed of the membership is written. */
  const useExisting = (found: PersonCard): void => {
    const typed = readForm(membershipKind.fields, membershipNames, state.form.getValues());
    if (typed.issues.length > 0) {
      for (const issue of typed.issues)
        if (issue.field !== null) state.form.setError(issue.field, { message: issueMessage(issue) });
      state.form.setFocus(typed.issues[0]?.field ?? 'teamId');
      return;
    }
    void put.run({ kind: 'mediator', lines: [{ ...typed.draft, personId: found.id }] }).then((reply) => {
      if (!reply.ok) return;
      state.dropDraft();
      notify(words.suspects.used(found.fullName));
      close();
    });
  };
  const shownSections = [
    ...sections,
    ...(id !== undefined && role === 'leader' ? [leaderSection] : []),
    ...(id === undefined ? [] : [endSection]),
  ];
  return (
    <RecordPage
      kind="mediator"
      id={id}
      title={person?.title ?? words.mediators.newTitle}
      state={state}
      place={{ communeId, ...(membership === undefined ? {} : { officeId: membership.officeId }), isReadOnly }}
      isRemoved={membership?.removed ?? false}
      {...(person === undefined ? {} : { below: <RelatedCard kind="person" id={person.id} /> })}
      historyOf={[person, membership].flatMap((record) => (record ? [{ kind: record.kind, id: record.id }] : []))}
      onSave={id === undefined ? saveAndNext : saveAndClose}
      onClose={close}
      {...(id === undefined
        ? {
            notices: (
              <Suspects
                onUse={useExisting}
                onOpen={(found) => {
                  go(`/people/${found.id}`);
                }}
              />
            ),
          }
        : {})}
      {...(id === undefined ? { onSaveAndClose: saveAndClose } : {})}
      moreActions={
        id !== undefined && values.ceasedOn == null ? (
          <Button
            variant="default"
            onClick={() => {
              state.form.setFocus('ceasedOn');
            }}
          >
            {words.mediators.cease}
          </Button>
        ) : null
      }
    >
      {shownSections.map(([title, fieldNames]) => (
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
    </RecordPage>
  );
};

const communeOf = (team: RecordView | undefined): string | null => {
  const communeId = team?.values.communeId;
  return typeof communeId === 'string' ? communeId : null;
};

const NewInTeam = ({ teamId }: { readonly teamId: string }) => {
  const { data } = useAnswer('team.get', { id: teamId });
  if (data === undefined) return null;
  const units = data.record.values.residentialUnitIds;
  const residentialUnitId = Array.isArray(units) && units.length === 1 ? (units[0] ?? null) : null;
  const role = data.members.length === 0 ? 'leader' : 'member';
  return (
    <MediatorEditor
      id={undefined}
      values={{ teamId, residentialUnitId, role }}
      communeId={communeOf(data.record)}
      draftName={`mediator new ${teamId}`}
    />
  );
};

const Existing = ({ id }: { readonly id: string }) => {
  const { data } = useAnswer('mediator.get', { id });
  const teamId = data?.values.teamId;
  const hasTeam = typeof teamId === 'string';
  const team = useAnswer('team.get', { id: hasTeam ? teamId : '' }, { enabled: hasTeam, mayFail: true });
  if (data === undefined || data.membership.id !== id || (hasTeam && team.isPending)) return null;
  return (
    <MediatorEditor
      key={id}
      id={id}
      values={data.values}
      person={data.person}
      membership={data.membership}
      communeId={communeOf(team.data?.record)}
    />
  );
};

const blank: Values = { role: 'member' };

/** Form of a mediator: person and membership in one. */
export const MediatorForm = ({ id, teamId }: { readonly id?: string | undefined; readonly teamId?: string | undefined }) => {
  if (id !== undefined) return <Existing id={id} />;
  if (teamId !== undefined) return <NewInTeam teamId={teamId} />;
  return <MediatorEditor id={undefined} values={blank} communeId={null} />;
};
