import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const residentialUnit = sqliteTable('residential_unit', {
  ...projectionColumns,
  name: text(),
  kind: text(),
  communeId: text('commune_id'),
  validFrom: text('valid_from'),
  validTo: text('valid_to'),
  predecessorIds: text('predecessor_ids', { mode: 'json' }).$type<readonly string[]>(),
  householdCount: integer('household_count'),
  minorityArea: integer('minority_area', { mode: 'boolean' }),
});
