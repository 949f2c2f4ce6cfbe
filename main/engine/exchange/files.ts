import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failure, failureOf } from '#engine/failure.ts';
import { writeWhole } from '#engine/whole-write.ts';
import { containerLimit } from './archive.ts';

/** Reads a file that somebody brought, within bounds. Fails with `file-missing`, `no-permission` or `package-too-large`. */
export const readBounded = (file: string): Buffer => {
  const entry = statSync(file);
  if (!entry.isFile()) throw failure('file-missing');
  if (entry.size > containerLimit) throw failure('package-too-large');
  return readFileSync(file);
};

/** A file on its way in: one that somebody brought, or the bytes of one that were kept. */
export type Source = { readonly file: string; readonly read: () => Buffer };

export const fileSource = (file: string): Source => ({ file, read: () => readBounded(file) });

const writeAll = (file: string, bytes: Uint8Array): void => {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeWhole(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** A folder's entry is on the disk only once the folder is; Windows has no such call and needs none. */
const flushFolder = (folder: string): void => {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // not every file system can
  }
};

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

/** Looks before anything is written; where the file system does not tell, writing will. Fails with `folder-full`. */
const checkRoom = (folder: string, size: number): void => {
  const free = ((): number => {
    try {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    } catch {
      return Number.POSITIVE_INFINITY;
    }
  })();
  if (free < size) throw failure('folder-full', { free: Math.floor(free / 1024), needed: kilobytes(size) });
};

/** A folder that was there a moment ago and is not now was pulled out. */
const whatHindered = (error: unknown): unknown => (failureOf(error).code === 'file-missing' ? failure('file-unwritable') : error);

const removeQuietly = (file: string): void => {
  try {
    rmSync(file, { force: true });
  } catch {
    // what is pulled out or read-only cannot be tidied
  }
};

/** A file that is on the disk under another name and waits to be moved into place. */
export type StagedFile = {
  /** Moves it into place and reads it back from there. Fails with `file-unwritable`; then nothing is left. */
  readonly place: () => Buffer;
  readonly discard: () => void;
};

/**
 * Writes a file beside its name and flushes it. Fails with `folder-full` before anything is written, `file-missing` where there is no such
 * folder, `disk-full`, `no-permission` or `file-unwritable` (read-only, pulled out); then nothing is left.
 */
export const stageFile = (file: string, bytes: Uint8Array): StagedFile => {
  const part = `${file}.part`;
  let isMoved = false;
  const discard = (): void => {
    removeQuietly(isMoved ? file : part);
  };
  checkRoom(dirname(file), bytes.length);
  const isThere = existsSync(dirname(file));
  try {
    writeAll(part, bytes);
  } catch (error) {
    discard();
    throw isThere ? whatHindered(error) : error;
  }
  const place = (): Buffer => {
    try {
      renameSync(part, file);
      isMoved = true;
      flushFolder(dirname(file));
      const back = readFileSync(file);
      if (!back.equals(bytes)) throw failure('file-unwritable');
      return back;
    } catch (error) {
      discard();
      throw whatHindered(error);
    }
  };
  return { place, discard };
};

/** Writes a file, flushes it, moves it into place and reads it back. */
export const writeChecked = (file: string, bytes: Uint8Array): void => {
  stageFile(file, bytes).place();
};

/**
 * The file to write: as given, or in a folder under the fixed name that `nameOf` makes; a file of that name that is there already is left
 * alone and the next copy number taken. Fails with `usage-wrong` or `file-missing`.
 */
export const targetFile = (
  input: { readonly file?: string | undefined; readonly folder?: string | undefined },
  nameOf: (copy: number) => string,
): string => {
  const { file, folder } = input;
  if ((file === undefined) === (folder === undefined)) throw failure('usage-wrong', { reason: 'file, folder' });
  if (file !== undefined) return file;
  if (folder === undefined || !existsSync(folder) || !statSync(folder).isDirectory()) throw failure('file-missing');
  let copy = 1;
  while (existsSync(join(folder, nameOf(copy)))) copy += 1;
  return join(folder, nameOf(copy));
};
