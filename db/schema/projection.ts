import { integer, text } from 'drizzle-orm/sqlite-core';

/** Columns that every kind's table has beside its fields. */
export const projectionColumns = {
  id: text().primaryKey(),
  officeId: text('office_id').notNull(),
  removed: integer({ mode: 'boolean' }).notNull(),
  /** Names of fields with more than one value, as JSON. */
  conflictFields: text('conflict_fields', { mode: 'json' }).$type<readonly string[]>().notNull(),
  recordTitle: text('record_title').notNull(),
  /** Searched values without tones (`fold`) and with exact tones (`toneKey`). */
  search: text().notNull(),
  exact: text().notNull(),
  sortKey: text('sort_key').notNull(),
};
