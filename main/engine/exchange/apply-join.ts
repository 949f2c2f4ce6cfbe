import type { WritableDatabase } from '#db/open.ts';
import { appendChange, bringChangesBack, findChangeHash } from '#db/queries/change-log.ts';
import { writeContext, writeExceptions } from '#db/queries/context.ts';
import { findRecord, iterateStateLines, writeRecord } from '#db/queries/record.ts';
import { failure } from '#engine/failure.ts';
import { diffRecord, type DiffItem } from '#shared/exchange/diff.ts';
import { conflictFieldsOf, stateLine } from '#shared/exchange/heads.ts';
import { joinContexts, joinExceptions, joinRecord, reachFinder, type FieldName } from '#shared/exchange/join.ts';
import type { Context, Head, RecordState } from '#shared/exchange/state.ts';
import { fitsField } from '#shared/exchange/wire.ts';
import { closeLeaveOut, type ItemId } from './leave-out.ts';
import { sideOf, stateHashOf, type OfficeSide } from './office-state.ts';
import type { OfficeContent } from './payload.ts';

export type SetAside = FieldName & { readonly reason: 'left-out' | 'value-not-understood' | 'revoked-installation' };

/** What a join did to an office's records here. */
export type JoinOutcome = {
  readonly items: readonly DiffItem[];
  readonly conflicts: readonly FieldName[];
  readonly setAside: readonly SetAside[];
  readonly stateHash: string;
  /** Whether our hash equals the sender's; `null` where the contexts differ, so that it need not. */
  readonly stateHashMatches: boolean | null;
};

const isLinkBroken = (
  database: WritableDatabase,
  mine: Context,
  link: { readonly replica: string; readonly n: number; readonly hash: string },
): boolean => {
  const own = mine[link.replica];
  const known = own?.n === link.n ? own.logHash : findChangeHash(database, link.replica, link.n);
  return known !== undefined && known !== link.hash;
};

/**
 * Where both sides know a change of a replica, its chain hash must be the same; so must the link by which a new epoch hangs on its parent.
 * Fails with `package-fork`.
 */
const checkFork = (database: WritableDatabase, mine: Context, theirs: Context, content: OfficeContent): void => {
  for (const [replica, { n, logHash }] of Object.entries(theirs))
    if (isLinkBroken(database, mine, { replica, n, hash: logHash })) throw failure('package-fork', { n });
  for (const { entry } of content.log)
    if (entry.prev && isLinkBroken(database, mine, entry.prev)) throw failure('package-fork', { n: entry.prev.n });
};

const takeInLog = (database: WritableDatabase, content: OfficeContent): void => {
  for (const { entry, hash } of content.log) {
    const known = findChangeHash(database, entry.replica, entry.n);
    if (known !== undefined && known !== hash) throw failure('package-fork', { n: entry.n });
    if (known === undefined)
      appendChange(database, {
        replica: entry.replica,
        n: entry.n,
        officeId: entry.office,
        kind: entry.kind,
        id: entry.id,
        hash,
        entry,
      });
  }
};

const ownRecord = (database: WritableDatabase, officeId: string, state: RecordState): RecordState | undefined => {
  const stored = findRecord(database, state.kind, state.id);
  if (stored && stored.officeId !== officeId) throw failure('package-office-untrusted', { office: officeId });
  return stored?.state;
};

/**
 * Why a field of an arriving record stays out, if it does: a person left it out, a revoked installation wrote it after its last accepted
 * change, or this program does not know values of its form.
 */
const setAsideFinder =
  (out: ReadonlySet<ItemId>, isBeyond: (head: Head, of: FieldName) => boolean) =>
  ({ kind, id, fields }: RecordState, field: string): SetAside['reason'] | undefined => {
    if (out.has(`${kind}/${id}`) || out.has(`${kind}/${id}/${field}`)) return 'left-out';
    if ((fields[field] ?? []).some((head) => isBeyond(head, { kind, id, field }))) return 'revoked-installation';
    return (fields[field] ?? []).every(([, , value]) => fitsField(kind, field, value)) ? undefined : 'value-not-understood';
  };

/** Records never vanish: one that the sender's context covers and its whole state lacks is damage. */
const checkNothingVanished = (
  database: WritableDatabase,
  officeId: string,
  theirs: OfficeSide,
  listed: ReadonlySet<string>,
): void => {
  const find = reachFinder(theirs);
  for (const row of iterateStateLines(database, officeId)) {
    if (listed.has(`${row.kind} ${row.id}`)) continue;
    const { fields } = JSON.parse(row.state) as RecordState;
    for (const [field, heads] of Object.entries(fields)) {
      const reach = find(row.kind, row.id, field);
      if (heads.some(([replica, n]) => (reach[replica] ?? 0) >= n))
        throw failure('package-damaged-join', { kind: row.kind, field });
    }
  }
};

const isSameContext = (a: OfficeSide, b: OfficeSide): boolean => {
  const replicas = new Set([...Object.keys(a.context), ...Object.keys(b.context)]);
  return (
    a.exceptions.length + b.exceptions.length === 0 &&
    [...replicas].every((replica) => a.context[replica]?.n === b.context[replica]?.n)
  );
};

/** Whether a revocation leaves a change out. What is in the books of a field already stays there. */
export type IsRevoked = (head: Head, of: FieldName) => boolean;

export type JoinOptions = {
  readonly officeId: string;
  /** The replica that writes here now. */
  readonly ownReplica: string;
  /** Items of the preview that a person leaves out. */
  readonly leaveOut: readonly ItemId[];
  /** Whether every record of the sender is listed; otherwise only those with something new. */
  readonly whole: boolean;
  /** Which changes a revocation leaves out; the province's own word (receipt, grant) leaves out nothing. */
  readonly isRevoked?: IsRevoked;
};

/**
 * Joins what arrived into the office's records here: the only writer beside own changes. Fails with `package-fork`,
 * `package-damaged-join`, `package-office-untrusted`; with equal contexts and unequal state hashes `package-state-hash`.
 */
export const applyJoin = (
  database: WritableDatabase,
  theirs: OfficeSide & { readonly stateHash: string },
  content: OfficeContent,
  { officeId, ownReplica, leaveOut, whole, isRevoked }: JoinOptions,
): JoinOutcome => {
  const mine = sideOf(database, officeId, ownReplica);
  const listed = new Set(content.records.map(({ kind, id }) => `${kind} ${id}`));
  if (whole) checkNothingVanished(database, officeId, theirs, listed);
  checkFork(database, mine.context, theirs.context, content);
  const reach = { mine: reachFinder(mine), theirs: reachFinder(theirs) };
  const isBeyond: IsRevoked = (head, of) =>
    isRevoked?.(head, of) === true && (reach.mine(of.kind, of.id, of.field)[head[0]] ?? 0) < head[1];
  const whySetAside = setAsideFinder(closeLeaveOut(database, content.records, leaveOut), isBeyond);
  const items: DiffItem[] = [];
  const conflicts: FieldName[] = [];
  const setAside: SetAside[] = [];
  for (const record of content.records) {
    const { kind, id } = record;
    const before = ownRecord(database, officeId, record);
    const { state, problems } = joinRecord(before, record, reach, (field) => whySetAside(record, field) !== undefined);
    const [problem] = problems;
    if (problem)
      throw failure(problem.problem === 'fork' ? 'package-fork' : 'package-damaged-join', { kind, field: problem.field });
    for (const field of Object.keys(record.fields)) {
      const reason = whySetAside(record, field);
      if (reason) setAside.push({ kind, id, field, reason });
    }
    if (Object.keys(state.fields).length === 0 || (before && stateLine(before) === stateLine(state))) continue;
    items.push(...diffRecord(before, state));
    conflicts.push(...conflictFieldsOf(state).map((field) => ({ kind, id, field })));
    writeRecord(database, officeId, state);
  }
  takeInLog(database, content);
  const context = joinContexts(mine.context, theirs.context);
  const isListed = (kind: string, id: string): boolean => whole || listed.has(`${kind} ${id}`);
  const exceptions = joinExceptions(mine, theirs, setAside, context, isListed);
  writeContext(database, officeId, context);
  bringChangesBack(database, officeId, context);
  const reasons = new Map(setAside.map((one) => [`${one.kind} ${one.id} ${one.field}`, one.reason]));
  writeExceptions(database, officeId, exceptions, (one) => reasons.get(`${one.kind} ${one.id} ${one.field}`));
  const stateHash = stateHashOf(database, officeId);
  const matches = isSameContext({ context, exceptions }, theirs) ? stateHash === theirs.stateHash : null;
  if (matches === false) throw failure('package-state-hash', { office: officeId });
  return { items, conflicts, setAside, stateHash, stateHashMatches: matches };
};
