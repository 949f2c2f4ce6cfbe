import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { migrate } from '#db/migrate.ts';
import { openStorage, type Storage } from '#db/open.ts';
import { writeEpoch, writeUser } from '#db/queries/installation.ts';
import { rebuildProjections } from '#db/queries/projection-rebuild.ts';
import { writeSetting } from '#db/queries/setting.ts';
import { findUnit, type AdministrativeUnit } from '#shared/catalogue/units.ts';
import { cleanText, fold } from '#shared/text/vietnamese.ts';
import { createBlobStore } from '#engine/blob-store.ts';
import type { Handler, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { makeInstallationKeys, storeFirstTrustList, storeInstallationKeys, writeEscrow } from '#engine/installation-keys.ts';
import { checkPassword, wrapDataKey } from '#engine/keyring.ts';
import { makeRecoveryCode } from '#engine/recovery-code.ts';
import { clearLeftovers, databaseFileOf, isWorkspace, writeKeyringFile } from '#engine/workspace-files.ts';
import { readOpenWorkspace } from './identity.ts';
import { summarise } from './summary.ts';

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

type Input = Parameters<Handler<'workspace.create'>>[1];

const getUnit = (input: Input): AdministrativeUnit => {
  const unit = findUnit(input.unit, input.asOf);
  if (!unit || unit.tier !== input.tier) throw failure('unit-not-found', { unit: input.unit, day: input.asOf });
  return unit;
};

type Origin = {
  readonly workspaceId: string;
  readonly installId: string;
  readonly userId: string;
  readonly unit: AdministrativeUnit;
};

const writeOrigin = (storage: Storage, task: TaskContext, input: Input, origin: Origin): void => {
  storage.write((database) => {
    const settings = {
      'workspace-id': origin.workspaceId,
      'install-id': origin.installId,
      tier: input.tier,
      'office-id': origin.unit.id,
      'office-name': cleanText(input.officeName),
      'unit-id': origin.unit.id,
      'as-of': input.asOf,
    } as const;
    for (const [key, value] of Object.entries(settings)) writeSetting(database, key as keyof typeof settings, value);
    rebuildProjections(database);
    const now = task.clock.now().toISOString();
    writeUser(database, {
      id: origin.userId,
      fullName: cleanText(input.userName),
      role: 'administrator',
      createdAt: now,
      removedAt: null,
    });
    const epoch = `1-${hexOf(task.ids.random(8))}`;
    writeEpoch(database, {
      replica: `${origin.installId}.${epoch}`,
      installId: origin.installId,
      epoch,
      counter: 1,
      parentReplica: null,
      parentN: null,
      parentHash: null,
      startedAt: now,
    });
  });
};

const makeFolder = (folder: string): void => {
  if (existsSync(folder) && isWorkspace(folder)) throw failure('workspace-exists');
  mkdirSync(folder, { recursive: true });
  clearLeftovers(folder);
};

/**
 * Sets a workspace up and opens it: data key wrapped for the user and the recovery code, encrypted database, keys; at the province escrow
 * and first trust list. The key file is written last: before it the folder holds no workspace.
 */
export const createWorkspace: Handler<'workspace.create'> = async (task, input) => {
  checkPassword(input.password);
  const unit = getUnit(input);
  makeFolder(input.folder);
  const escrowRecipient = input.tier === 'province' ? await writeEscrow(input.escrowFile, input.folder) : undefined;
  const keys = await makeInstallationKeys(task.ids);
  const dataKey = task.ids.random(32);
  const origin: Origin = { workspaceId: randomUUID(), installId: hexOf(task.ids.random(8)), userId: randomUUID(), unit };
  const recoveryCode = makeRecoveryCode(task.ids.random);
  const base = { workspaceId: origin.workspaceId, dataKey, version: 1, random: task.ids.random };
  const wraps = [
    await wrapDataKey({ ...base, holder: 'user', id: origin.userId, foldedName: fold(input.userName), secret: input.password }),
    await wrapDataKey({ ...base, holder: 'recovery', id: 'recovery', foldedName: '', secret: recoveryCode }),
  ];
  const storage = openStorage(databaseFileOf(input.folder), dataKey, { create: true });
  try {
    migrate(storage, () => undefined);
    writeOrigin(storage, task, input, origin);
    if (input.recoveryFile !== undefined) writeFileSync(input.recoveryFile, `${recoveryCode}\n`, { mode: 0o600 });
    const blobs = createBlobStore(input.folder, dataKey);
    task.host.setCurrent(readOpenWorkspace(input.folder, { storage, blobs }, origin.userId));
    task.write((context) => {
      storeInstallationKeys(context, keys);
      if (escrowRecipient !== undefined) storeFirstTrustList(context, keys, escrowRecipient);
    });
    writeKeyringFile(input.folder, { format: 1, workspaceId: origin.workspaceId, wraps });
    return { summary: summarise(task.host), recoveryCode };
  } catch (error) {
    task.host.close();
    storage.close();
    clearLeftovers(input.folder);
    throw error;
  }
};
