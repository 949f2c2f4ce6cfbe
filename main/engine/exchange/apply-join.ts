import type { WritableDatabase } from '#db/open.ts';
import { appendChange, findChangeHash } from '#db/queries/change-log.ts';
import { writeContext, writeExceptions } from '#db/queries/context.ts';
import { findRecord, iterateStateLines, writeRecord } from '#db/queries/record.ts';
import { failure } from '#engine/failure.ts';
import { diffRecord, type DiffItem } from '#shared/exchange/diff.ts';
import { conflictFieldsOf, stateLine } from '#shared/exchange/heads.ts';
import { joinContexts, joinExceptions, joinRecord, reachFinder, type FieldName } from '#shared/exchange/join.ts';
import type { Context, RecordState } from '#shared/exchange/state.ts';
import { sideOf, stateHashOf, type OfficeSide } from './office-state.ts';
import type { OfficeContent } from './payload.ts';

/** What a join did to an office's records here. */
export type JoinOutcome = {
  readonly items: readonly DiffItem[];
  readonly conflicts: readonly FieldName[];
  readonly setAside: readonly FieldName[];
  readonly stateHash: string;
  /** Whether our hash equals the sender's; `null` where the contexts differ, so that it need not. */
  readonly stateHashMatches: boolean | null;
};

/** Where both sides know a change of a replica, its chain hash must be the same. Fails with `package-fork`. */
const checkFork = (database: WritableDatabase, mine: Context, theirs: Context, content: OfficeContent): void => {
  for (const [replica, other] of Object.entries(theirs)) {
    const own = mine[replica];
    if (!own) continue;
    const known = other.n === own.n ? own.logHash : other.n < own.n ? findChangeHash(database, replica, other.n) : undefined;
    if (known !== undefined && known !== other.logHash) throw failure('package-fork', { n: other.n });
    const next = content.log.find(({ entry }) => entry.replica === replica && entry.n === own.n + 1);
    if (next && next.entry.prev?.hash !== own.logHash) throw failure('package-fork', { n: own.n });
  }
};

const takeInLog = (database: WritableDatabase, content: OfficeContent): void => {
  for (const { entry, hash } of content.log) {
    const known = findChangeHash(database, entry.replica, entry.n);
    if (known !== undefined && known !== hash) throw failure('package-fork', { n: entry.n });
    if (known === undefined)
      appendChange(database, { replica: entry.replica, n: entry.n, officeId: entry.office, kind: entry.kind, id: entry.id, hash, entry });
  }
};

const ownRecord = (database: WritableDatabase, officeId: string, state: RecordState): RecordState | undefined => {
  const stored = findRecord(database, state.kind, state.id);
  if (stored && stored.officeId !== officeId) throw failure('package-office-untrusted', { office: officeId });
  return stored?.state;
};

/** `kind/id` or `kind/id/field` as given by a person; a left-out record leaves out all its fields. */
const leftOutFinder = (leaveOut: readonly string[]): ((state: RecordState, field: string) => boolean) => {
  const chosen = new Set(leaveOut);
  return ({ kind, id }, field) => chosen.has(`${kind}/${id}`) || chosen.has(`${kind}/${id}/${field}`);
};

/** Records never vanish: one that the sender's context covers and its whole state lacks is damage. */
const checkNothingVanished = (database: WritableDatabase, officeId: string, theirs: OfficeSide, content: OfficeContent): void => {
  const listed = new Set(content.records.map(({ kind, id }) => `${kind} ${id}`));
  const find = reachFinder(theirs);
  for (const row of iterateStateLines(database, officeId)) {
    if (listed.has(`${row.kind} ${row.id}`)) continue;
    const { fields } = JSON.parse(row.state) as RecordState;
    for (const [field, heads] of Object.entries(fields)) {
      const reach = find(row.kind, row.id, field);
      if (heads.some(([replica, n]) => (reach[replica] ?? 0) >= n)) throw failure('package-damaged-join', { kind: row.kind, field });
    }
  }
};

const isSameContext = (a: OfficeSide, b: OfficeSide): boolean => {
  const replicas = new Set([...Object.keys(a.context), ...Object.keys(b.context)]);
  return a.exceptions.length + b.exceptions.length === 0 && [...replicas].every((replica) => a.context[replica]?.n === b.context[replica]?.n);
};

/**
 * Joins what arrived into the office's records here: the only writer beside own changes. `whole` says that every record of the sender is
 * listed, otherwise only those with something new. Fails with `package-fork` or `package-damaged-join`; with equal contexts and unequal state hashes `package-state-hash`.
 */
export const applyJoin = (
  database: WritableDatabase,
  officeId: string,
  theirs: OfficeSide & { readonly stateHash: string },
  content: OfficeContent,
  options: { readonly leaveOut: readonly string[]; readonly whole: boolean },
): JoinOutcome => {
  const mine = sideOf(database, officeId);
  if (options.whole) checkNothingVanished(database, officeId, theirs, content);
  checkFork(database, mine.context, theirs.context, content);
  const reach = { mine: reachFinder(mine), theirs: reachFinder(theirs) };
  const isLeftOut = leftOutFinder(options.leaveOut);
  const items: DiffItem[] = [];
  const conflicts: FieldName[] = [];
  const setAside: FieldName[] = [];
  for (const record of content.records) {
    const before = ownRecord(database, officeId, record);
    const { state, problems } = joinRecord(before, record, reach, (field) => isLeftOut(record, field));
    const [problem] = problems;
    if (problem) throw failure(problem.problem === 'fork' ? 'package-fork' : 'package-damaged-join', { kind: problem.kind, field: problem.field });
    for (const field of Object.keys(record.fields)) if (isLeftOut(record, field)) setAside.push({ kind: record.kind, id: record.id, field });
    if (Object.keys(state.fields).length === 0 || (before && stateLine(before) === stateLine(state))) continue;
    items.push(...diffRecord(before, state));
    conflicts.push(...conflictFieldsOf(state).map((field) => ({ kind: state.kind, id: state.id, field })));
    writeRecord(database, officeId, state);
  }
  takeInLog(database, content);
  const context = joinContexts(mine.context, theirs.context);
  const exceptions = joinExceptions(mine, theirs, setAside, context);
  writeContext(database, officeId, context);
  writeExceptions(database, officeId, exceptions);
  const stateHash = stateHashOf(database, officeId);
  const matches = isSameContext({ context, exceptions }, theirs) ? stateHash === theirs.stateHash : null;
  if (matches === false) throw failure('package-state-hash', { office: officeId });
  return { items, conflicts, setAside, stateHash, stateHashMatches: matches };
};
