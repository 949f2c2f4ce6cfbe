import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const person = sqliteTable('person', {
  ...projectionColumns,
  fullName: text('full_name'),
  sortName: text('sort_name'),
  sex: text(),
  birthDate: text('birth_date'),
  ethnicGroup: text('ethnic_group'),
  residentialUnitId: text('residential_unit_id'),
  citizenId: text('citizen_id'),
  phone: text(),
  generalEducation: text('general_education'),
  professionalLevel: text('professional_level'),
  lawDegree: text('law_degree'),
  occupation: text(),
  position: text(),
  organisation: text(),
  backgrounds: text({ mode: 'json' }).$type<readonly string[]>(),
  note: text(),
});
