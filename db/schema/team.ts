import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const team = sqliteTable('team', {
  ...projectionColumns,
  name: text(),
  communeId: text('commune_id'),
  residentialUnitIds: text('residential_unit_ids', { mode: 'json' }).$type<readonly string[]>(),
  establishedOn: text('established_on'),
  decisionId: text('decision_id'),
  fixedMemberCount: integer('fixed_member_count'),
  dissolvedOn: text('dissolved_on'),
  note: text(),
});
