import { ceaseReasons } from '#shared/catalogue/code-lists.ts';
import type { BulkOperation } from '#shared/contract/bulk-methods.ts';
import { code, date, type Field } from '#shared/domain/field.ts';
import { findKind, mediatorFields, personFieldNames } from '#shared/domain/kinds.ts';
import type { Fields } from '#shared/domain/record.ts';
import { bulkWords } from '#shared/text/bulk-words.vi.ts';

export type OperationName = BulkOperation['operation'];

/** An input of an operation's form; `kind` gives its label. */
export type OperationField = { readonly kind: string; readonly name: string; readonly field: Field };

const operationsByKind: Readonly<Record<string, readonly OperationName[]>> = {
  mediator: ['set-field', 'recognise', 'move-team', 'end-memberships', 'nominate'],
  person: ['set-field', 'nominate'],
  team: ['set-field', 'nominate'],
  nomination: ['set-stage', 'set-field'],
};

/** What can be done to many records of a kind at once. */
export const operationsOf = (kind: string): readonly OperationName[] => operationsByKind[kind] ?? ['set-field'];

/** Fields that name one record, or belong to work of their own: nobody gives them to many records at once. */
const single: ReadonlySet<string> = new Set([
  'fullName',
  'sortName',
  'citizenId',
  'phone',
  'personId',
  'guestName',
  'sessionId',
  'team.name',
  'residential-unit.name',
  'number',
  'mediator.teamId',
  'mediator.ceasedOn',
  'mediator.ceaseReason',
  'mediator.ceaseDetail',
  'mediator.ceaseDecisionId',
  'nomination.stage',
  'nomination.teamId',
  'organisationName',
  'predecessorIds',
]);

const fieldsOf = (kind: string): Fields => (kind === 'mediator' ? mediatorFields : (findKind(kind)?.fields ?? {}));

/** The kind under whose name a field is labelled and formatted. */
export const ownerOf = (kind: string, field: string): string =>
  kind === 'mediator' ? (personFieldNames.includes(field) ? 'person' : 'membership') : kind;

/** Fields that can be given to many records of a kind. */
export const settableFields = (kind: string): readonly string[] =>
  Object.keys(fieldsOf(kind)).filter((name) => !single.has(name) && !single.has(`${kind}.${name}`));

const moveModes = code(bulkWords.moveModes, { required: true, example: 'transfer' });
const leaderChoices = code(bulkWords.leaderChoices, { required: true, example: 'member' });
const day = date({ required: true, example: '2019-12-01' });

const given = (kind: string, name: string, required?: boolean): OperationField => {
  const field = fieldsOf(kind)[name] as Field;
  return { kind, name, field: required === undefined ? field : { ...field, required } };
};

const own = (name: string, field: Field): OperationField => ({ kind: 'bulk', name, field });

export type Answers = Readonly<Record<string, unknown>>;

/** The inputs of an operation, as far as what was answered so far asks for them. */
export const fieldsOfOperation = (
  kind: string,
  operation: OperationName,
  setField: string,
  answers: Answers,
): readonly OperationField[] => {
  switch (operation) {
    case 'set-field':
      return [given(kind, setField, false)];
    case 'recognise':
      return [given(kind, 'decisionId', true), given(kind, 'recognizedOn', true)];
    case 'end-memberships':
      return [own('on', day), given(kind, 'ceaseReason', true), given(kind, 'ceaseDetail'), given(kind, 'ceaseDecisionId')];
    case 'move-team':
      return [
        given(kind, 'teamId', true),
        own('mode', moveModes),
        own('leaders', leaderChoices),
        ...(answers.mode === 'correct' ? [] : [own('on', day), given(kind, 'ceaseReason', true), given(kind, 'decisionId')]),
      ];
    case 'set-stage':
      return [
        given(kind, 'stage', true),
        ...(answers.stage === 'awarded' ? [given(kind, 'decisionNumber', true), given(kind, 'decidedOn', true)] : []),
        ...(answers.stage === 'refused' ? [given(kind, 'refusalReason', true)] : []),
      ];
    case 'nominate':
      return (['level', 'form', 'basis', 'year', 'achievements'] as const).map((name) => given('nomination', name));
  }
};

/** What a form starts from. */
export const firstAnswers = { mode: 'transfer', leaders: 'member', ceaseReason: ceaseReasons[0].code } as const;

const textOf = (draft: Answers, name: string): string | undefined => (typeof draft[name] === 'string' ? draft[name] : undefined);

const optional = (name: string, value: string | undefined): Readonly<Record<string, string>> =>
  value === undefined ? {} : { [name]: value };

const decisionOf = (draft: Answers, name: string): { readonly decision?: { readonly id: string } } => {
  const id = textOf(draft, name);
  return id === undefined ? {} : { decision: { id } };
};

/** The operation that a filled form means. */
export const operationOf = (operation: OperationName, setField: string, draft: Answers): BulkOperation => {
  const on = textOf(draft, 'on') ?? '';
  switch (operation) {
    case 'set-field':
      return { operation, field: setField, value: draft[setField] ?? null };
    case 'recognise':
      return { operation, on: textOf(draft, 'recognizedOn') ?? '', decision: { id: textOf(draft, 'decisionId') ?? '' } };
    case 'end-memberships':
      return {
        operation,
        on,
        ceaseReason: textOf(draft, 'ceaseReason') ?? '',
        ...optional('ceaseDetail', textOf(draft, 'ceaseDetail')),
        ...decisionOf(draft, 'ceaseDecisionId'),
      };
    case 'move-team': {
      const mode = draft.mode === 'correct' ? 'correct' : 'transfer';
      return {
        operation,
        teamId: textOf(draft, 'teamId') ?? '',
        mode,
        leaders: draft.leaders === 'keep' ? 'keep' : 'member',
        ...(mode === 'correct'
          ? {}
          : { on, ceaseReason: textOf(draft, 'ceaseReason') ?? '', ...decisionOf(draft, 'decisionId') }),
      };
    }
    case 'set-stage':
      return {
        operation,
        stage: textOf(draft, 'stage') ?? '',
        ...optional('decisionNumber', textOf(draft, 'decisionNumber')),
        ...optional('decidedOn', textOf(draft, 'decidedOn')),
        ...optional('refusalReason', textOf(draft, 'refusalReason')),
      };
    case 'nominate':
      return {
        operation,
        level: textOf(draft, 'level') ?? '',
        form: textOf(draft, 'form') ?? '',
        basis: textOf(draft, 'basis') ?? '',
        year: Number(draft.year),
        ...optional('achievements', textOf(draft, 'achievements')),
      };
  }
};
