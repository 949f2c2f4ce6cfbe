import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

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

/**
 * Writes a document for the office: beside its name, flushed, then moved into place, so that a full disk leaves the old one. Fails with
 * `file-missing` (no such folder), `disk-full`, `no-permission` or `file-unwritable`.
 */
export const writeOfficeFile = (file: string, bytes: Uint8Array): void => {
  const part = `${file}.part`;
  try {
    writeAll(part, bytes);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
};
