import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const membership = sqliteTable('membership', {
  ...projectionColumns,
  personId: text('person_id'),
  teamId: text('team_id'),
  role: text(),
  electedOn: text('elected_on'),
  electionMethod: text('election_method'),
  voterCount: integer('voter_count'),
  votesFor: integer('votes_for'),
  recognizedOn: text('recognized_on'),
  decisionId: text('decision_id'),
  leaderDecisionId: text('leader_decision_id'),
  ceasedOn: text('ceased_on'),
  ceaseReason: text('cease_reason'),
  ceaseDetail: text('cease_detail'),
  ceaseDecisionId: text('cease_decision_id'),
});
