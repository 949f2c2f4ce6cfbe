import { migrate } from '#db/migrate.ts';
import { openStorage } from '#db/open.ts';
import { isProjectionOutdated, rebuildProjections } from '#db/queries/projection-rebuild.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { createBlobStore } from '#engine/blob-store.ts';
import { takeCarriedBlobs } from '#engine/carried-blobs.ts';
import type { Handler, TaskContext } from '#engine/context.ts';
import { startNewEpoch } from '#engine/epoch.ts';
import type { EngineFailure } from '#engine/failure.ts';
import { failure } from '#engine/failure.ts';
import { checkPassword, nameHashOf, unwrapDataKey, wrapDataKey, type Keyring, type Wrap } from '#engine/keyring.ts';
import { readRecoveryCode } from '#engine/recovery-code.ts';
import { isSessionCopyDue, safetyCopy } from '#engine/safety-copy.ts';
import { databaseFileOf, readKeyringFile, writeKeyringFile } from '#engine/workspace-files.ts';
import { readOpenWorkspace } from './identity.ts';
import { summarise } from './summary.ts';

const usersOf = (keyring: Keyring, name: string | undefined): readonly Wrap[] => {
  const users = keyring.wraps.filter((wrap) => wrap.holder === 'user');
  const chosen =
    name === undefined || name === '' ? users : users.filter((wrap) => wrap.nameHash === nameHashOf(fold(name), wrap.salt));
  if (chosen.length === 0) throw failure('user-unknown');
  return chosen;
};

const openFirst = async (
  keyring: Keyring,
  wraps: readonly Wrap[],
  secret: string,
): Promise<{ readonly wrap: Wrap; readonly dataKey: Uint8Array } | undefined> => {
  for (const wrap of wraps) {
    const dataKey = await unwrapDataKey(keyring, wrap, secret);
    if (dataKey) return { wrap, dataKey };
  }
  return undefined;
};

const openWith = (task: TaskContext, folder: string, dataKey: Uint8Array, userId: string): void => {
  task.host.close();
  const storage = openStorage(databaseFileOf(folder), dataKey);
  const blobs = createBlobStore(folder, dataKey);
  try {
    migrate(storage, () => void safetyCopy(storage, folder, 'migration', task.clock.now()));
    if (storage.read(isProjectionOutdated)) storage.write(rebuildProjections);
    takeCarriedBlobs(storage, blobs);
    const keyringFile = readKeyringFile(folder);
    if (keyringFile.restoredAt !== undefined || !task.marker.isOriginal(storage, folder)) startNewEpoch(storage, task);
    task.marker.note(storage, folder);
    if (keyringFile.restoredAt !== undefined)
      writeKeyringFile(folder, { format: 1, workspaceId: keyringFile.workspaceId, wraps: keyringFile.wraps });
    const opened = readOpenWorkspace(folder, { storage, blobs }, userId);
    if (isSessionCopyDue(folder, task.clock.now())) safetyCopy(storage, folder, 'session', task.clock.now());
    task.host.setCurrent(opened);
  } catch (error) {
    storage.close();
    blobs.close();
    throw error;
  }
};

const folderOf = (task: TaskContext, folder: string | undefined): string => {
  if (folder !== undefined) task.host.choose(folder);
  const chosen = task.host.folder();
  if (chosen === null) throw failure('workspace-missing');
  return chosen;
};

/** Fails with `wrong-password`, `user-unknown`, or what hinders opening the file. */
export const unlockWorkspace: Handler<'workspace.unlock'> = async (task, { folder, user, password }) => {
  const chosen = folderOf(task, folder);
  const keyring = readKeyringFile(chosen);
  const opened = await openFirst(keyring, usersOf(keyring, user), password);
  if (!opened) throw failure('wrong-password');
  openWith(task, chosen, opened.dataKey, opened.wrap.id);
  return summarise(task.host);
};

const recoveryFailure = (wrongGroup: number | undefined): EngineFailure =>
  failure('wrong-recovery-code', { where: wrongGroup === undefined ? '' : ` (nhóm thứ ${wrongGroup})` });

/** Sets a user's password anew with the recovery code. Fails with `wrong-recovery-code`, naming the group where the slip is. */
export const recoverWorkspace: Handler<'workspace.recover'> = async (task, { folder, user, recoveryCode, newPassword }) => {
  checkPassword(newPassword);
  const chosen = folderOf(task, folder);
  const keyringFile = readKeyringFile(chosen);
  const code = readRecoveryCode(recoveryCode);
  if (!code.ok) throw recoveryFailure(code.wrongGroup);
  const opened = await openFirst(
    keyringFile,
    keyringFile.wraps.filter((wrap) => wrap.holder === 'recovery'),
    code.code,
  );
  if (!opened) throw recoveryFailure(undefined);
  const [target] = usersOf(keyringFile, user) as [Wrap];
  openWith(task, chosen, opened.dataKey, target.id);
  const name = task.host.current()?.actor.name ?? '';
  const wrap = await wrapDataKey({
    workspaceId: keyringFile.workspaceId,
    holder: 'user',
    id: target.id,
    foldedName: fold(name),
    secret: newPassword,
    dataKey: opened.dataKey,
    version: target.version + 1,
    random: task.ids.random,
  });
  const { workspaceId, wraps } = readKeyringFile(chosen);
  writeKeyringFile(chosen, {
    format: 1,
    workspaceId,
    wraps: wraps.map((one) => (one.holder === 'user' && one.id === target.id ? wrap : one)),
  });
  return summarise(task.host);
};
