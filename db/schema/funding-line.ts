import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const fundingLine = sqliteTable('funding_line', {
  ...projectionColumns,
  sessionId: text('session_id'),
  source: text(),
  plannedAmount: integer('planned_amount'),
  spentAmount: integer('spent_amount'),
  note: text(),
});
