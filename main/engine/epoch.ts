import type { Storage, WritableDatabase } from '#db/open.ts';
import { contextOf, exceptionsOf, writeExceptions } from '#db/queries/context.ts';
import { findCurrentEpoch, writeEpoch, type Epoch } from '#db/queries/installation.ts';
import { findSetting } from '#db/queries/setting.ts';
import { knowingOwn } from '#shared/exchange/reach-of-side.ts';
import type { Context } from '#shared/exchange/state.ts';
import type { TaskContext } from './context.ts';
import { failure } from './failure.ts';

/**
 * Writes the epoch after the newest one. Its first change hangs on the last change this installation knows of itself, unless `amend` says
 * otherwise. Fails with `workspace-damaged`.
 */
export const writeNextEpoch = (
  database: WritableDatabase,
  officeId: string,
  { clock, ids }: Pick<TaskContext, 'clock' | 'ids'>,
  amend: (epoch: Epoch) => Epoch = (epoch) => epoch,
): Epoch => {
  const last = findCurrentEpoch(database);
  if (!last) throw failure('workspace-damaged');
  const context = contextOf(database, officeId);
  const known = context[last.replica];
  // What was written here in the old epoch over a field that stands aside stays known once the replica has another name.
  writeExceptions(
    database,
    officeId,
    knowingOwn({ context, exceptions: exceptionsOf(database, officeId) }, last.replica).exceptions,
  );
  const counter = last.counter + 1;
  const epoch = `${counter}-${Buffer.from(ids.random(8)).toString('hex')}`;
  const next = amend({
    replica: `${last.installId}.${epoch}`,
    installId: last.installId,
    epoch,
    counter,
    parentReplica: known ? last.replica : last.parentReplica,
    parentN: known ? known.n : last.parentN,
    parentHash: known ? known.logHash : last.parentHash,
    startedAt: clock.now().toISOString(),
  });
  writeEpoch(database, next);
  return next;
};

/** Starts the epoch after the newest one, in a transaction of its own. */
export const startNewEpoch = (
  storage: Storage,
  task: Pick<TaskContext, 'clock' | 'ids'>,
): { readonly epoch: string; readonly replica: string } =>
  storage.write((database) => {
    const officeId = findSetting(database, 'office-id');
    if (officeId === undefined) throw failure('workspace-damaged');
    const { epoch, replica } = writeNextEpoch(database, officeId, task);
    return { epoch, replica };
  });

/**
 * A workspace that meets a context knowing more of its own replica than itself was copied or brought back from an older state: it starts a
 * new epoch before it takes that context in, so that no number of a change is ever used twice.
 */
export const startEpochIfOvertaken = (task: TaskContext, officeId: string, theirs: Context): void => {
  const workspace = task.host.current();
  if (!workspace) throw failure('workspace-locked');
  const overtaken = task.read(({ database, identity }) => {
    const own = contextOf(database, identity.officeId)[identity.replica]?.n ?? 0;
    return officeId === identity.officeId && (theirs[identity.replica]?.n ?? 0) > own;
  });
  if (overtaken)
    task.host.setCurrent({ ...workspace, identity: { ...workspace.identity, ...startNewEpoch(workspace.storage, task) } });
};
