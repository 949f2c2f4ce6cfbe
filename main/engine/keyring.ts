import { createCipheriv, createDecipheriv, createHash, scrypt } from 'node:crypto';
import { z } from 'zod';
import { failure } from './failure.ts';

/**
 * The data key of a workspace, wrapped once per user and once for the recovery code: scrypt N=2^17, r=8, p=1, then AES-256-GCM
 * bound to workspace, holder and version. The file holds no names: they stay in the encrypted database.
 */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 } as const;

/** Shortest password that wraps a data key, in characters. */
const shortestPassword = 8;

/** Fails with `password-too-short`. */
export const checkPassword = (password: string): void => {
  if (password.length < shortestPassword) throw failure('password-too-short', { least: shortestPassword });
};

/** Bytes as hex text. */
const hexOf = (size: number) => z.string().regex(new RegExp(`^[0-9a-f]{${size * 2}}$`));
/** Most users and codes of one workspace. */
const wrapLimit = 100;

const wrapSchema = z.object({
  holder: z.enum(['user', 'recovery']),
  id: z.string(),
  /** SHA-256 of salt and folded user name, to pick the right user of several; empty for the recovery code. */
  nameHash: z.string(),
  version: z.int(),
  salt: hexOf(16),
  iv: hexOf(12),
  tag: hexOf(16),
  wrapped: hexOf(32),
});
export type Wrap = z.infer<typeof wrapSchema>;

export const keyringSchema = z.object({
  format: z.literal(1),
  workspaceId: z.uuid(),
  wraps: z.array(wrapSchema).min(1).max(wrapLimit),
});
export type Keyring = z.infer<typeof keyringSchema>;

const derive = (secret: string, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), salt, 32, cost, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });

const boundTo = (workspaceId: string, wrap: Pick<Wrap, 'holder' | 'id' | 'version'>): Buffer =>
  Buffer.from(`hg-keyring-1 ${workspaceId} ${wrap.holder} ${wrap.id} ${wrap.version}`, 'utf8');

/** Hash by which a user of several is found without storing the name. */
export const nameHashOf = (foldedName: string, salt: string): string =>
  createHash('sha256').update(`${salt} ${foldedName}`).digest('hex');

export type WrapRequest = {
  readonly workspaceId: string;
  readonly holder: Wrap['holder'];
  readonly id: string;
  readonly foldedName: string;
  readonly secret: string;
  readonly dataKey: Uint8Array;
  readonly version: number;
  readonly random: (size: number) => Uint8Array;
};

/** Wraps the 32-byte data key with a password or recovery code. */
export const wrapDataKey = async (request: WrapRequest): Promise<Wrap> => {
  const salt = Buffer.from(request.random(16));
  const iv = Buffer.from(request.random(12));
  const cipher = createCipheriv('aes-256-gcm', await derive(request.secret, salt), iv);
  cipher.setAAD(boundTo(request.workspaceId, request));
  const wrapped = Buffer.concat([cipher.update(request.dataKey), cipher.final()]);
  return {
    holder: request.holder,
    id: request.id,
    nameHash: request.foldedName === '' ? '' : nameHashOf(request.foldedName, salt.toString('hex')),
    version: request.version,
    salt: salt.toString('hex'),
    iv: iv.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
    wrapped: wrapped.toString('hex'),
  };
};

/** The data key, or `undefined` when the secret is not the one it was wrapped with. */
export const unwrapDataKey = async (keyring: Keyring, wrap: Wrap, secret: string): Promise<Uint8Array | undefined> => {
  const decipher = createDecipheriv(
    'aes-256-gcm',
    await derive(secret, Buffer.from(wrap.salt, 'hex')),
    Buffer.from(wrap.iv, 'hex'),
    {
      authTagLength: 16,
    },
  );
  decipher.setAAD(boundTo(keyring.workspaceId, wrap));
  decipher.setAuthTag(Buffer.from(wrap.tag, 'hex'));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(Buffer.from(wrap.wrapped, 'hex')), decipher.final()]));
  } catch {
    return undefined;
  }
};
