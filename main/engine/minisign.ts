import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';

/**
 * Signatures in minisign's format, algorithm `ED` (Ed25519 over BLAKE2b-512) only: `minisign -V` checks them. The public key text is
 * base64 of "Ed", 8 bytes key id, 32 bytes key.
 */
const untrustedComment = 'untrusted comment: signature from Sổ Hòa Giải';
const trustedPrefix = 'trusted comment: ';
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export type SigningKey = { readonly publicKey: string; readonly keyId: string; readonly seed: Uint8Array };

const privateKeyOf = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });

const rawPublicKeyOf = (seed: Uint8Array): Buffer =>
  createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);

/** Makes a signing key from 40 random bytes: 32 of seed, 8 of key id. */
export const makeSigningKey = (random: (size: number) => Uint8Array): SigningKey => {
  const seed = random(32);
  const keyId = Buffer.from(random(8));
  return {
    publicKey: Buffer.concat([Buffer.from('Ed'), keyId, rawPublicKeyOf(seed)]).toString('base64'),
    keyId: keyId.toString('hex'),
    seed,
  };
};

type ParsedKey = { readonly keyId: string; readonly raw: Buffer };

const parsePublicKey = (text: string): ParsedKey | undefined => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 42 || bytes.toString('base64') !== text || bytes.toString('latin1', 0, 2) !== 'Ed') return undefined;
  return { keyId: bytes.subarray(2, 10).toString('hex'), raw: bytes.subarray(10) };
};

/** Key id (16 hex digits) of a public key text, or `undefined` where it is none. */
export const keyIdOf = (publicKey: string): string | undefined => parsePublicKey(publicKey)?.keyId;

/** Signs a file; the trusted comment is one line. Returns the text of the `.minisig` file. */
export const signMinisig = (message: Uint8Array, trustedComment: string, key: Pick<SigningKey, 'seed' | 'keyId'>): string => {
  const secret = privateKeyOf(key.seed);
  const signature = sign(null, blake2b(message, { dkLen: 64 }), secret);
  const global = sign(null, Buffer.concat([signature, Buffer.from(trustedComment, 'utf8')]), secret);
  const first = Buffer.concat([Buffer.from('ED'), Buffer.from(key.keyId, 'hex'), signature]).toString('base64');
  return `${untrustedComment}\n${first}\n${trustedPrefix}${trustedComment}\n${global.toString('base64')}\n`;
};

export type Minisig = {
  readonly keyId: string;
  readonly signature: Buffer;
  readonly trustedComment: string;
  readonly global: Buffer;
};

/** Reads a `.minisig` text; anything that would not be written the same way again is `undefined`. */
export const parseMinisig = (text: string): Minisig | undefined => {
  const lines = text.split('\n');
  const [comment, first = '', trusted = '', second = '', end] = lines;
  if (lines.length !== 5 || end !== '' || comment !== untrustedComment || !trusted.startsWith(trustedPrefix)) return undefined;
  const bytes = Buffer.from(first, 'base64');
  const global = Buffer.from(second, 'base64');
  const canonical = bytes.toString('base64') === first && global.toString('base64') === second;
  if (!canonical || bytes.length !== 74 || global.length !== 64 || bytes.toString('latin1', 0, 2) !== 'ED') return undefined;
  return {
    keyId: bytes.subarray(2, 10).toString('hex'),
    signature: bytes.subarray(10),
    trustedComment: trusted.slice(trustedPrefix.length),
    global,
  };
};

/** Whether both signatures hold: the one over the file and the one over signature and trusted comment. */
export const isMinisigValid = (message: Uint8Array, minisig: Minisig, publicKey: string): boolean => {
  const key = parsePublicKey(publicKey);
  if (!key || key.keyId !== minisig.keyId) return false;
  const spki = createPublicKey({ key: Buffer.concat([publicPrefix, key.raw]), format: 'der', type: 'spki' });
  return (
    verify(null, blake2b(message, { dkLen: 64 }), spki, minisig.signature) &&
    verify(null, Buffer.concat([minisig.signature, Buffer.from(minisig.trustedComment, 'utf8')]), spki, minisig.global)
  );
};
