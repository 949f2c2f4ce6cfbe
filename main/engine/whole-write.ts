import { writeSync } from 'node:fs';

/** Writes all bytes to an open file: a full disk or a slow stick may take only a part of them at a time. */
export const writeWhole = (handle: number, bytes: Uint8Array): void => {
  let done = 0;
  while (done < bytes.length) done += writeSync(handle, bytes, done);
};
