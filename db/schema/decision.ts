import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { projectionColumns } from './projection.ts';

export const decision = sqliteTable('decision', {
  ...projectionColumns,
  number: text(),
  decidedOn: text('decided_on'),
  kind: text(),
  issuer: text(),
  signer: text(),
  signerTitle: text('signer_title'),
  communeId: text('commune_id'),
  subject: text(),
});
