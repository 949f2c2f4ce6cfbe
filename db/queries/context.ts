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

/** A field that was set aside, with the reason it was given here; `null` where the sender had set it aside. */
export type SetAsideField = ContextException & { readonly reason: string | null };

type ExceptionRow = {
  readonly reason: string | null;
  readonly kind: string;
  readonly record_id: string;
  readonly field: string;
  readonly context: string;
};

/** Fields of an office that were left out of an earlier join, by kind, id and field. */
export const exceptionsOf = (database: ReadableDatabase, officeId: string): readonly ContextException[] =>
  database
    .prepare(
      'SELECT kind, record_id, field, context, reason FROM context_exception WHERE office_id = ? ORDER BY kind, record_id, field',
    )
    .all<ExceptionRow>(officeId)
    .map((row) => ({
      kind: row.kind,
      id: row.record_id,
      field: row.field,
      context: JSON.parse(row.context) as ContextException['context'],
    }));

/** The same with the reason of each. */
export const listSetAside = (database: ReadableDatabase, officeId: string): readonly SetAsideField[] =>
  database
    .prepare(
      'SELECT kind, record_id, field, context, reason FROM context_exception WHERE office_id = ? ORDER BY kind, record_id, field',
    )
    .all<ExceptionRow>(officeId)
    .map((row) => ({
      kind: row.kind,
      id: row.record_id,
      field: row.field,
      context: JSON.parse(row.context) as ContextException['context'],
      reason: row.reason,
    }));

/** Replaces all exceptions of an office; `reasonOf` says why a field was set aside just now, others keep their reason. */
export const writeExceptions = (
  database: WritableDatabase,
  officeId: string,
  exceptions: readonly ContextException[],
  reasonOf: (one: ContextException) => string | undefined = () => undefined,
): void => {
  const before = new Map(listSetAside(database, officeId).map((one) => [`${one.kind} ${one.id} ${one.field}`, one.reason]));
  database.prepare('DELETE FROM context_exception WHERE office_id = ?').run(officeId);
  const statement = database.prepare(
    'INSERT INTO context_exception (office_id, kind, record_id, field, context, reason) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const exception of exceptions)
    statement.run(
      officeId,
      exception.kind,
      exception.id,
      exception.field,
      JSON.stringify(exception.context),
      reasonOf(exception) ?? before.get(`${exception.kind} ${exception.id} ${exception.field}`) ?? null,
    );
};

/** Forgets how far one replica of an office was taken in. */
export const forgetReplica = (database: WritableDatabase, officeId: string, replica: string): void => {
  database.prepare('DELETE FROM context_entry WHERE office_id = ? AND replica = ?').run(officeId, replica);
};

/** Forgets what of an office was taken in: before its remaining packages are joined anew. */
export const forgetContext = (database: WritableDatabase, officeId: string): void => {
  database.prepare('DELETE FROM context_entry WHERE office_id = ?').run(officeId);
  database.prepare('DELETE FROM context_exception WHERE office_id = ?').run(officeId);
};
