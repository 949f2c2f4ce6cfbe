import type { ReadableDatabase } from '#db/open.ts';
import { findProjected, type ProjectedRecord } from '#db/queries/projection.ts';
import type { RecordView } from '#shared/contract/views.ts';
import type { FieldValue } from '#shared/domain/field.ts';
import { failure } from '#engine/failure.ts';

/** Which reference names a record that has no name of its own. */
const namedBy: Readonly<Record<string, readonly [field: string, kind: string]>> = {
  membership: ['personId', 'person'],
  trainer: ['personId', 'person'],
  participant: ['personId', 'person'],
  presence: ['participantId', 'participant'],
  nomination: ['personId', 'person'],
};

const titleOf = (database: ReadableDatabase, record: ProjectedRecord): string => {
  const naming = namedBy[record.kind];
  const target = naming && record.values[naming[0]];
  if (naming === undefined || typeof target !== 'string') return record.title;
  const found = findProjected(database, naming[1], target);
  return found === undefined ? record.title : titleOf(database, found);
};

/** A record as everybody sees it; those without a name of their own are named by the person they point to. */
export const viewOf = (database: ReadableDatabase, record: ProjectedRecord): RecordView => ({
  kind: record.kind,
  id: record.id,
  officeId: record.officeId,
  title: titleOf(database, record),
  removed: record.removed,
  conflictFields: [...record.conflictFields],
  values: record.values as Record<string, FieldValue> as RecordView['values'],
});

/** Fails with `record-not-found`. */
export const getView = (database: ReadableDatabase, kind: string, id: string): RecordView => {
  const record = findProjected(database, kind, id);
  if (!record) throw failure('record-not-found', { kind });
  return viewOf(database, record);
};
