import { readFileSync } from 'node:fs';
import { findKeyHolder, findTrustedOffice, type TrustList } from '#shared/exchange/trust-list.ts';
import type { Verification } from '#shared/contract/views.ts';
import type { Handler, TaskContext } from '#engine/context.ts';
import { EngineFailure, failure, failureOf } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import { isMinisigValid, keyIdOf } from '#engine/minisign.ts';
import { currentTrustList, readSignedTrustList } from '#engine/trust.ts';
import { digitsOf, isSameDigits, paperCodeOf } from '#shared/exchange/digits.ts';
import type { Envelope } from '#shared/exchange/envelope.ts';
import { checkReplicas, checkRevocation, openSeal, parseEnvelope, readForm } from './open-container.ts';

const unknown: Verification = {
  genuine: false,
  reason: null,
  kind: null,
  office: null,
  officeName: null,
  installId: null,
  epoch: null,
  seq: null,
  packageId: null,
  code: null,
  counts: {},
  stateHash: null,
  createdAt: null,
  approver: null,
};

const describe = (envelope: Envelope, packageId: string, list: TrustList | undefined): Verification => ({
  ...unknown,
  kind: envelope.kind,
  office: envelope.office,
  officeName: (list && findTrustedOffice(list, envelope.office)?.name) ?? null,
  installId: envelope.installId,
  epoch: envelope.epoch,
  seq: envelope.seq,
  packageId,
  code: digitsOf(Buffer.from(packageId, 'hex')),
  counts: envelope.counts,
  stateHash: envelope.stateHash,
  createdAt: envelope.createdAt,
  approver: envelope.approver,
});

const grantOf = (bytes: Buffer): { readonly list: TrustList; readonly envelope: Envelope; readonly packageId: string } => {
  const { envelope: raw, minisig } = readForm(bytes);
  const envelope = parseEnvelope(raw, minisig.trustedComment);
  if (envelope.kind !== 'grant' || !envelope.trust) throw failure('package-wrong-kind');
  const list = readSignedTrustList(envelope.trust);
  const holder = list && findKeyHolder(list, (key) => keyIdOf(key) === minisig.keyId);
  if (!list || !holder || holder.office.officeId !== list.provinceOfficeId) throw failure('package-unknown-key');
  if (!isMinisigValid(raw, minisig, holder.installation.minisignPublicKey)) throw failure('package-signature');
  return { list, envelope, packageId: sha256Hex(raw) };
};

/** Reads a grant with nothing but itself: its keys are believed only once a person has compared the fingerprint. */
export const openGrant = grantOf;

const trustFor = (task: TaskContext, trustFile: string | undefined): TrustList | undefined => {
  if (trustFile !== undefined) return grantOf(readFileSync(trustFile)).list;
  return task.host.current() ? task.read(({ database }) => currentTrustList(database)) : undefined;
};

/** Whether digits or QR text from paper belong to this package. */
const isCodeRight = (code: string, envelope: Envelope, packageId: string): boolean =>
  code.trim() === paperCodeOf(envelope.office, envelope.seq, packageId) ||
  isSameDigits(code, digitsOf(Buffer.from(packageId, 'hex'))) ||
  code.trim().toLowerCase() === packageId;

const integrityOnly = (bytes: Buffer): Verification => {
  const { envelope: raw, minisig, payload } = readForm(bytes);
  const envelope = parseEnvelope(raw, minisig.trustedComment);
  if (sha256Hex(payload) !== envelope.payloadHash) throw failure('package-ciphertext');
  return { ...describe(envelope, sha256Hex(raw), undefined), reason: 'package-unverified' };
};

const check = (bytes: Buffer, list: TrustList, code: string | undefined): Verification => {
  const seal = openSeal(bytes, list);
  const shown = describe(seal.envelope, seal.packageId, list);
  try {
    checkRevocation(seal);
    checkReplicas(seal.envelope, list);
    if (sha256Hex(seal.payload) !== seal.envelope.payloadHash) throw failure('package-ciphertext');
    if (code !== undefined && !isCodeRight(code, seal.envelope, seal.packageId)) throw failure('package-code-mismatch');
    return { ...shown, genuine: true };
  } catch (error) {
    if (error instanceof EngineFailure) return { ...shown, reason: error.failure.code };
    throw error;
  }
};

/** Says whether a file is genuine, and if not why. Fails only where the file cannot be read at all. */
export const verifyPackage: Handler<'package.verify'> = (task, { file, trust, code }) => {
  const bytes = readFileSync(file);
  try {
    const list = trustFor(task, trust);
    return Promise.resolve(list === undefined ? integrityOnly(bytes) : check(bytes, list, code));
  } catch (error) {
    const failed = failureOf(error);
    if (failed.code === 'internal-error') throw error;
    return Promise.resolve({ ...unknown, reason: failed.code });
  }
};
