import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Storage } from '#db/open.ts';
import { writeBackup } from './backup-file.ts';
import { readKeyring } from './workspace-files.ts';

export type SafetyCopyLabel = 'session' | 'import' | 'restore' | 'migration';

const kept: Readonly<Record<SafetyCopyLabel, number>> = { session: 10, import: 10, restore: 5, migration: 5 };
const dayInMilliseconds = 20 * 60 * 60 * 1000;

const stampOf = (instant: Date): string => instant.toISOString().replace(/[-:]/g, '').replace('T', '-').replace(/\..*$/, '');

const folderOf = (workspaceFolder: string): string => join(workspaceFolder, 'backups');

const listCopies = (folder: string, label: SafetyCopyLabel): readonly string[] =>
  readdirSync(folder)
    .filter((entry) => entry.startsWith(`${label}-`) && entry.endsWith('.hgbackup'))
    .sort();

const freeName = (folder: string, label: SafetyCopyLabel, now: Date): string => {
  const taken = new Set(readdirSync(folder));
  const stem = `${label}-${stampOf(now)}`;
  let count = 0;
  while (taken.has(`${stem}-${String(count).padStart(3, '0')}.hgbackup`)) count += 1;
  return `${stem}-${String(count).padStart(3, '0')}.hgbackup`;
};

/**
 * Writes a backup into the workspace's `backups` folder and keeps the newest few of each label; file names hold label and time
 * only. Returns the file.
 */
export const safetyCopy = (storage: Storage, workspaceFolder: string, label: SafetyCopyLabel, now: Date): string => {
  const folder = folderOf(workspaceFolder);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, freeName(folder, label, now));
  writeBackup(storage, readKeyring(workspaceFolder), file, now);
  const copies = listCopies(folder, label);
  for (const old of copies.slice(0, Math.max(0, copies.length - kept[label]))) rmSync(join(folder, old), { force: true });
  return file;
};

/** Whether the last copy of a working day is older than that day. */
export const isSessionCopyDue = (workspaceFolder: string, now: Date): boolean => {
  const folder = folderOf(workspaceFolder);
  mkdirSync(folder, { recursive: true });
  const newest = listCopies(folder, 'session').at(-1);
  return newest === undefined || now.getTime() - statSync(join(folder, newest)).mtimeMs > dayInMilliseconds;
};
