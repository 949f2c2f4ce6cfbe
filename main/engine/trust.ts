import { listKeyPairs } from '#db/queries/key-pair.ts';
import { findTrustList, writeTrustList } from '#db/queries/trust-list.ts';
import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import { canonicalJson } from '#shared/exchange/canonical.ts';
import { digitsOf } from '#shared/exchange/digits.ts';
import { trustListSchema, type SignedTrustList, type TrustList, type TrustedInstallation } from '#shared/exchange/trust-list.ts';
import { failure } from './failure.ts';
import { sha256, sha256Hex } from './hash.ts';
import { isMinisigValid, parseMinisig, signMinisig, type SigningKey } from './minisign.ts';
import { readCanonicalText } from './read-json.ts';
import { followRotations } from './rotation.ts';

/** The list in force, or `undefined` before enrolment. */
export const currentTrustList = (database: ReadableDatabase): TrustList | undefined => {
  const stored = findTrustList(database);
  return stored && trustListSchema.parse(JSON.parse(stored.content));
};

const commentOf = (list: Pick<TrustList, 'number' | 'provinceOfficeId'>): string =>
  `hgtrust 1 ${list.provinceOfficeId} ${list.number}`;

/** Signs a list with the province's key. */
export const signTrustList = (list: TrustList, key: Pick<SigningKey, 'seed' | 'keyId'>): SignedTrustList => {
  const content = canonicalJson(list);
  return { content, signature: signMinisig(Buffer.from(content, 'utf8'), commentOf(list), key) };
};

const readContent = (content: string): TrustList | undefined => {
  const parsed = trustListSchema.safeParse(readCanonicalText(content)?.value);
  return parsed.success ? parsed.data : undefined;
};

/**
 * Reads a signed list. `keys` are the province signing keys that are known: one of them, or one that follows from them by rotations, must
 * have signed it; without them any key named in the list itself counts, and the caller compares the fingerprint. Only keys that the list
 * itself has in force sign it. `undefined` where the signature or the form is wrong.
 */
export const readSignedTrustList = (signed: SignedTrustList, keys?: readonly string[]): TrustList | undefined => {
  const minisig = parseMinisig(signed.signature);
  if (!minisig) return undefined;
  const bytes = Buffer.from(signed.content, 'utf8');
  const list = readContent(signed.content);
  const followed = list && keys && followRotations(list, keys);
  const trusted = (list?.signingKeys ?? []).filter((key) => followed === undefined || followed.has(key));
  if (!trusted.some((key) => isMinisigValid(bytes, minisig, key))) return undefined;
  return list && minisig.trustedComment === commentOf(list) ? list : undefined;
};

/** Newest age recipient of the province's own installations. */
export const provinceRecipientsOf = (list: TrustList): readonly string[] =>
  activeInstallations(list, list.provinceOfficeId).map((installation) => installation.ageRecipient);

/** Installations of an office whose keys are in force. */
export const activeInstallations = (list: TrustList, officeId: string): readonly TrustedInstallation[] =>
  list.offices.find((office) => office.officeId === officeId)?.installations.filter((one) => one.revoked === null) ?? [];

/** Digits by which a district recognises its province: over signing key, age recipient and escrow recipient. */
export const provinceFingerprintOf = (list: TrustList): string =>
  digitsOf(
    sha256(
      Buffer.from(
        `hg-province-1${list.signingKeys[0] ?? ''}${provinceRecipientsOf(list)[0] ?? ''}${list.escrowRecipient}`,
        'utf8',
      ),
    ),
  );

/**
 * Takes a newer list in. Numbers only grow and each names its predecessor's hash; an older one is ignored. Fails with
 * `package-trust-fork` for another list of the same number or another history.
 */
export const takeInTrustList = (database: WritableDatabase, signed: SignedTrustList, list: TrustList, now: string): boolean => {
  const known = findTrustList(database);
  const hash = sha256Hex(signed.content);
  if (known && list.number < known.number) return false;
  if (known && list.number === known.number) {
    if (known.hash !== hash) throw failure('package-trust-fork', { number: list.number });
    return false;
  }
  if (known && list.number === known.number + 1 && list.previousHash !== known.hash)
    throw failure('package-trust-fork', { number: list.number });
  writeTrustList(database, { number: list.number, hash, content: signed.content, signature: signed.signature, takenInAt: now });
  return true;
};

/** The signing key in force of this installation. */
export const ownSigningKey = (database: ReadableDatabase): SigningKey => {
  const key = listKeyPairs(database, 'sign')[0];
  if (key?.secret == null) throw failure('internal-error');
  return { publicKey: key.publicKey, keyId: key.keyId, seed: Buffer.from(key.secret, 'hex') };
};

/** Whether this installation stands in the list under this office and is not revoked. */
export const isEnrolled = (database: ReadableDatabase, officeId: string, installId: string): boolean => {
  const list = currentTrustList(database);
  return list !== undefined && activeInstallations(list, officeId).some((one) => one.installId === installId);
};
