import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const attachment = sqliteTable('attachment', {
  ...projectionColumns,
  recordKind: text('record_kind'),
  recordId: text('record_id'),
  fileName: text('file_name'),
  mediaType: text('media_type'),
  size: integer(),
  sha256: text(),
  addedOn: text('added_on'),
});
