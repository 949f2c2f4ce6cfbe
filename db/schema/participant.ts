import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const participant = sqliteTable('participant', {
  ...projectionColumns,
  sessionId: text('session_id'),
  personId: text('person_id'),
  guestName: text('guest_name'),
  guestPosition: text('guest_position'),
  guestUnit: text('guest_unit'),
  onStatePayroll: integer('on_state_payroll', { mode: 'boolean' }),
  result: text(),
  certificateNumber: text('certificate_number'),
});
