import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { openStorage, type ReadableDatabase } from '#db/open.ts';
import { unwrapDataKey } from '#engine/keyring.ts';
import { blobFileOf, databaseFileOf, readKeyringFile } from '#engine/workspace-files.ts';
import { password } from './office.ts';

const unwrap = async (folder: string): Promise<Uint8Array> => {
  const keyring = readKeyringFile(folder);
  for (const wrap of keyring.wraps) {
    const key = await unwrapDataKey(keyring, wrap, password);
    if (key) return key;
  }
  throw new Error('not the tests’ password');
};

const keys = new Map<string, Promise<Uint8Array>>();

/** The key of a workspace's database, by the tests' password. */
export const dataKeyOf = (folder: string): Promise<Uint8Array> => {
  const known = keys.get(folder) ?? unwrap(folder);
  keys.set(folder, known);
  return known;
};

/** Digest and number of rows of every table. */
export type Books = Readonly<Record<string, { readonly rows: number; readonly digest: string }>>;

/** Tables that note what came and went, not what the books say. */
const notes = new Set(['inbox_entry', 'audit_entry']);

/** How the search index lies in its own tables depends on the way there. */
const isOwnTable = (name: string): boolean => !/^(sqlite|record_search)_/.test(name) && !notes.has(name);

const digestOf = (database: ReadableDatabase, table: string): Books[string] => {
  const rows = database
    .prepare(`SELECT * FROM "${table}"`)
    .all()
    .map((row) =>
      JSON.stringify(
        Object.values(row).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value)),
      ),
    )
    .sort();
  return { rows: rows.length, digest: createHash('sha256').update(rows.join('\n')).digest('hex') };
};

type Read = { readonly integrity: string; readonly books: Books };

const readFile = (file: string, key: Uint8Array): Read => {
  const storage = openStorage(file, key);
  try {
    return storage.read((database) => {
      const tables = database
        .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
        .all<{ readonly name: string }>();
      const sound = database.prepare('PRAGMA integrity_check').all<{ readonly integrity_check: string }>();
      return {
        integrity: sound.map((row) => row.integrity_check).join(),
        books: Object.fromEntries(
          tables
            .map(({ name }) => name)
            .filter(isOwnTable)
            .sort()
            .map((name) => [name, digestOf(database, name)]),
        ),
      };
    });
  } finally {
    storage.close();
  }
};

const nothing: Books[string] = { rows: 0, digest: createHash('sha256').update('').digest('hex') };

/** The contents of attached files; a file that is not there yet, or has no table yet, holds none. */
const readContents = (folder: string, key: Uint8Array): Read => {
  const file = blobFileOf(folder);
  const read = existsSync(file) ? readFile(file, key) : { integrity: 'ok', books: {} };
  return { ...read, books: { blob: read.books.blob ?? nothing } };
};

/**
 * Everything in a workspace's database but notes, with the contents of attached files as the table `blob`; `integrity` says whether SQLite
 * finds the files sound. The workspace must be closed.
 */
export const readBooks = (folder: string, key: Uint8Array): Read => {
  if (!existsSync(databaseFileOf(folder))) return { integrity: 'no database', books: {} };
  const [own, contents] = [readFile(databaseFileOf(folder), key), readContents(folder, key)];
  return {
    integrity: own.integrity === 'ok' ? contents.integrity : own.integrity,
    books: { ...own.books, ...contents.books },
  };
};
