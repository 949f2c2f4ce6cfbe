import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const dossierItem = sqliteTable('dossier_item', {
  ...projectionColumns,
  nominationId: text('nomination_id'),
  item: text(),
  present: integer({ mode: 'boolean' }),
  note: text(),
});
