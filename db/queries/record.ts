import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import { conflictFieldsOf, removalOf, stateLine, winningValues } from '#shared/exchange/heads.ts';
import type { RecordState } from '#shared/exchange/state.ts';
import { removeProjections, writeProjection } from './projection.ts';

/** A record as stored: owner and every head of every field. */
export type StoredRecord = { readonly officeId: string; readonly state: RecordState };

type RecordRow = { readonly office_id: string; readonly state: string };

export const findRecord = (database: ReadableDatabase, kind: string, id: string): StoredRecord | undefined => {
  const row = database.prepare('SELECT office_id, state FROM record WHERE kind = ? AND id = ?').get<RecordRow>(kind, id);
  return row && { officeId: row.office_id, state: JSON.parse(row.state) as RecordState };
};

/** Every record of a kind, of all offices. */
export const listRecordStates = (database: ReadableDatabase, kind: string): readonly RecordState[] =>
  database
    .prepare('SELECT state FROM record WHERE kind = ?')
    .all<{ readonly state: string }>(kind)
    .map((row) => JSON.parse(row.state) as RecordState);

/** The kind that travels in a file of its own, outside the state and its hash. */
export const linkKind = 'identity-link';

/** Lines of an office's `state.jsonl` (canonical, without line feed), sorted by kind, then id: all kinds but identity links. */
export const iterateStateLines = (database: ReadableDatabase, officeId: string): Iterable<StateLineRow> =>
  database
    .prepare(`SELECT kind, id, state FROM record WHERE office_id = ? AND kind <> '${linkKind}' ORDER BY kind, id`)
    .iterate<StateLineRow>(officeId);

/** Lines of an office's `links.jsonl`: its identity links, sorted by id. */
export const iterateLinkLines = (database: ReadableDatabase, officeId: string): Iterable<StateLineRow> =>
  database
    .prepare(`SELECT kind, id, state FROM record WHERE office_id = ? AND kind = '${linkKind}' ORDER BY id`)
    .iterate<StateLineRow>(officeId);

export type StateLineRow = { readonly kind: string; readonly id: string; readonly state: string };

/** Number of records of an office by kind, removed ones included. */
export const countRecords = (database: ReadableDatabase, officeId: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    database
      .prepare('SELECT kind, count(*) AS count FROM record WHERE office_id = ? GROUP BY kind ORDER BY kind')
      .all<{ readonly kind: string; readonly count: number }>(officeId)
      .map((row) => [row.kind, row.count]),
  );

/** A record by its name alone. */
export type RecordName = { readonly kind: string; readonly id: string };

/** Names of the records written since `from`, one for each version. */
type Journal = { readonly from: number; readonly written: RecordName[] };

const journals = new WeakMap<ReadableDatabase, Journal>();
/** Beyond so many written records it is no longer said which. */
const longestJournal = 10_000;

const journalOf = (database: ReadableDatabase): Journal => journals.get(database) ?? { from: 0, written: [] };

/** Rises with every record that is written, in a rehearsal too: what was worked out from the records holds while it stands. */
export const recordsVersion = (database: ReadableDatabase): number => {
  const { from, written } = journalOf(database);
  return from + written.length;
};

/** Records that may have changed after a version; `undefined` where it is any. */
export const listWrittenSince = (database: ReadableDatabase, version: number): readonly RecordName[] | undefined => {
  const { from, written } = journalOf(database);
  return version < from ? undefined : written.slice(version - from);
};

const noteAll = (database: ReadableDatabase): void => {
  journals.set(database, { from: recordsVersion(database) + 1, written: [] });
};

const note = (database: ReadableDatabase, { kind, id }: RecordName): void => {
  const journal = journalOf(database);
  if (journal.written.length >= longestJournal) {
    noteAll(database);
    return;
  }
  journal.written.push({ kind, id });
  journals.set(database, journal);
};

/** Brings the table of a record's kind up to date with the record. */
export const projectRecord = (database: WritableDatabase, officeId: string, state: RecordState): void => {
  writeProjection(database, {
    kind: state.kind,
    id: state.id,
    officeId,
    removed: removalOf(state) !== undefined,
    conflictFields: conflictFieldsOf(state),
    values: winningValues(state),
  });
};

/** Stores a record's heads and brings its projection up to date. */
export const writeRecord = (database: WritableDatabase, officeId: string, state: RecordState): void => {
  note(database, state);
  const { changes } = database
    .prepare(
      `INSERT INTO record (kind, id, office_id, state) VALUES (?, ?, ?, ?)
       ON CONFLICT (kind, id) DO UPDATE SET state = excluded.state WHERE office_id = excluded.office_id`,
    )
    .run(state.kind, state.id, officeId, stateLine(state));
  if (changes !== 1) throw new Error('a record cannot change its office');
  projectRecord(database, officeId, state);
};

/** Removes every record of an office with its row in lists and search: before its remaining packages are joined anew. */
export const removeRecordsOf = (database: WritableDatabase, officeId: string): void => {
  noteAll(database);
  const kinds = database.prepare('SELECT DISTINCT kind FROM record WHERE office_id = ?').all<{ readonly kind: string }>(officeId);
  for (const { kind } of kinds) removeProjections(database, kind, officeId);
  database.prepare('DELETE FROM record WHERE office_id = ?').run(officeId);
};
