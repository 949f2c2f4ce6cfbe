import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';

/** A stored content without its bytes; `size` in bytes. */
export type StoredBlob = { readonly sha256: string; readonly size: number };

export const hasBlob = (database: ReadableDatabase, sha256: string): boolean =>
  database.prepare('SELECT 1 FROM blob WHERE sha256 = ?').get(sha256) !== undefined;

export const findBlobBytes = (database: ReadableDatabase, sha256: string): Uint8Array | undefined =>
  database.prepare('SELECT bytes FROM blob WHERE sha256 = ?').get<{ readonly bytes: Uint8Array }>(sha256)?.bytes;

/** Every stored content, the one that came last first. */
export const listBlobs = (database: ReadableDatabase): readonly StoredBlob[] =>
  database.prepare('SELECT sha256, size FROM blob ORDER BY number DESC').all<StoredBlob>();

/** Stores a content; one that is there already stays. Returns whether it is new. */
export const writeBlob = (database: WritableDatabase, sha256: string, bytes: Uint8Array): boolean =>
  database
    .prepare('INSERT INTO blob (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING')
    .run(sha256, bytes.length, bytes).changes === 1;

export const removeBlob = (database: WritableDatabase, sha256: string): void => {
  database.prepare('DELETE FROM blob WHERE sha256 = ?').run(sha256);
};

/** Puts a content into the copy of the books that a backup holds. */
export const carryBlob = (database: WritableDatabase, sha256: string, bytes: Uint8Array): void => {
  database.prepare('INSERT INTO carried_blob (sha256, bytes) VALUES (?, ?)').run(sha256, bytes);
};

/** Hashes of the contents that came with a backup and were not yet moved to their place. */
export const listCarriedBlobs = (database: ReadableDatabase): readonly string[] =>
  database
    .prepare('SELECT sha256 FROM carried_blob ORDER BY sha256')
    .all<{ readonly sha256: string }>()
    .map((row) => row.sha256);

export const findCarriedBlob = (database: ReadableDatabase, sha256: string): Uint8Array | undefined =>
  database.prepare('SELECT bytes FROM carried_blob WHERE sha256 = ?').get<{ readonly bytes: Uint8Array }>(sha256)?.bytes;

export const removeCarriedBlob = (database: WritableDatabase, sha256: string): void => {
  database.prepare('DELETE FROM carried_blob WHERE sha256 = ?').run(sha256);
};
