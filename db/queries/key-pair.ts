import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';

/** A key of this installation. `secret` is a minisign seed in hex or an age identity; escrow keeps the recipient only. */
export type KeyPair = {
  readonly keyId: string;
  readonly purpose: 'sign' | 'decrypt' | 'escrow';
  readonly publicKey: string;
  readonly secret: string | null;
  readonly createdAt: string;
};

const columns = 'key_id AS keyId, purpose, public_key AS publicKey, secret, created_at AS createdAt';

/** Keys of a purpose, newest first by the order in which they were made, whatever the clock said: old decryption keys are kept. */
export const listKeyPairs = (database: ReadableDatabase, purpose: KeyPair['purpose']): readonly KeyPair[] =>
  database.prepare(`SELECT ${columns} FROM key_pair WHERE purpose = ? ORDER BY rowid DESC`).all<KeyPair>(purpose);

export const writeKeyPair = (database: WritableDatabase, key: KeyPair): void => {
  database
    .prepare('INSERT INTO key_pair (key_id, purpose, public_key, secret, created_at) VALUES (?, ?, ?, ?, ?)')
    .run(key.keyId, key.purpose, key.publicKey, key.secret, key.createdAt);
};
