import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const sessionSpeaker = sqliteTable('session_speaker', {
  ...projectionColumns,
  sessionId: text('session_id'),
  trainerId: text('trainer_id'),
  guestName: text('guest_name'),
  guestPosition: text('guest_position'),
  topic: text(),
  periodCount: integer('period_count'),
});
