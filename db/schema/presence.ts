import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const presence = sqliteTable('presence', {
  ...projectionColumns,
  participantId: text('participant_id'),
  sitting: integer(),
  present: integer({ mode: 'boolean' }),
});
