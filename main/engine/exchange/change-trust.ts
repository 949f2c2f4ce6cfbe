import { writeAuditEntry } from '#db/queries/audit.ts';
import { contextOf } from '#db/queries/context.ts';
import { findNewestImportOf } from '#db/queries/package.ts';
import { findTrustList, writeTrustList } from '#db/queries/trust-list.ts';
import type { ReadableDatabase } from '#db/open.ts';
import type { CommandContext, Handler } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import { makeInstallationKeys, storeInstallationKeys } from '#engine/installation-keys.ts';
import { signRotation } from '#engine/rotation.ts';
import { ownSigningKey, provinceFingerprintOf, signTrustList } from '#engine/trust.ts';
import { epochCounterOf, installationOf } from '#shared/exchange/dot.ts';
import type { TrustedInstallation, TrustedOffice, TrustList } from '#shared/exchange/trust-list.ts';
import { getProvinceList } from './trust-in-force.ts';
import { inTurn } from './turn.ts';

type Content = Omit<TrustList, 'number' | 'previousHash'>;

/** Signs and stores the list after the one in force. */
const storeNext = ({ database, clock }: CommandContext, list: TrustList, content: Content): TrustList => {
  const previous = findTrustList(database);
  if (!previous) throw failure('not-enrolled');
  const next = { ...content, number: list.number + 1, previousHash: previous.hash };
  const signed = signTrustList(next, ownSigningKey(database));
  const takenInAt = clock.now().toISOString();
  writeTrustList(database, { number: next.number, hash: sha256Hex(signed.content), ...signed, takenInAt });
  return next;
};

/** The last thing that was accepted of an installation: its newest replica, how far it was taken in, and its newest package. */
const lastAccepted = (database: ReadableDatabase, officeId: string, installId: string) => {
  const [newest] = Object.entries(contextOf(database, officeId))
    .filter(([replica]) => installationOf(replica) === installId)
    .sort(([a], [b]) => epochCounterOf(b) - epochCounterOf(a));
  return {
    replica: newest?.[0] ?? '',
    packageId: findNewestImportOf(database, officeId, installId)?.packageId ?? null,
    n: newest?.[1].n ?? 0,
    logHash: newest?.[1].logHash ?? '',
  };
};

type Found = { readonly office: TrustedOffice; readonly installation: TrustedInstallation };

const findInstallation = (list: TrustList, installId: string): Found => {
  for (const office of list.offices)
    for (const installation of office.installations) if (installation.installId === installId) return { office, installation };
  throw failure('installation-not-found');
};

const withInstallation = (list: TrustList, changed: TrustedInstallation): readonly TrustedOffice[] =>
  list.offices.map((office) => ({
    ...office,
    installations: office.installations.map((one) => (one.installId === changed.installId ? changed : one)),
  }));

/**
 * Revokes an installation: nothing of its key is taken any more, and changes of it beyond the last accepted one are set aside whoever
 * brings them. Fails with `wrong-tier`, `installation-not-found`, `installation-revoked`, `installation-own`.
 */
export const revokeInstallation: Handler<'trust.revoke'> = (context, { installId, reason }) => {
  const { database, identity, actor, clock } = context;
  const list = getProvinceList(context);
  const { office, installation } = findInstallation(list, installId);
  if (office.officeId === identity.officeId) throw failure('installation-own');
  if (installation.revoked !== null) throw failure('installation-revoked');
  const at = clock.now().toISOString();
  const last = lastAccepted(database, office.officeId, installId);
  const offices = withInstallation(list, { ...installation, revoked: { revokedAt: at, ...last } });
  const next = storeNext(context, list, { ...list, offices: [...offices] });
  writeAuditEntry(database, { at, userId: actor.id, action: 'installation-revoked', subject: installId, reason });
  return { number: next.number, officeId: office.officeId, installId, last };
};

/**
 * Gives the province new keys: the new signing key is signed by the old and the new one, the old decryption keys stay. Offices learn of it
 * by their next receipt. Fails with `wrong-tier`.
 */
export const rotateKeys: Handler<'trust.rotate'> = (task, { reason }) =>
  inTurn(task.host, async () => {
    task.read(getProvinceList);
    const keys = await makeInstallationKeys(task.ids);
    return task.write((context) => {
      const { database, identity, actor, clock } = context;
      const list = getProvinceList(context);
      const rotation = signRotation(identity.officeId, list.number + 1, ownSigningKey(database), keys.signing);
      const { installation } = findInstallation(list, identity.installId);
      storeInstallationKeys(context, keys);
      const next = storeNext(context, list, {
        ...list,
        signingKeys: [keys.signing.publicKey],
        rotations: [...(list.rotations ?? []), rotation],
        offices: [
          ...withInstallation(list, {
            ...installation,
            minisignPublicKey: keys.signing.publicKey,
            ageRecipient: keys.age.recipient,
          }),
        ],
      });
      writeAuditEntry(database, {
        at: clock.now().toISOString(),
        userId: actor.id,
        action: 'province-keys-rotated',
        subject: identity.installId,
        reason,
      });
      return { number: next.number, provinceFingerprint: provinceFingerprintOf(next), minisignPublicKey: keys.signing.publicKey };
    });
  });
