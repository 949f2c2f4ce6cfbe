import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { failure } from './failure.ts';
import { keyringSchema, type Keyring } from './keyring.ts';
import { writeWhole } from './whole-write.ts';

/** What lies in a workspace folder: `keys.json` (wrapped data key), `data.db` and `files.db` (encrypted), `backups/`. */
export const databaseFileOf = (folder: string): string => join(folder, 'data.db');
/** Contents of attached files; absent until there is one. */
export const blobFileOf = (folder: string): string => join(folder, 'files.db');
const keyringFileOf = (folder: string): string => join(folder, 'keys.json');

const fileSchema = keyringSchema.extend({
  /** Set by a restore: the next unlock starts a new epoch before the first write. */
  restoredAt: z.iso.datetime().optional(),
});
export type KeyringFile = z.infer<typeof fileSchema>;

/** Removes what an interrupted set-up or restore left: without its key file a database can never be opened. */
export const clearLeftovers = (folder: string): void => {
  for (const file of [databaseFileOf(folder), blobFileOf(folder)])
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
  rmSync(`${keyringFileOf(folder)}.part`, { force: true });
};

export const isWorkspace = (folder: string): boolean => existsSync(keyringFileOf(folder)) && existsSync(databaseFileOf(folder));

/** Fails with `workspace-missing` or `workspace-damaged`. */
export const readKeyringFile = (folder: string): KeyringFile => {
  if (!isWorkspace(folder)) throw failure('workspace-missing');
  try {
    return fileSchema.parse(JSON.parse(readFileSync(keyringFileOf(folder), 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw failure('workspace-damaged');
    throw error;
  }
};

export const readKeyring = (folder: string): Keyring => keyringSchema.parse(readKeyringFile(folder));

/** Replaces the keyring in one step: written beside, flushed, then moved into place. */
export const writeKeyringFile = (folder: string, keyring: KeyringFile): void => {
  const part = `${keyringFileOf(folder)}.part`;
  const handle = openSync(part, 'w', 0o600);
  try {
    writeWhole(handle, Buffer.from(`${JSON.stringify(keyring, null, 1)}\n`, 'utf8'));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(part, keyringFileOf(folder));
};
