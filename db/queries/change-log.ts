import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import type { LogEntry } from '#shared/exchange/log-entry.ts';
import type { Context } from '#shared/exchange/state.ts';

/** One change as the log keeps it, with its chain hash. */
export type LoggedChange = {
  readonly replica: string;
  readonly n: number;
  readonly officeId: string;
  readonly kind: string;
  readonly id: string;
  readonly hash: string;
  readonly entry: LogEntry;
};

type ChangeRow = { readonly entry: string; readonly hash: string };

/** Adds a change; the same change twice is a mistake of the caller and fails. */
export const appendChange = (database: WritableDatabase, change: LoggedChange): void => {
  database
    .prepare('INSERT INTO change_log (replica, n, office_id, kind, record_id, hash, entry) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(change.replica, change.n, change.officeId, change.kind, change.id, change.hash, JSON.stringify(change.entry));
};

/** Chain hash of a change that is in the log, or was before its package was taken back: that it was seen stays true. */
export const findChangeHash = (database: ReadableDatabase, replica: string, n: number): string | undefined =>
  database
    .prepare(
      `SELECT hash FROM change_log WHERE replica = @replica AND n = @n
       UNION ALL SELECT hash FROM undone_change WHERE replica = @replica AND n = @n`,
    )
    .get<{ readonly hash: string }>({ replica, n })?.hash;

/** Changes of an office that a context does not contain, by replica and n. */
export const iterateChangesAfter = function* (database: ReadableDatabase, officeId: string, after: Context): Generator<LogEntry> {
  const replicas = database
    .prepare('SELECT DISTINCT replica FROM change_log WHERE office_id = ? ORDER BY replica')
    .all<{ readonly replica: string }>(officeId);
  for (const { replica } of replicas) {
    const rows = database
      .prepare('SELECT entry FROM change_log WHERE office_id = ? AND replica = ? AND n > ? ORDER BY n')
      .all<{ readonly entry: string }>(officeId, replica, after[replica]?.n ?? 0);
    for (const row of rows) yield JSON.parse(row.entry) as LogEntry;
  }
};

const changeOf = ({ entry: text, hash }: ChangeRow): LoggedChange => {
  const entry = JSON.parse(text) as LogEntry;
  return { replica: entry.replica, n: entry.n, officeId: entry.office, kind: entry.kind, id: entry.id, hash, entry };
};

/** One change, where the log that came with it is here. */
export const findChange = (database: ReadableDatabase, replica: string, n: number): LoggedChange | undefined => {
  const row = database.prepare('SELECT entry, hash FROM change_log WHERE replica = ? AND n = ?').get<ChangeRow>(replica, n);
  return row && changeOf(row);
};

/** Changes of one record, newest first by time written, then by n and replica. Times are information, not order of merge. */
export const listChangesOf = (database: ReadableDatabase, kind: string, id: string): readonly LoggedChange[] =>
  database
    .prepare(
      "SELECT entry, hash FROM change_log WHERE kind = ? AND record_id = ? ORDER BY entry ->> 'at' DESC, n DESC, replica DESC",
    )
    .all<ChangeRow>(kind, id)
    .map(changeOf);

/** Changes of an office that replaced more than one value of a field, that is, decided between them; newest first by time written. */
export const listDecidingChanges = (database: ReadableDatabase, officeId: string, limit: number): readonly LoggedChange[] =>
  database
    .prepare(
      `SELECT entry, hash FROM change_log
       WHERE office_id = ? AND EXISTS (SELECT 1 FROM json_each(entry, '$.fields') f WHERE json_array_length(f.value, '$.replaces') > 1)
       ORDER BY json_extract(entry, '$.at') DESC, n DESC LIMIT ?`,
    )
    .all<ChangeRow>(officeId, limit)
    .map(changeOf);

/** Replicas of a context of which the log here does not tell every change: some came by a package whose log began later. */
export const listLogHoles = (database: ReadableDatabase, officeId: string, context: Context): readonly string[] => {
  const counts = new Map(
    database
      .prepare('SELECT replica, count(*) AS count FROM change_log WHERE office_id = ? GROUP BY replica')
      .all<{ readonly replica: string; readonly count: number }>(officeId)
      .map(({ replica, count }) => [replica, count]),
  );
  return Object.entries(context).flatMap(([replica, { n }]) => ((counts.get(replica) ?? 0) < n ? [replica] : []));
};

/** Number of changes an installation's replica has written after change `n`. */
export const countChangesAfter = (database: ReadableDatabase, replica: string, n: number): number =>
  database
    .prepare('SELECT count(*) AS count FROM change_log WHERE replica = ? AND n > ?')
    .get<{ readonly count: number }>(replica, n)?.count ?? 0;

/** Removes changes of an own replica beyond `n`: they go on under other names. */
export const removeChangesAfter = (database: WritableDatabase, replica: string, n: number): void => {
  database.prepare('DELETE FROM change_log WHERE replica = ? AND n > ?').run(replica, n);
};

const changeColumns = 'replica, n, office_id, kind, record_id, hash, entry';

/** Sets changes of an office aside that lie beyond a context: those of packages that were taken back. */
export const setChangesAside = (database: WritableDatabase, officeId: string, context: Context): void => {
  const replicas = database
    .prepare('SELECT DISTINCT replica FROM change_log WHERE office_id = ?')
    .all<{ readonly replica: string }>(officeId);
  for (const { replica } of replicas) {
    const beyond = { officeId, replica, n: context[replica]?.n ?? 0 };
    const where = 'WHERE office_id = @officeId AND replica = @replica AND n > @n';
    database.prepare(`INSERT INTO undone_change (${changeColumns}) SELECT ${changeColumns} FROM change_log ${where}`).run(beyond);
    database.prepare(`DELETE FROM change_log ${where}`).run(beyond);
  }
};

/** Brings changes back into the log that a context contains again. */
export const bringChangesBack = (database: WritableDatabase, officeId: string, context: Context): void => {
  const where = 'WHERE office_id = @officeId AND replica = @replica AND n <= @n';
  for (const [replica, { n }] of Object.entries(context)) {
    database
      .prepare(`INSERT INTO change_log (${changeColumns}) SELECT ${changeColumns} FROM undone_change ${where}`)
      .run({ officeId, replica, n });
    database.prepare(`DELETE FROM undone_change ${where}`).run({ officeId, replica, n });
  }
};
