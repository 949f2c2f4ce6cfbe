import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { ReadableDatabase, Storage } from '#db/open.ts';
import { contextOf } from '#db/queries/context.ts';
import { findCurrentEpoch } from '#db/queries/installation.ts';
import { countNumberedPackages } from '#db/queries/package.ts';
import { findSetting } from '#db/queries/setting.ts';

/** How far a workspace has come: own changes and own numbered packages of its epoch. */
const progressSchema = z.strictObject({
  replica: z.string(),
  counter: z.int(),
  n: z.int(),
  logHash: z.string(),
  packages: z.int(),
});
type OwnProgress = z.infer<typeof progressSchema>;
const markerSchema = z.strictObject({ machine: z.string(), ...progressSchema.shape });

/**
 * A note outside the workspace of how far it has come, one per workspace and place, written after each commit. It tells the original from
 * a copy (no note here) and from an older state that was put back (the note is ahead of the file); those start a new epoch before they
 * write, so that no number is ever used twice. A note behind the file is a crash between commit and note, and no matter.
 */
export type Marker = {
  /** Whether the workspace at a place may go on in its epoch. */
  readonly isOriginal: (storage: Storage, folder: string) => boolean;
  /** Notes how far the workspace has come, where that has changed. */
  readonly note: (storage: Storage, folder: string) => void;
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

const progressOf = (database: ReadableDatabase): OwnProgress | undefined => {
  const epoch = findCurrentEpoch(database);
  const officeId = findSetting(database, 'office-id');
  if (!epoch || officeId === undefined) return undefined;
  const own = contextOf(database, officeId)[epoch.replica];
  const packages = countNumberedPackages(database, epoch.epoch);
  return { replica: epoch.replica, counter: epoch.counter, n: own?.n ?? 0, logHash: own?.logHash ?? '', packages };
};

const isBehind = (now: OwnProgress, noted: OwnProgress): boolean => {
  if (now.replica !== noted.replica) return now.counter <= noted.counter;
  return now.n < noted.n || now.packages < noted.packages || (now.n === noted.n && now.logHash !== noted.logHash);
};

const readNote = (file: string): z.infer<typeof markerSchema> | undefined => {
  try {
    return markerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
};

const isUsable = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, '.usable'), '');
    return true;
  } catch {
    return false;
  }
};

const noMarker: Marker = { isOriginal: () => true, note: () => undefined };

/** Without a folder, or where it cannot be written, nothing is noted and every workspace counts as the original. */
export const createMarker = (folder: string | undefined): Marker => {
  if (folder === undefined || !isUsable(folder)) return noMarker;
  const machine = hashOf(hostname());
  const noted = new WeakMap<Storage, string>();
  const fileOf = (database: ReadableDatabase, place: string): string =>
    join(folder, `${hashOf(`${findSetting(database, 'workspace-id') ?? ''} ${realpathSync(place)}`)}.json`);
  return {
    isOriginal: (storage, place) =>
      storage.read((database) => {
        const now = progressOf(database);
        if (!now || (now.n === 0 && now.packages === 0)) return true;
        const note = readNote(fileOf(database, place));
        return note?.machine === machine && !isBehind(now, note);
      }),
    note: (storage, place) => {
      const { text, file } = storage.read((database) => ({
        text: JSON.stringify({ machine, ...progressOf(database) }),
        file: fileOf(database, place),
      }));
      if (noted.get(storage) === text) return;
      try {
        writeFileSync(`${file}.part`, text, { mode: 0o600 });
        renameSync(`${file}.part`, file);
        noted.set(storage, text);
      } catch {
        // the commit holds; a note that is behind is no matter
      }
    },
  };
};
