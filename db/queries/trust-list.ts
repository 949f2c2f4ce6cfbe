import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';

/** A trust list as it was signed, with the SHA-256 of its content. */
export type StoredTrustList = {
  readonly number: number;
  readonly hash: string;
  readonly content: string;
  readonly signature: string;
  readonly takenInAt: string;
};

const columns = 'number, hash, content, signature, taken_in_at AS takenInAt';

/** The list in force: the one with the greatest number. */
export const findTrustList = (database: ReadableDatabase): StoredTrustList | undefined =>
  database.prepare(`SELECT ${columns} FROM trust_list ORDER BY number DESC LIMIT 1`).get<StoredTrustList>();

export const findTrustListByNumber = (database: ReadableDatabase, number: number): StoredTrustList | undefined =>
  database.prepare(`SELECT ${columns} FROM trust_list WHERE number = ?`).get<StoredTrustList>(number);

export const writeTrustList = (database: WritableDatabase, list: StoredTrustList): void => {
  database
    .prepare('INSERT INTO trust_list (number, hash, content, signature, taken_in_at) VALUES (?, ?, ?, ?, ?)')
    .run(list.number, list.hash, list.content, list.signature, list.takenInAt);
};
