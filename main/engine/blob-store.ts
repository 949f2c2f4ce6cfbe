import { existsSync, renameSync } from 'node:fs';
import { blobMigrations, migrate } from '#db/migrate.ts';
import { openStorage, type Storage } from '#db/open.ts';
import { StorageProblem } from '#db/problem.ts';
import { carryBlob, findBlobBytes, hasBlob, listBlobs, removeBlob, writeBlob, type StoredBlob } from '#db/queries/blob.ts';
import { sha256Hex } from './hash.ts';
import { blobFileOf } from './workspace-files.ts';

/** What queries may ask of the contents of attached files. */
export type ReadableBlobs = {
  readonly has: (sha256: string) => boolean;
  /** Those of the hashes whose content is not held. */
  readonly lacking: (hashes: readonly string[]) => ReadonlySet<string>;
};

/**
 * The contents of attached files, named by their SHA-256, in an encrypted database of their own beside the books: copies of the books stay
 * small. A content is stored before the record that names it, so a crash leaves at most a content that nothing names.
 */
export type BlobStore = ReadableBlobs & {
  /** The content, its hash checked; one that is damaged is let go, so that it counts as missing and can come again. */
  readonly read: (sha256: string) => Uint8Array | undefined;
  /** Stores contents, all or none; returns how many are new. */
  readonly put: (contents: readonly Uint8Array[]) => number;
  /** Lets the oldest contents go that nothing names, beyond `unnamedLimit` bytes of them together. */
  readonly tidy: (isNamed: (sha256: string) => boolean) => void;
  /** Puts the named contents into a copy of the books that a backup holds. */
  readonly carryInto: (databaseFile: string, isNamed: (sha256: string) => boolean) => void;
  readonly close: () => void;
};

/** Most bytes of contents kept that nothing names: parts that came before their package, what a crash or an undone import left. */
export const unnamedLimit = 128 * 2 ** 20;

const damage: ReadonlySet<string> = new Set(['database-damaged', 'database-key-wrong']);

const freeName = (file: string): string => {
  let count = 1;
  while (existsSync(`${file}.damaged-${count}`)) count += 1;
  return `${file}.damaged-${count}`;
};

/** A file of contents that cannot be read is put aside: the books stay usable, what it held counts as missing. */
const putAside = (file: string): void => {
  const aside = freeName(file);
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, `${aside}${suffix}`);
};

const openFile = (file: string, key: Uint8Array): Storage => {
  const storage = openStorage(file, key, { create: !existsSync(file) });
  try {
    migrate(storage, () => undefined, blobMigrations);
    return storage;
  } catch (error) {
    storage.close();
    throw error;
  }
};

const openOrBegin = (file: string, key: Uint8Array): Storage => {
  try {
    return openFile(file, key);
  } catch (error) {
    if (!(error instanceof StorageProblem) || !damage.has(error.code)) throw error;
    putAside(file);
    return openFile(file, key);
  }
};

/** Opens the contents of a workspace once they are asked for; the file is made with the first content. */
export const createBlobStore = (folder: string, key: Uint8Array): BlobStore => {
  const file = blobFileOf(folder);
  let storage: Storage | undefined;
  const opened = (): Storage => (storage ??= openOrBegin(file, key));
  const ifThere = (): Storage | undefined => (storage === undefined && !existsSync(file) ? undefined : opened());
  const stored = (): readonly StoredBlob[] => ifThere()?.read(listBlobs) ?? [];
  const read = (sha256: string): Uint8Array | undefined => {
    const bytes = ifThere()?.read((database) => findBlobBytes(database, sha256));
    if (bytes === undefined || sha256Hex(bytes) === sha256) return bytes;
    opened().write((database) => {
      removeBlob(database, sha256);
    });
    return undefined;
  };
  return {
    has: (sha256) => ifThere()?.read((database) => hasBlob(database, sha256)) ?? false,
    lacking: (hashes) => {
      const there = ifThere();
      if (there === undefined) return new Set(hashes);
      return there.read((database) => new Set(hashes.filter((sha256) => !hasBlob(database, sha256))));
    },
    read,
    put: (contents) =>
      opened().write((database) => contents.filter((bytes) => writeBlob(database, sha256Hex(bytes), bytes)).length),
    tidy: (isNamed) => {
      let kept = 0;
      const gone = stored().filter(({ sha256, size }) => !isNamed(sha256) && (kept += size) > unnamedLimit);
      if (gone.length === 0) return;
      opened().write((database) => {
        for (const { sha256 } of gone) removeBlob(database, sha256);
      });
    },
    carryInto: (databaseFile, isNamed) => {
      const carried = stored().filter(({ sha256 }) => isNamed(sha256));
      if (carried.length === 0) return;
      const copy = openStorage(databaseFile, key);
      try {
        copy.write((database) => {
          for (const { sha256 } of carried) {
            const bytes = read(sha256);
            if (bytes !== undefined) carryBlob(database, sha256, bytes);
          }
        });
      } finally {
        copy.close();
      }
    },
    close: () => {
      storage?.close();
      storage = undefined;
    },
  };
};
