import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const trainer = sqliteTable('trainer', {
  ...projectionColumns,
  personId: text('person_id'),
  pool: text(),
  source: text(),
  position: text(),
  agency: text(),
  qualification: text(),
  fieldOfLaw: text('field_of_law'),
  decisionId: text('decision_id'),
  appointedOn: text('appointed_on'),
  endedOn: text('ended_on'),
  endReason: text('end_reason'),
  methodTrainingYear: integer('method_training_year'),
});
