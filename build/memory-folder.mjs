import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from './run.mjs';

const memory = '/dev/shm';
/** What the tests write at once and leave for the machine, in bytes. */
const enough = 6 * 2 ** 30;

const hasRoom = () => {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > enough;
};

/**
 * Puts the temporary files of what is run into memory where there is room: half of the time of the tests went into waiting for a disk that
 * had to keep nothing. Gone when this process ends.
 */
export const useMemoryFolder = () => {
  if (!hasRoom()) return;
  const folder = mkdtempSync(join(memory, 'so-hoa-giai-'));
  environment.TMPDIR = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
};
