import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { writeWhole } from './whole-write.ts';

const writeAll = (file: string, bytes: Uint8Array): void => {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeWhole(handle, bytes);
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
