import { createHash } from 'node:crypto';
import type { ReadableDatabase } from '#db/open.ts';
import { iterateChangesAfter } from '#db/queries/change-log.ts';
import { contextOf, exceptionsOf } from '#db/queries/context.ts';
import { iterateLinkLines, iterateStateLines, type StateLineRow } from '#db/queries/record.ts';
import { canonicalJson, type Json } from '#shared/exchange/canonical.ts';
import { removalOf } from '#shared/exchange/heads.ts';
import { reachFinder } from '#shared/exchange/join.ts';
import type { Context, ContextException, RecordState } from '#shared/exchange/state.ts';

/** SHA-256 of an office's `state.jsonl` as it would be packed now, 64 hex digits. */
export const stateHashOf = (database: ReadableDatabase, officeId: string): string => {
  const hash = createHash('sha256');
  for (const { state } of iterateStateLines(database, officeId)) hash.update(state).update('\n');
  return hash.digest('hex');
};

/** Number of records of an office by kind, as lists show them: removed ones are not counted. */
export const countPresent = (records: Iterable<RecordState>): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const record of records) if (removalOf(record) === undefined) counts[record.kind] = (counts[record.kind] ?? 0) + 1;
  return counts;
};

/** Every record of an office with all its heads, by kind and id. */
export const listStates = (database: ReadableDatabase, officeId: string): readonly RecordState[] =>
  [...iterateStateLines(database, officeId)].map((row) => JSON.parse(row.state) as RecordState);

const jsonLines = (lines: readonly string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');

/** `state.jsonl` of everything an office has here. */
export const wholeState = (database: ReadableDatabase, officeId: string): Buffer =>
  jsonLines([...iterateStateLines(database, officeId)].map((row) => row.state));

/** A file that is sent only where there is something in it: who does not know it takes everything else. */
const linkFile = (lines: readonly string[]): { readonly 'links.jsonl'?: Buffer } =>
  lines.length === 0 ? {} : { 'links.jsonl': jsonLines(lines) };

/** `links.jsonl` with all identity links of an office, where it has any. They are no part of the state and of its hash. */
export const wholeLinks = (database: ReadableDatabase, officeId: string): ReturnType<typeof linkFile> =>
  linkFile([...iterateLinkLines(database, officeId)].map((row) => row.state));

const unseenIn = (rows: Iterable<StateLineRow>, seen: OfficeSide): readonly StateLineRow[] => {
  const find = reachFinder(seen);
  const excepted = new Set(seen.exceptions.map((one) => `${one.kind} ${one.id}`));
  return [...rows].filter((row) => {
    if (excepted.has(`${row.kind} ${row.id}`)) return true;
    const state = JSON.parse(row.state) as RecordState;
    return Object.entries(state.fields).some(([field, heads]) => {
      const reach = find(row.kind, row.id, field);
      return heads.some(([replica, n]) => (reach[replica] ?? 0) < n);
    });
  });
};

/** Records of an office here that hold something the other side has not seen, or that it has set aside in part. */
export const listUnseen = (database: ReadableDatabase, officeId: string, seen: OfficeSide): readonly StateLineRow[] =>
  unseenIn(iterateStateLines(database, officeId), seen);

/** `links.jsonl` of the identity links that hold something the other side has not seen. */
export const unseenLinks = (database: ReadableDatabase, officeId: string, seen: OfficeSide): ReturnType<typeof linkFile> =>
  linkFile(unseenIn(iterateLinkLines(database, officeId), seen).map((row) => row.state));

/**
 * `state.jsonl` of the records that hold something the other side has not seen, whole records: what is left out holds nothing new, so
 * the receiver joins the listed records alone.
 */
export const unseenState = (database: ReadableDatabase, officeId: string, seen: OfficeSide): Buffer =>
  jsonLines(listUnseen(database, officeId, seen).map((row) => row.state));

/** `log.jsonl` of the changes that a context does not contain. */
export const logAfter = (database: ReadableDatabase, officeId: string, after: Context): Buffer =>
  jsonLines([...iterateChangesAfter(database, officeId, after)].map((entry) => canonicalJson(entry as unknown as Json)));

export type OfficeSide = { readonly context: Context; readonly exceptions: readonly ContextException[] };

/**
 * What of an office is known here. A replica knows all its own changes: a field that was set aside and then written here is known up to
 * the newest own change, so that a value replaced here never comes back.
 */
export const sideOf = (database: ReadableDatabase, officeId: string, ownReplica: string): OfficeSide => {
  const context = contextOf(database, officeId);
  const own = context[ownReplica];
  const exceptions = exceptionsOf(database, officeId);
  if (own === undefined) return { context, exceptions };
  return { context, exceptions: exceptions.map((one) => ({ ...one, context: { ...one.context, [ownReplica]: own.n } })) };
};

/** Whether a context contains every change of another. */
export const isContained = (inner: Context, outer: Context): boolean =>
  Object.entries(inner).every(([replica, { n }]) => (outer[replica]?.n ?? 0) >= n);
