import { findTrustList } from '#db/queries/trust-list.ts';
import type { Handler } from '#engine/context.ts';
import { currentTrustList, provinceFingerprintOf } from '#engine/trust.ts';
import { findTrustedOffice } from '#shared/exchange/trust-list.ts';

/** The trust list in force, or `null` before enrolment. */
export const showTrust: Handler<'trust.show'> = ({ database }) => {
  const stored = findTrustList(database);
  const list = currentTrustList(database);
  if (!stored || !list) return null;
  const provinceFingerprint = provinceFingerprintOf(list);
  return {
    number: list.number,
    hash: stored.hash,
    provinceFingerprint,
    provinceOfficeId: list.provinceOfficeId,
    provinceName: findTrustedOffice(list, list.provinceOfficeId)?.name ?? '',
    rotationCount: list.rotations?.length ?? 0,
    offices: list.offices.map(({ officeId, name, tier, installations }) => ({
      officeId,
      name,
      tier,
      installations: installations.map((one) => ({
        installId: one.installId,
        minisignPublicKey: one.minisignPublicKey,
        ageRecipient: one.ageRecipient,
        fingerprint: one.fingerprint ?? provinceFingerprint,
        grantedAt: one.grantedAt,
        revoked: one.revoked !== null,
        revokedAt: one.revoked?.revokedAt ?? null,
        lastAccepted: one.revoked === null ? null : { packageId: one.revoked.packageId, n: one.revoked.n },
      })),
    })),
  };
};
