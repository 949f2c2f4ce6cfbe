import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import type { Context, ContextException } from '#shared/exchange/state.ts';

type ContextRow = { readonly replica: string; readonly n: number; readonly log_hash: string };

/** What of an office has been taken in here, per replica. */
export const contextOf = (database: ReadableDatabase, officeId: string): Context =>
  Object.fromEntries(
    database
      .prepare('SELECT replica, n, log_hash FROM context_entry WHERE office_id = ? ORDER BY replica')
      .all<ContextRow>(officeId)
      .map((row) => [row.replica, { n: row.n, logHash: row.log_hash }]),
  );

/** Sets the given replicas' entries; others stay. */
export const writeContext = (database: WritableDatabase, officeId: string, context: Context): void => {
  const statement = database.prepare(
    `INSERT INTO context_entry (office_id, replica, n, log_hash) VALUES (?, ?, ?, ?)
     ON CONFLICT (office_id, replica) DO UPDATE SET n = excluded.n, log_hash = excluded.log_hash`,
  );
  for (const [replica, entry] of Object.entries(context)) statement.run(officeId, replica, entry.n, entry.logHash);
};

type ExceptionRow = { readonly kind: string; readonly record_id: string; readonly field: string; readonly context: string };

/** Fields of an office that were left out of an earlier join, by kind, id and field. */
export const exceptionsOf = (database: ReadableDatabase, officeId: string): readonly ContextException[] =>
  database
    .prepare('SELECT kind, record_id, field, context FROM context_exception WHERE office_id = ? ORDER BY kind, record_id, field')
    .all<ExceptionRow>(officeId)
    .map((row) => ({
      kind: row.kind,
      id: row.record_id,
      field: row.field,
      context: JSON.parse(row.context) as ContextException['context'],
    }));

/** Replaces all exceptions of an office. */
export const writeExceptions = (database: WritableDatabase, officeId: string, exceptions: readonly ContextException[]): void => {
  database.prepare('DELETE FROM context_exception WHERE office_id = ?').run(officeId);
  const statement = database.prepare(
    'INSERT INTO context_exception (office_id, kind, record_id, field, context) VALUES (?, ?, ?, ?, ?)',
  );
  for (const exception of exceptions)
    statement.run(officeId, exception.kind, exception.id, exception.field, JSON.stringify(exception.context));
};
