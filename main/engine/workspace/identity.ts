import type { Storage } from '#db/open.ts';
import type { ReadableDatabase } from '#db/open.ts';
import { findCurrentEpoch, findUser } from '#db/queries/installation.ts';
import { findSetting, type SettingKey } from '#db/queries/setting.ts';
import type { Actor, Identity } from '#engine/identity.ts';
import type { BlobStore } from '#engine/blob-store.ts';
import { failure } from '#engine/failure.ts';
import type { OpenWorkspace } from '#engine/workspace-host.ts';

const getSetting = (database: ReadableDatabase, key: SettingKey): string => {
  const value = findSetting(database, key);
  if (value === undefined) throw failure('workspace-damaged');
  return value;
};

/** Who the open workspace is, from its settings and newest epoch. Fails with `workspace-damaged`. */
export const readIdentity = (database: ReadableDatabase): Identity => {
  const epoch = findCurrentEpoch(database);
  if (!epoch) throw failure('workspace-damaged');
  return {
    workspaceId: getSetting(database, 'workspace-id'),
    installId: epoch.installId,
    epoch: epoch.epoch,
    replica: epoch.replica,
    tier: getSetting(database, 'tier') === 'province' ? 'province' : 'district',
    officeId: getSetting(database, 'office-id'),
    officeName: getSetting(database, 'office-name'),
    unitId: getSetting(database, 'unit-id'),
    asOf: getSetting(database, 'as-of'),
  };
};

const readActor = (database: ReadableDatabase, userId: string | undefined): Actor => {
  const user = userId === undefined ? undefined : findUser(database, userId);
  if (!user) throw failure('workspace-damaged');
  if (user.removedAt !== null) throw failure('user-unknown');
  return { id: user.id, name: user.fullName, role: user.role };
};

/** The workspace as the engine holds it once storage and user are known. */
export const readOpenWorkspace = (
  folder: string,
  { storage, blobs }: { readonly storage: Storage; readonly blobs: BlobStore },
  userId: string | undefined,
): OpenWorkspace =>
  storage.read((database) => ({
    folder,
    storage,
    blobs,
    identity: readIdentity(database),
    actor: readActor(database, userId),
  }));
