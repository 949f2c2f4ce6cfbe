import { createHash } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** Most recipients a payload may have. */
export const recipientLimit = 32;

export type AgeKey = { readonly identity: string; readonly recipient: string };

/** Makes an X25519 age identity and its recipient. */
export const makeAgeKey = async (): Promise<AgeKey> => {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
};

/** Short name of a recipient in envelopes: first 16 hex digits of SHA-256. */
export const recipientIdOf = (recipient: string): string => createHash('sha256').update(recipient).digest('hex').slice(0, 16);

/** Encrypts for all recipients (age v1). */
export const encryptFor = async (recipients: readonly string[], plain: Uint8Array): Promise<Uint8Array> => {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
};

const stanzaLimit = 16_384;

/** Whether the header of an age file names X25519 recipients only, one to 32 of them. */
export const hasOnlyX25519 = (ciphertext: Uint8Array): boolean => {
  const head = Buffer.from(ciphertext.subarray(0, stanzaLimit)).toString('latin1');
  const end = head.indexOf('\n---');
  if (!head.startsWith('age-encryption.org/v1\n') || end < 0) return false;
  const kinds = [...head.slice(0, end).matchAll(/\n-> (\S+)/g)].map((match) => match[1]);
  return kinds.length >= 1 && kinds.length <= recipientLimit && kinds.every((kind) => kind === 'X25519');
};

/** Decrypts with any of the identities; `undefined` when none fits or the file is damaged. */
export const decryptWith = async (identities: readonly string[], ciphertext: Uint8Array): Promise<Uint8Array | undefined> => {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(ciphertext);
  } catch {
    return undefined;
  }
};
