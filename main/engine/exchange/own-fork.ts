import type { WritableDatabase } from '#db/open.ts';
import { appendChange, findChange, findChangeHash, iterateChangesAfter, removeChangesAfter } from '#db/queries/change-log.ts';
import { exceptionsOf, forgetReplica, writeContext, writeExceptions } from '#db/queries/context.ts';
import { listEpochs, type Epoch } from '#db/queries/installation.ts';
import { iterateLinkLines, iterateStateLines, writeRecord } from '#db/queries/record.ts';
import type { QueryContext, TaskContext } from '#engine/context.ts';
import { writeNextEpoch } from '#engine/epoch.ts';
import { failure } from '#engine/failure.ts';
import { sha256 } from '#engine/hash.ts';
import type { LogLink } from '#shared/exchange/log-entry.ts';
import { renumberEntries, renumberingTo, renumberState, type ChainedEntry } from '#shared/exchange/renumber.ts';
import type { ContextException, RecordState } from '#shared/exchange/state.ts';
import type { OfficeContent } from './payload.ts';

/** From which own change on the books elsewhere know another change under the same name. */
type Divergence = { readonly epoch: Epoch; readonly n: number };

/** The first own change that stands under the same name, but with another content, in a log that came from elsewhere. */
const findDivergence = ({ database }: Pick<QueryContext, 'database'>, { log }: OfficeContent): Divergence | undefined => {
  const own = new Map(listEpochs(database).map((epoch) => [epoch.replica, epoch]));
  const [first] = log
    .flatMap(({ entry, hash }) => {
      const epoch = own.get(entry.replica);
      const known = epoch && findChangeHash(database, entry.replica, entry.n);
      return epoch === undefined || known === undefined || known === hash ? [] : [{ epoch, n: entry.n }];
    })
    .sort((a, b) => a.epoch.counter - b.epoch.counter || a.n - b.n);
  return first;
};

/** The change on which the renamed ones hang: the last that both sides share. */
const lastShared = (database: WritableDatabase, { epoch, n }: Divergence): LogLink | null => {
  const before = findChange(database, epoch.replica, n - 1);
  if (before) return { replica: epoch.replica, n: n - 1, hash: before.hash };
  const { parentReplica, parentN, parentHash } = epoch;
  return parentReplica === null || parentN === null || parentHash === null
    ? null
    : { replica: parentReplica, n: parentN, hash: parentHash };
};

const writeLog = (database: WritableDatabase, chain: readonly ChainedEntry[]): void => {
  for (const { entry, hash } of chain)
    appendChange(database, {
      replica: entry.replica,
      n: entry.n,
      officeId: entry.office,
      kind: entry.kind,
      id: entry.id,
      hash,
      entry,
    });
};

/** A field that was set aside knows of the renamed replicas only what both sides share. */
const withoutForked = (one: ContextException, forked: ReadonlyMap<string, number>): ContextException => ({
  ...one,
  context: Object.fromEntries(
    Object.entries(one.context)
      .map(([replica, n]) => [replica, Math.min(n, forked.get(replica) ?? n)] as const)
      .filter(([, n]) => n > 0),
  ),
});

/**
 * Gives all own changes from the divergence on new names in a new epoch: nothing that was written here is lost, and no name means two
 * changes. Values, authors, times and reasons stay. Returns how many changes that were.
 */
const renumberFrom = (database: WritableDatabase, officeId: string, next: Epoch, divergence: Divergence): number => {
  const later = listEpochs(database).filter(
    ({ replica, counter }) => replica !== next.replica && counter >= divergence.epoch.counter,
  );
  const lastKept = new Map(later.map(({ replica }) => [replica, replica === divergence.epoch.replica ? divergence.n - 1 : 0]));
  const counters = new Map(later.map(({ replica, counter }) => [replica, counter]));
  const entries = [...iterateChangesAfter(database, officeId, {})]
    .filter(({ replica, n }) => n > (lastKept.get(replica) ?? Number.POSITIVE_INFINITY))
    .sort((a, b) => (counters.get(a.replica) ?? 0) - (counters.get(b.replica) ?? 0) || a.n - b.n);
  const renumbering = renumberingTo(next.replica, entries);
  const chain = renumberEntries(entries, renumbering, lastShared(database, divergence), sha256);
  const states = [...iterateStateLines(database, officeId), ...iterateLinkLines(database, officeId)].map(
    ({ state }) => JSON.parse(state) as RecordState,
  );
  const exceptions = exceptionsOf(database, officeId).map((one) => withoutForked(one, lastKept));
  for (const [replica, n] of lastKept) {
    const kept = findChange(database, replica, n);
    removeChangesAfter(database, replica, n);
    forgetReplica(database, officeId, replica);
    if (kept) writeContext(database, officeId, { [replica]: { n, logHash: kept.hash } });
  }
  writeLog(database, chain);
  for (const state of states) {
    const renamed = renumberState(state, renumbering);
    if (renamed !== state) writeRecord(database, officeId, renamed);
  }
  const last = chain.at(-1);
  if (last) writeContext(database, officeId, { [next.replica]: { n: last.entry.n, logHash: last.hash } });
  writeExceptions(database, officeId, exceptions);
  return chain.length;
};

/**
 * Mends a fork of one's own: this PC went on from an older state (a disk image put back, a copy) and wrote numbers that the office's other
 * packages have used otherwise. Its changes since go on under new names in a new epoch, before what came is joined. Returns how many
 * changes were renamed; 0 where nothing is forked.
 */
export const mendOwnFork = (task: TaskContext, officeId: string, content: OfficeContent): number => {
  const divergence = task.read((context) =>
    context.identity.officeId === officeId ? findDivergence(context, content) : undefined,
  );
  if (!divergence) return 0;
  const workspace = task.host.current();
  if (!workspace) throw failure('workspace-locked');
  task.safetyCopy('restore');
  const { next, count } = task.write(({ database }) => {
    const next = writeNextEpoch(database, officeId, task, (current) => {
      const shared = lastShared(database, divergence);
      return { ...current, parentReplica: shared?.replica ?? null, parentN: shared?.n ?? null, parentHash: shared?.hash ?? null };
    });
    return { next, count: renumberFrom(database, officeId, next, divergence) };
  });
  task.host.setCurrent({ ...workspace, identity: { ...workspace.identity, epoch: next.epoch, replica: next.replica } });
  return count;
};
