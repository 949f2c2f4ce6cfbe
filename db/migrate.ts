import type { Storage } from './open.ts';
import { StorageProblem } from './problem.ts';
import { migration as records } from './migrations/0001-records.ts';
import { migration as recordKinds } from './migrations/0002-record-kinds.ts';
import { migration as exchange } from './migrations/0003-exchange.ts';
import { migration as audit } from './migrations/0004-audit.ts';
import { migration as auditActions } from './migrations/0005-audit-actions.ts';
import { migration as spreadsheetImports } from './migrations/0006-spreadsheet-imports.ts';
import { migration as identityLinks } from './migrations/0007-identity-links.ts';
import { migration as rights } from './migrations/0008-rights.ts';
import { migration as searchText } from './migrations/0009-search-text.ts';
import { migration as undo } from './migrations/0010-undo.ts';
import { migration as draftAuthor } from './migrations/0011-draft-author.ts';
import { migration as attachments } from './migrations/0012-attachments.ts';
import { migration as blobs } from './migrations/blobs/0001-blobs.ts';

/** A step of the schema. Frozen once released: it imports nothing and has a test of before and after. */
export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

export const migrations: readonly Migration[] = [
  records,
  recordKinds,
  exchange,
  audit,
  auditActions,
  spreadsheetImports,
  identityLinks,
  rights,
  searchText,
  undo,
  draftAuthor,
  attachments,
];

/** Steps of the file that holds the contents of attachments. */
export const blobMigrations: readonly Migration[] = [blobs];

/** Newest schema this program knows. */
export const schemaVersion = (steps: readonly Migration[] = migrations): number => steps.at(-1)?.number ?? 0;

const assertRising = (steps: readonly Migration[]): void => {
  steps.forEach((step, index) => {
    if (step.number !== index + 1) throw new Error(`migration ${step.number} ${step.name} stands at place ${index + 1}`);
  });
};

const applyStep = (storage: Storage, step: Migration): void => {
  storage.write((database) => {
    storage.execute(step.sql);
    const broken = database.prepare('PRAGMA foreign_key_check').all();
    if (broken.length > 0) throw new Error(`migration ${step.number} leaves ${broken.length} broken references`);
    storage.execute(`PRAGMA user_version = ${step.number}`);
  });
};

/**
 * Brings the database to this program's schema, each step in a transaction of its own. Before the first step on a file
 * with data `safetyCopy` is called. Throws `StorageProblem('database-newer')` for a file of a newer program.
 */
export const migrate = (storage: Storage, safetyCopy: (from: number) => void, steps: readonly Migration[] = migrations): void => {
  assertRising(steps);
  const from = storage.version();
  if (from > schemaVersion(steps)) throw new StorageProblem('database-newer');
  const pending = steps.filter((step) => step.number > from);
  if (pending.length === 0) return;
  if (from > 0) safetyCopy(from);
  for (const step of pending) applyStep(storage, step);
};
