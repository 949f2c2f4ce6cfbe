import { createHash } from 'node:crypto';
import type { ReadableDatabase } from '#db/open.ts';
import { iterateChangesAfter } from '#db/queries/change-log.ts';
import { contextOf, exceptionsOf } from '#db/queries/context.ts';
import { iterateStateLines } from '#db/queries/record.ts';
import { canonicalJson, type Json } from '#shared/exchange/canonical.ts';
import { reachFinder } from '#shared/exchange/join.ts';
import type { Context, ContextException, RecordState } from '#shared/exchange/state.ts';

/** SHA-256 of an office's `state.jsonl` as it would be packed now, 64 hex digits. */
export const stateHashOf = (database: ReadableDatabase, officeId: string): string => {
  const hash = createHash('sha256');
  for (const { state } of iterateStateLines(database, officeId)) hash.update(state).update('\n');
  return hash.digest('hex');
};

const jsonLines = (lines: readonly string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');

/** `state.jsonl` of everything an office has here. */
export const wholeState = (database: ReadableDatabase, officeId: string): Buffer =>
  jsonLines([...iterateStateLines(database, officeId)].map((row) => row.state));

/**
 * `state.jsonl` of the records that hold something the other side has not seen, whole records: what is left out holds nothing new, so
 * the receiver joins the listed records alone.
 */
export const unseenState = (
  database: ReadableDatabase,
  officeId: string,
  seen: { readonly context: Context; readonly exceptions: readonly ContextException[] },
): Buffer => {
  const find = reachFinder(seen);
  const excepted = new Set(seen.exceptions.map((one) => `${one.kind} ${one.id}`));
  const rows = [...iterateStateLines(database, officeId)].filter((row) => {
    if (excepted.has(`${row.kind} ${row.id}`)) return true;
    const state = JSON.parse(row.state) as RecordState;
    return Object.entries(state.fields).some(([field, heads]) => {
      const reach = find(row.kind, row.id, field);
      return heads.some(([replica, n]) => (reach[replica] ?? 0) < n);
    });
  });
  return jsonLines(rows.map((row) => row.state));
};

/** `log.jsonl` of the changes that a context does not contain. */
export const logAfter = (database: ReadableDatabase, officeId: string, after: Context): Buffer =>
  jsonLines([...iterateChangesAfter(database, officeId, after)].map((entry) => canonicalJson(entry as unknown as Json)));

export type OfficeSide = { readonly context: Context; readonly exceptions: readonly ContextException[] };

export const sideOf = (database: ReadableDatabase, officeId: string): OfficeSide => ({
  context: contextOf(database, officeId),
  exceptions: exceptionsOf(database, officeId),
});
