import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Sqlite from 'better-sqlite3';

/**
 * Faults at every place where something is written: each SQL statement that changes the file, begins or ends a transaction, and each call
 * that writes, flushes, renames, makes or removes a file. They are put around Node's and SQLite's own functions from outside, in the test's
 * process alone; the program has no such hook.
 */
export type Point = { readonly number: number; readonly name: string };

/** What happens at a point, before or after its work; `undefined` lets it be. */
export type Strike = (point: Point, moment: 'before' | 'after') => void;

let strike: Strike | undefined;
let count = 0;

const around = <T>(name: string, work: () => T): T => {
  if (strike === undefined) return work();
  const point = { number: (count += 1), name };
  strike(point, 'before');
  const value = work();
  strike(point, 'after');
  return value;
};

type Callable = (this: unknown, ...given: unknown[]) => unknown;

const isWriting = (flags: unknown): boolean => typeof flags === 'string' && /[wax+]/.test(flags);

const fileCalls = [
  'writeSync',
  'writeFileSync',
  'fsyncSync',
  'renameSync',
  'mkdirSync',
  'rmSync',
  'openSync',
  'appendFileSync',
  'copyFileSync',
] as const;

const wrapFiles = (): void => {
  const functions = fs as unknown as Record<string, Callable>;
  for (const name of fileCalls) {
    const original = functions[name] as Callable;
    functions[name] = function (...given) {
      if (name === 'openSync' && !isWriting(given[1])) return original.apply(this, given);
      return around(name, () => original.apply(this, given));
    };
  }
  syncBuiltinESMExports();
};

type Statement = { readonly source: string; readonly readonly: boolean };

const isNoWrite = /^\s*(ROLLBACK|RELEASE|PRAGMA)/i;
const isBoundary = /^\s*(BEGIN|COMMIT)/i;

const nameOf = (sql: string): string => sql.trim().split(/\s+/).slice(0, 3).join(' ');

const wrapStatements = (): void => {
  const connection = new Sqlite(':memory:');
  const statements = Object.getPrototypeOf(connection.prepare('SELECT 1')) as Record<string, Callable>;
  for (const name of ['run', 'get', 'all']) {
    const original = statements[name] as Callable;
    statements[name] = function (...given) {
      const { source, readonly } = this as Statement;
      if (isNoWrite.test(source) || (readonly && !isBoundary.test(source))) return original.apply(this, given);
      return around(nameOf(source), () => original.apply(this, given));
    };
  }
  connection.close();
  const databases = Sqlite.prototype as unknown as Record<string, Callable>;
  const execute = databases.exec as Callable;
  databases.exec = function (...given) {
    const sql = String(given[0]);
    if (isNoWrite.test(sql) || /^\s*SAVEPOINT/i.test(sql)) return execute.apply(this, given);
    return around(nameOf(sql), () => execute.apply(this, given));
  };
};

let isWrapped = false;

/** Lets every writing call pass by `given` from now on, counting from 1; `undefined` lets all pass. Returns how many passed before. */
export const strikeWith = (given: Strike | undefined): number => {
  if (!isWrapped) {
    wrapFiles();
    wrapStatements();
    isWrapped = true;
  }
  const passed = count;
  strike = given;
  count = 0;
  return passed;
};

/** The error of a full disk, as SQLite and Node tell it. */
export const diskFull = ({ name }: Point): Error =>
  Object.assign(new Error('disk full'), { code: name.endsWith('Sync') ? 'ENOSPC' : 'SQLITE_FULL' });
