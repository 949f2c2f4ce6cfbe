import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const identityLink = sqliteTable('identity_link', {
  ...projectionColumns,
  firstId: text('first_id'),
  secondId: text('second_id'),
  decision: text(),
  note: text(),
});
