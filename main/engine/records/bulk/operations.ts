import { findProjected } from '#db/queries/projection.ts';
import { listTeamMembers } from '#db/queries/mediator.ts';
import { isNominated, type NominationSubject } from '#db/queries/nomination-subject.ts';
import type { BulkOperation } from '#shared/contract/bulk-methods.ts';
import { findKind, mediatorFields, personFieldNames } from '#shared/domain/kinds.ts';
import type { Issue, RecordValues } from '#shared/domain/record.ts';
import type { CommandContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { getKind, type Line } from '../put.ts';

/** What an operation wants of one record: lines to write, or why it will not be done. */
export type Wanted = {
  readonly lines: readonly Line[];
  readonly refusals: readonly Issue[];
  readonly questions: readonly Issue[];
};

/** A record with what it says now; of a mediator the membership, with the person's id. */
export type Target = { readonly kind: string; readonly id: string; readonly values: RecordValues };

type Of<Name extends BulkOperation['operation']> = Extract<BulkOperation, { readonly operation: Name }>;
/** `decisionId` is that of the decision chosen or just written. */
type Want = (context: CommandContext, target: Target, decisionId: string | undefined) => Wanted;

const issue = (code: string, field: string, severity: Issue['severity'] = 'error'): Issue => ({ code, field, severity });
const refusal = (code: string, field: string): Wanted => ({ lines: [], refusals: [issue(code, field)], questions: [] });
const wanted = (lines: readonly Line[], questions: readonly Issue[] = []): Wanted => ({ lines, refusals: [], questions });

const line = (kind: string, id: string | undefined, typed: Line['typed']): Line => ({ line: 1, kind: getKind(kind), id, typed });

const given = (values: Readonly<Record<string, unknown>>): Line['typed'] =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const setField =
  ({ field, value }: Of<'set-field'>): Want =>
  (_, { kind, id, values }) => {
    const typed = { [field]: value ?? null };
    if (kind !== 'mediator') return wanted([line(kind, id, typed)]);
    const ofPerson = personFieldNames.includes(field);
    return wanted([ofPerson ? line('person', String(values.personId), typed) : line('membership', id, typed)]);
  };

const hasEnded = ({ values }: Target): boolean => values.ceasedOn != null;

const currentMembers = ({ database }: CommandContext, teamId: string) =>
  listTeamMembers(database, teamId).filter(({ ceasedOn }) => ceasedOn === null);

const moveTeam =
  (operation: Of<'move-team'>): Want =>
  (context, target, decisionId) => {
    const { teamId, mode, leaders, on, ceaseReason } = operation;
    const { id, values } = target;
    if (hasEnded(target)) return refusal('membership-ceased', 'ceasedOn');
    const members = currentMembers(context, teamId);
    if (members.some(({ personId }) => personId === values.personId)) return refusal('already-in-team', 'teamId');
    const hadRole = values.role === 'leader' || values.role === 'deputy';
    const role = hadRole && leaders === 'member' ? 'member' : values.role;
    if (role === 'leader' && members.some((member) => member.role === 'leader')) return refusal('team-has-leader', 'role');
    if (mode === 'correct')
      return wanted([line('membership', id, { teamId, role, ...(role === values.role ? {} : { leaderDecisionId: null }) })]);
    return wanted([
      line('membership', id, given({ ceasedOn: on, ceaseReason, ceaseDecisionId: decisionId })),
      line('membership', undefined, given({ personId: values.personId, teamId, role, recognizedOn: on, decisionId })),
    ]);
  };

const endMemberships =
  ({ on, ceaseReason, ceaseDetail }: Of<'end-memberships'>): Want =>
  (_, target, decisionId) =>
    hasEnded(target)
      ? refusal('membership-ceased', 'ceasedOn')
      : wanted([line('membership', target.id, given({ ceasedOn: on, ceaseReason, ceaseDetail, ceaseDecisionId: decisionId }))]);

const recognise =
  ({ on }: Of<'recognise'>): Want =>
  (_, { id, values }, decisionId) => {
    const isOther = values.decisionId != null && values.decisionId !== decisionId;
    return wanted(
      [line('membership', id, given({ recognizedOn: on, decisionId }))],
      isOther ? [issue('recognised-already', 'decisionId', 'question')] : [],
    );
  };

const setStage =
  ({ stage, decisionNumber, decidedOn, refusalReason }: Of<'set-stage'>): Want =>
  (_, { id }) =>
    wanted([line('nomination', id, given({ stage, decisionNumber, decidedOn, refusalReason }))]);

const subjectOf = ({ kind, id, values }: Target): NominationSubject => {
  if (kind === 'team') return { subjectKind: 'team', teamId: id };
  return kind === 'person'
    ? { subjectKind: 'person', personId: id }
    : { subjectKind: 'mediator', personId: String(values.personId) };
};

const nominate =
  ({ operation: _operation, ...award }: Of<'nominate'>): Want =>
  ({ database }, target) => {
    const subject = subjectOf(target);
    if (isNominated(database, subject, award))
      return refusal(award.form === 'medal' ? 'medal-already' : 'nominated-already', 'form');
    return wanted([line('nomination', undefined, given({ ...subject, ...award, stage: 'draft' }))]);
  };

/** What the operation makes of each record. */
export const wantOf = (operation: BulkOperation): Want => {
  switch (operation.operation) {
    case 'set-field':
      return setField(operation);
    case 'move-team':
      return moveTeam(operation);
    case 'end-memberships':
      return endMemberships(operation);
    case 'recognise':
      return recognise(operation);
    case 'set-stage':
      return setStage(operation);
    case 'nominate':
      return nominate(operation);
  }
};

const wrong = (reason: string): never => {
  throw failure('usage-wrong', { reason });
};

const checkTeam = (
  { database, identity }: CommandContext,
  { teamId, on, mode, ceaseReason }: Of<'move-team'>,
): readonly Issue[] => {
  if (mode === 'transfer' && (on === undefined || ceaseReason === undefined)) return wrong('on, ceaseReason');
  const team = findProjected(database, 'team', teamId);
  if (team === undefined || team.removed || team.officeId !== identity.officeId) return [issue('reference-missing', 'teamId')];
  const { dissolvedOn } = team.values;
  return typeof dissolvedOn === 'string' && (on === undefined || dissolvedOn <= on) ? [issue('team-dissolved', 'teamId')] : [];
};

/**
 * What is wrong with the operation whatever the records: the team it moves to. Fails with `usage-wrong` where the kind does not know the
 * operation or the field.
 */
export const checkOperation = (context: CommandContext, kind: string, operation: BulkOperation): readonly Issue[] => {
  const isOfMediators = kind === 'mediator' || kind === 'membership';
  switch (operation.operation) {
    case 'set-field': {
      const fields = kind === 'mediator' ? mediatorFields : findKind(kind)?.fields;
      return fields?.[operation.field] === undefined ? wrong(`${kind} ${operation.field}`) : [];
    }
    case 'move-team':
      return isOfMediators ? checkTeam(context, operation) : wrong(operation.operation);
    case 'end-memberships':
    case 'recognise':
      return isOfMediators ? [] : wrong(operation.operation);
    case 'set-stage':
      return kind === 'nomination' ? [] : wrong(operation.operation);
    case 'nominate':
      return isOfMediators || kind === 'person' || kind === 'team' ? [] : wrong(operation.operation);
  }
};
