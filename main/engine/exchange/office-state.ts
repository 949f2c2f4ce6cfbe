import { createHash } from 'node:crypto';
import type { ReadableDatabase } from '#db/open.ts';
import { iterateChangesAfter, listLogHoles } from '#db/queries/change-log.ts';
import { contextOf, exceptionsOf } from '#db/queries/context.ts';
import { iterateLinkLines, iterateStateLines, type StateLineRow } from '#db/queries/record.ts';
import { canonicalJson, type Json } from '#shared/exchange/canonical.ts';
import type { Envelope } from '#shared/exchange/envelope.ts';
import { removalOf } from '#shared/exchange/heads.ts';
import type { LogEntry } from '#shared/exchange/log-entry.ts';
import { knowingOwn, unseenFinder } from '#shared/exchange/reach-of-side.ts';
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
  const isUnseen = unseenFinder(seen);
  return [...rows].filter((row) => isUnseen(JSON.parse(row.state) as RecordState));
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

/** The part of one replica's log, in order, that leads without a hole to how far it is known. */
const unbrokenEnd = (entries: readonly LogEntry[], reached: number): readonly LogEntry[] => {
  if (entries.at(-1)?.n !== reached) return [];
  const start = entries.findLastIndex((entry, index) => index === 0 || entries[index - 1]?.n !== entry.n - 1);
  return entries.slice(start);
};

/** `log.jsonl` of the changes that a context does not contain; of a replica whose log has holes here what comes after them. */
export const logAfter = (database: ReadableDatabase, officeId: string, after: Context): Buffer => {
  const byReplica = new Map<string, LogEntry[]>();
  for (const entry of iterateChangesAfter(database, officeId, after)) {
    const known = byReplica.get(entry.replica);
    if (known) known.push(entry);
    else byReplica.set(entry.replica, [entry]);
  }
  const context = contextOf(database, officeId);
  const entries = [...byReplica].flatMap(([replica, all]) => unbrokenEnd(all, context[replica]?.n ?? 0));
  return jsonLines(entries.map((entry) => canonicalJson(entry as unknown as Json)));
};

/** For an envelope: the replicas of which the log here has holes, if there are any. */
export const logHolesOf = (database: ReadableDatabase, officeId: string, context: Context): Pick<Envelope, 'logHoles'> => {
  const logHoles = [...listLogHoles(database, officeId, context)].sort();
  return logHoles.length === 0 ? {} : { logHoles };
};

export type OfficeSide = { readonly context: Context; readonly exceptions: readonly ContextException[] };

/** What of an office is known here, own changes always among it. */
export const sideOf = (database: ReadableDatabase, officeId: string, ownReplica: string): OfficeSide =>
  knowingOwn({ context: contextOf(database, officeId), exceptions: exceptionsOf(database, officeId) }, ownReplica);
