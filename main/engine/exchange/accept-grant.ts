import type { ReadableDatabase } from '#db/open.ts';
import { listKeyPairs } from '#db/queries/key-pair.ts';
import type { Handler, QueryContext, TaskContext } from '#engine/context.ts';
import { startEpochIfOvertaken } from '#engine/epoch.ts';
import { failure } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import { isMinisigValid, keyIdOf } from '#engine/minisign.ts';
import { currentTrustList, ownSigningKey, provinceFingerprintOf, readSignedTrustList, takeInTrustList } from '#engine/trust.ts';
import { isSameDigits } from '#shared/exchange/digits.ts';
import type { Envelope } from '#shared/exchange/envelope.ts';
import { findKeyHolder, findTrustedOffice, type SignedTrustList, type TrustList } from '#shared/exchange/trust-list.ts';
import { applyJoin } from './apply-join.ts';
import { readBounded } from './files.ts';
import { withInbox } from './inbox.ts';
import { checkRecipient, checkReplicas, openPayload, parseEnvelope, readForm } from './open-container.ts';
import { readOfficeContent } from './payload.ts';
import { identitiesOf, ownRecipientsOf } from './trust-in-force.ts';

export type Grant = {
  readonly envelope: Envelope;
  readonly payload: Uint8Array;
  readonly packageId: string;
  readonly trust: SignedTrustList;
  readonly list: TrustList;
};

/**
 * Reads a grant with nothing but itself. It is the one file that must be parsed before its signature can be checked, because it brings the
 * keys; they are believed only once a person has compared the fingerprint.
 */
export const openGrant = (bytes: Buffer): Grant => {
  const { envelope: raw, payload, minisig } = readForm(bytes);
  const envelope = parseEnvelope(raw, minisig.trustedComment);
  if (envelope.kind !== 'grant' || envelope.trust === undefined) throw failure('package-wrong-kind');
  const list = readSignedTrustList(envelope.trust);
  if (!list) throw failure('package-signature');
  const holder = findKeyHolder(list, (key) => keyIdOf(key) === minisig.keyId);
  if (!holder || holder.office.officeId !== list.provinceOfficeId) throw failure('package-unknown-key');
  if (!isMinisigValid(raw, minisig, holder.installation.minisignPublicKey)) throw failure('package-signature');
  if (holder.installation.revoked !== null) throw failure('package-revoked-key', { office: envelope.office });
  if (holder.installation.installId !== envelope.installId) throw failure('package-key-office', { office: envelope.office });
  return { envelope, payload, packageId: sha256Hex(raw), trust: envelope.trust, list };
};

export const inspectGrant: Handler<'enrol.inspectGrant'> = (_, { file }) => {
  const { list } = openGrant(readBounded(file));
  return Promise.resolve({
    provinceOfficeId: list.provinceOfficeId,
    provinceName: findTrustedOffice(list, list.provinceOfficeId)?.name ?? '',
    provinceFingerprint: provinceFingerprintOf(list),
    trustNumber: list.number,
  });
};

/** The grant must name exactly this installation with exactly its keys. */
const isOurs = ({ database, identity }: QueryContext, { envelope, list }: Grant): boolean => {
  const named = findTrustedOffice(list, identity.officeId)?.installations.find((one) => one.installId === identity.installId);
  return (
    envelope.office === identity.officeId &&
    named?.minisignPublicKey === ownSigningKey(database).publicKey &&
    listKeyPairs(database, 'decrypt').some((key) => key.publicKey === named.ageRecipient)
  );
};

/** Once enrolled, only the same province's keys count. */
const isOtherProvince = (database: ReadableDatabase, { trust, list }: Grant): boolean => {
  const known = currentTrustList(database);
  return (
    known !== undefined && (known.provinceOfficeId !== list.provinceOfficeId || !readSignedTrustList(trust, known.signingKeys))
  );
};

const acceptBytes = async (task: TaskContext, bytes: Buffer, fingerprint: string): ReturnType<Handler<'enrol.accept'>> => {
  const grant = openGrant(bytes);
  const { envelope, trust, list } = grant;
  if (!isSameDigits(fingerprint, provinceFingerprintOf(list))) throw failure('fingerprint-mismatch');
  task.read((context) => {
    if (!isOurs(context, grant)) throw failure('grant-not-for-us');
    if (isOtherProvince(context.database, grant)) throw failure('already-enrolled');
    checkReplicas(envelope, list);
    checkRecipient(envelope, ownRecipientsOf(context));
  });
  const content = readOfficeContent(await openPayload(grant, task.read(identitiesOf)), envelope);
  startEpochIfOvertaken(task, envelope.office, envelope.context);
  return task.write(({ database, identity, clock }) => {
    takeInTrustList(database, trust, list, clock.now().toISOString());
    applyJoin(database, envelope, content, {
      officeId: identity.officeId,
      ownReplica: identity.replica,
      leaveOut: [],
      whole: true,
    });
    return { provinceOfficeId: list.provinceOfficeId, trustNumber: list.number };
  });
};

/**
 * Accepts the province's answer once its fingerprint was compared. Fails with `fingerprint-mismatch`, `grant-not-for-us`,
 * `already-enrolled` (by another province), `package-trust-fork`; then nothing has changed.
 */
export const acceptGrant: Handler<'enrol.accept'> = (task, { file, fingerprint }) =>
  withInbox(task, file, (bytes) => acceptBytes(task, bytes, fingerprint));
