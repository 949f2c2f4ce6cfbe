import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failure } from '#engine/failure.ts';
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
    let done = 0;
    while (done < bytes.length) done += writeSync(handle, bytes, done);
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

/** A file that is on the disk under another name and waits to be moved into place. */
export type StagedFile = {
  /** Moves it into place and reads it back from there. Fails with `file-unwritable`; then nothing is left. */
  readonly place: () => Buffer;
  readonly discard: () => void;
};

/** Writes a file beside its name and flushes it. Fails with `disk-full`, `no-permission` or `file-unwritable`. */
export const stageFile = (file: string, bytes: Uint8Array): StagedFile => {
  const part = `${file}.part`;
  const discard = (): void => {
    rmSync(part, { force: true });
  };
  try {
    writeAll(part, bytes);
  } catch (error) {
    discard();
    throw error;
  }
  const place = (): Buffer => {
    try {
      renameSync(part, file);
      flushFolder(dirname(file));
      const back = readFileSync(file);
      if (!back.equals(bytes)) throw failure('file-unwritable');
      return back;
    } catch (error) {
      discard();
      throw error;
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
