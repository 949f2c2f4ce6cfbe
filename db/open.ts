import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { StorageProblem, asStorageProblem } from './problem.ts';

type Orm = BetterSQLite3Database;
type ReadableOrm = Pick<Orm, 'select' | 'selectDistinct' | 'with' | '$with' | '$count' | 'all' | 'get' | 'values'>;
type Value = string | number | bigint | null | Uint8Array;
export type Row = Record<string, unknown>;

/** A prepared statement that returns rows. Parameters are positional or one object of named ones. */
export type ReadStatement = {
  readonly get: <R = Row>(...parameters: readonly (Value | Readonly<Record<string, Value>>)[]) => R | undefined;
  readonly all: <R = Row>(...parameters: readonly (Value | Readonly<Record<string, Value>>)[]) => R[];
  readonly iterate: <R = Row>(...parameters: readonly (Value | Readonly<Record<string, Value>>)[]) => IterableIterator<R>;
};
export type WriteStatement = ReadStatement & {
  readonly run: (...parameters: readonly (Value | Readonly<Record<string, Value>>)[]) => { readonly changes: number };
};

/** What queries get: rows can be read, nothing can be written. */
export type ReadableDatabase = {
  readonly orm: ReadableOrm;
  /** A statement for hot paths, prepared once per connection and SQL text. */
  readonly prepare: (sql: string) => ReadStatement;
};

/** What commands get, inside the one transaction of their call. */
export type WritableDatabase = {
  readonly orm: Orm;
  readonly prepare: (sql: string) => WriteStatement;
  /** Runs `work`, keeps what it returns and takes back everything it wrote: the preview of a merge is the real merge. */
  readonly rehearse: <T>(work: () => T) => T;
};

export type Storage = {
  readonly read: <T>(work: (database: ReadableDatabase) => T) => T;
  /** One synchronous transaction: all of `work` or nothing of it. */
  readonly write: <T>(work: (database: WritableDatabase) => T) => T;
  /**
   * One transaction over several turns of the event loop: all of `work` or nothing of it. The caller keeps everybody else away from the
   * storage meanwhile.
   */
  readonly writeInSteps: <T>(work: (database: WritableDatabase) => Promise<T>) => Promise<T>;
  /** Writes an encrypted copy of the whole database (same key) to a file that must not exist yet. */
  readonly copyTo: (file: string) => void;
  readonly version: () => number;
  /** For the migration runner alone: statements outside a transaction. */
  readonly execute: (sql: string) => void;
  readonly close: () => void;
};

const rehearseIn =
  (connection: Sqlite.Database) =>
  <T>(work: () => T): T => {
    connection.exec('SAVEPOINT rehearsal');
    try {
      return work();
    } finally {
      connection.exec('ROLLBACK TO rehearsal');
      connection.exec('RELEASE rehearsal');
    }
  };

const connect = (file: string, key: Uint8Array): Sqlite.Database => {
  const connection = new Sqlite(file, { timeout: 5000 });
  try {
    connection.pragma(`cipher = 'sqlcipher'`);
    connection.pragma('legacy = 4');
    connection.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
    // One process at a time holds the file; the lock goes with the process, so a crash leaves nothing behind.
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('temp_store = MEMORY');
    connection.pragma('cache_size = -65536');
    connection.exec('BEGIN IMMEDIATE; COMMIT');
    return connection;
  } catch (error) {
    connection.close();
    throw asStorageProblem(error);
  }
};

/**
 * Opens the encrypted database (SQLCipher v4, raw 256-bit key). `create` makes a new file and refuses an existing one.
 * Throws `StorageProblem`: database-missing, database-key-wrong, database-in-use, database-damaged, no-permission, disk-full.
 */
export const openStorage = (file: string, key: Uint8Array, options: { readonly create?: boolean } = {}): Storage => {
  if (options.create !== true && !existsSync(file)) throw new StorageProblem('database-missing');
  const connection = connect(file, key);
  const statements = new Map<string, WriteStatement>();
  const prepare = (sql: string): WriteStatement => {
    const known = statements.get(sql);
    if (known) return known;
    const made = connection.prepare(sql) as unknown as WriteStatement;
    statements.set(sql, made);
    return made;
  };
  const database: WritableDatabase = { orm: drizzle({ client: connection }), prepare, rehearse: rehearseIn(connection) };
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asStorageProblem(error);
    }
  };
  return {
    read: (work) =>
      guarded(() => {
        connection.pragma('query_only = ON');
        try {
          return work(database);
        } finally {
          connection.pragma('query_only = OFF');
        }
      }),
    write: (work) => guarded(() => connection.transaction(() => work(database)).immediate()),
    writeInSteps: async (work) => {
      try {
        connection.exec('BEGIN IMMEDIATE');
        const value = await work(database);
        connection.exec('COMMIT');
        return value;
      } catch (error) {
        if (connection.open && connection.inTransaction) connection.exec('ROLLBACK');
        throw asStorageProblem(error);
      }
    },
    copyTo: (target) => guarded(() => void connection.prepare('VACUUM INTO ?').run(target)),
    version: () => guarded(() => connection.pragma('user_version', { simple: true }) as number),
    execute: (sql) => guarded(() => void connection.exec(sql)),
    close: () => {
      connection.close();
    },
  };
};
