import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const session = sqliteTable('session', {
  ...projectionColumns,
  title: text(),
  kind: text(),
  planNumber: text('plan_number'),
  planDate: text('plan_date'),
  invitationNumber: text('invitation_number'),
  invitationDate: text('invitation_date'),
  hostAgency: text('host_agency'),
  leadAgency: text('lead_agency'),
  coordinatingAgencies: text('coordinating_agencies'),
  combinedWith: text('combined_with'),
  place: text(),
  communeId: text('commune_id'),
  startsOn: text('starts_on'),
  endsOn: text('ends_on'),
  dayCount: integer('day_count'),
  sittingCount: integer('sitting_count'),
  periodsPerSitting: integer('periods_per_sitting'),
  topics: text(),
  materials: text(),
  plannedAmount: integer('planned_amount'),
  spentAmount: integer('spent_amount'),
  result: text(),
  recommendations: text(),
});
