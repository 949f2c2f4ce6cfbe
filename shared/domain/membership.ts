import { ceaseDetails, ceaseReasons, electionMethods, teamRoles } from '#shared/catalogue/code-lists.ts';
import { code, date, integer, reference } from './field.ts';
import { checkNotFuture, checkOrder } from './order.ts';
import { describeKind, type Issue, type RecordValues, type ValuesOf } from './record.ts';

const checkVotes = (values: RecordValues): readonly Issue[] => {
  const { voterCount, votesFor } = values;
  if (typeof voterCount !== 'number' || typeof votesFor !== 'number') return [];
  if (votesFor > voterCount) return [{ code: 'votes-above-voters', field: 'votesFor', severity: 'error' }];
  return votesFor * 2 > voterCount
    ? []
    : [{ code: 'votes-not-majority', field: 'votesFor', severity: 'question', article: '35/2013/QH13 Điều 8' }];
};

/** A person in a team, with role and dates: election, recognition and end (Law 35/2013/QH13, articles 8, 11 and 13). */
export const membership = describeKind({
  kind: 'membership',
  fields: {
    personId: reference('person', { required: true, example: '0190a000-0000-7000-8000-000000000003' }),
    teamId: reference('team', { required: true, example: '0190a000-0000-7000-8000-000000000004' }),
    role: code(teamRoles, { required: true, example: 'leader' }),
    electedOn: date({ example: '2019-02-20' }),
    electionMethod: code(electionMethods, { example: 'open-vote' }),
    voterCount: integer({ max: 20_000, example: 80 }),
    votesFor: integer({ max: 20_000, example: 72 }),
    recognizedOn: date({ example: '2019-03-15' }),
    decisionId: reference('decision', { example: '0190a000-0000-7000-8000-000000000002' }),
    leaderDecisionId: reference('decision', { example: '0190a000-0000-7000-8000-000000000002' }),
    ceasedOn: date({ example: '2022-01-10' }),
    ceaseReason: code(ceaseReasons, { example: 'own-wish' }),
    ceaseDetail: code(ceaseDetails, { example: 'moved' }),
    ceaseDecisionId: reference('decision', { example: '0190a000-0000-7000-8000-000000000005' }),
  },
  check: (values, { today }) => [
    ...checkOrder(values, 'electedOn', 'recognizedOn'),
    ...checkOrder(values, 'recognizedOn', 'ceasedOn'),
    ...checkNotFuture(values, 'recognizedOn', today),
    ...checkVotes(values),
    ...(values.ceasedOn != null && values.ceaseReason == null
      ? [{ code: 'cease-reason-missing', field: 'ceaseReason', severity: 'question', article: '35/2013/QH13 Điều 11' } as const]
      : []),
    ...(values.ceaseReason != null && values.ceasedOn == null
      ? [{ code: 'cease-date-missing', field: 'ceasedOn', severity: 'error' } as const]
      : []),
  ],
  title: () => '',
});
export type TeamMembership = ValuesOf<typeof membership>;
