import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const nomination = sqliteTable('nomination', {
  ...projectionColumns,
  subjectKind: text('subject_kind'),
  personId: text('person_id'),
  teamId: text('team_id'),
  organisationName: text('organisation_name'),
  level: text(),
  form: text(),
  basis: text(),
  year: integer(),
  achievements: text(),
  councilVotesFor: integer('council_votes_for'),
  councilMemberCount: integer('council_member_count'),
  stage: text(),
  decisionNumber: text('decision_number'),
  decidedOn: text('decided_on'),
  refusalReason: text('refusal_reason'),
});
