import { createHash, type Hash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import type { Storage } from '#db/open.ts';
import { canonicalJson } from '#shared/exchange/canonical.ts';
import { failure } from './failure.ts';
import { sha256Hex } from './hash.ts';
import { keyringSchema, type Keyring } from './keyring.ts';
import { readCanonical } from './read-json.ts';
import { writeWhole } from './whole-write.ts';

/**
 * A backup (`.hgbackup`), version 1: the line `hg-backup 1`, one line of JSON (keyring, size and SHA-256 of the database, and as `check` the
 * SHA-256 of that line without `check`), then the encrypted database itself and nothing more. It opens with the same passwords and the same recovery code as the workspace.
 */
const magic = 'hg-backup 1\n';
const headerLimit = 1_000_000;
const chunkSize = 1 << 20;

const headerSchema = z.strictObject({
  createdAt: z.iso.datetime(),
  keyring: keyringSchema,
  size: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
/** The line of JSON in a backup of version 1. */
export const backupHeaderSchema = headerSchema.extend({ check: z.string().regex(/^[0-9a-f]{64}$/) });
export type BackupHeader = z.infer<typeof headerSchema>;

const headerLine = (header: BackupHeader): string => canonicalJson({ ...header, check: sha256Hex(canonicalJson(header)) });

const copyBytes = (from: number, position: number, size: number, to: number | null): Hash => {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(chunkSize);
  let done = 0;
  while (done < size) {
    const count = readSync(from, buffer, 0, Math.min(chunkSize, size - done), position + done);
    if (count === 0) throw failure('backup-damaged');
    const part = buffer.subarray(0, count);
    hash.update(part);
    if (to !== null) writeWhole(to, part);
    done += count;
  }
  return hash;
};

const withFile = <T>(file: string, flags: string, work: (handle: number) => T): T => {
  const handle = openSync(file, flags, 0o600);
  try {
    return work(handle);
  } finally {
    closeSync(handle);
  }
};

/**
 * Writes a backup: first beside the target under another name, read back and checked, then moved into place. `complete` may put more into
 * the copy of the database before it is sealed.
 */
export const writeBackup = (
  storage: Storage,
  keyring: Keyring,
  file: string,
  now: Date,
  complete: (databaseFile: string) => void = () => undefined,
): { readonly size: number } => {
  const copy = `${file}.copy`;
  const part = `${file}.part`;
  rmSync(copy, { force: true });
  try {
    storage.copyTo(copy);
    complete(copy);
    const size = statSync(copy).size;
    const sha256 = withFile(copy, 'r', (from) => copyBytes(from, 0, size, null).digest('hex'));
    const header = `${magic}${headerLine({ createdAt: now.toISOString(), keyring, size, sha256 })}\n`;
    withFile(copy, 'r', (from) =>
      withFile(part, 'w', (to) => {
        writeWhole(to, Buffer.from(header, 'utf8'));
        copyBytes(from, 0, size, to);
        fsyncSync(to);
      }),
    );
    checkBackup(part);
    renameSync(part, file);
    return { size: statSync(file).size };
  } finally {
    rmSync(copy, { force: true });
    rmSync(part, { force: true });
  }
};

const readHeader = (handle: number): { readonly header: BackupHeader; readonly dataStart: number } => {
  const buffer = Buffer.alloc(headerLimit);
  const count = readSync(handle, buffer, 0, headerLimit, 0);
  const end = buffer.subarray(0, count).indexOf(0x0a, magic.length);
  if (buffer.toString('utf8', 0, magic.length) !== magic || end < 0) throw failure('backup-damaged');
  const parsed = backupHeaderSchema.safeParse(readCanonical(buffer.subarray(magic.length, end))?.value);
  if (!parsed.success) throw failure('backup-damaged');
  const { check, ...header } = parsed.data;
  if (sha256Hex(canonicalJson(header)) !== check) throw failure('backup-damaged');
  return { header, dataStart: end + 1 };
};

const extract = (file: string, to: number | null): BackupHeader =>
  withFile(file, 'r', (from) => {
    const { header, dataStart } = readHeader(from);
    if (fstatSync(from).size !== dataStart + header.size) throw failure('backup-damaged');
    const hash = copyBytes(from, dataStart, header.size, to).digest('hex');
    if (hash !== header.sha256) throw failure('backup-damaged');
    return header;
  });

/** Reads the whole backup and compares its hash. Fails with `backup-damaged` or `file-missing`. */
export const checkBackup = (file: string): BackupHeader => {
  if (!existsSync(file)) throw failure('file-missing');
  return extract(file, null);
};

/** Writes the backup's database to a file that must not exist yet. Fails with `backup-damaged`; then nothing is left. */
export const extractBackup = (file: string, databaseFile: string): BackupHeader => {
  if (!existsSync(file)) throw failure('file-missing');
  try {
    return withFile(databaseFile, 'wx', (to) => {
      const header = extract(file, to);
      fsyncSync(to);
      return header;
    });
  } catch (error) {
    rmSync(databaseFile, { force: true });
    throw error;
  }
};
