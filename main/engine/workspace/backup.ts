import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { listAllNamedHashes } from '#db/queries/attachment.ts';
import { writeSetting } from '#db/queries/setting.ts';
import { checkBackup, extractBackup, writeBackup } from '#engine/backup-file.ts';
import type { Handler } from '#engine/context.ts';
import { listMissing } from '#engine/missing-files.ts';
import { failure } from '#engine/failure.ts';
import { clearLeftovers, databaseFileOf, isWorkspace, readKeyring, writeKeyringFile } from '#engine/workspace-files.ts';
import { summarise } from './summary.ts';

/** Writes a backup that is read back and checked; the contents of attached files go with it. */
export const backUpWorkspace: Handler<'workspace.backup'> = (task, { file }) => {
  const workspace = task.host.current();
  if (!workspace) throw failure('workspace-locked');
  const now = task.clock.now();
  const named = task.read(({ database }) => listAllNamedHashes(database));
  const { size } = writeBackup(workspace.storage, readKeyring(workspace.folder), file, now, (copy) => {
    workspace.blobs.carryInto(copy, (sha256) => named.has(sha256));
  });
  task.write(({ database }) => {
    writeSetting(database, 'last-backup-at', now.toISOString());
  });
  const missingFileCount = task.read((context) => listMissing(context).length);
  return Promise.resolve({ file, size, createdAt: now.toISOString(), missingFileCount });
};

/** Restores into a new or empty folder, or one where a restore broke off; the key file is written last. The next unlock starts a new epoch. */
export const restoreWorkspace: Handler<'workspace.restore'> = (task, { backup, folder }) => {
  checkBackup(backup);
  if (existsSync(folder) && isWorkspace(folder)) throw failure('workspace-exists');
  mkdirSync(folder, { recursive: true });
  clearLeftovers(folder);
  if (readdirSync(folder).length > 0) throw failure('workspace-exists');
  try {
    const { keyring } = extractBackup(backup, databaseFileOf(folder));
    writeKeyringFile(folder, { ...keyring, restoredAt: task.clock.now().toISOString() });
  } catch (error) {
    clearLeftovers(folder);
    throw error;
  }
  task.host.choose(folder);
  return Promise.resolve(summarise(task.host));
};
