import { installationOf } from './dot.ts';
import type { Head } from './state.ts';
import { findTrustedOffice, type TrustList } from './trust-list.ts';

/**
 * Whether a change is one that a revocation leaves out: of a revoked installation everything beyond its last accepted change, in any epoch
 * but the one that the revocation names. Such changes are set aside whoever brings them.
 */
export const revocationFinder = (list: TrustList | undefined, officeId: string): ((head: Head) => boolean) => {
  const installations = (list && findTrustedOffice(list, officeId)?.installations) ?? [];
  const revoked = new Map(installations.flatMap((one) => (one.revoked === null ? [] : [[one.installId, one.revoked] as const])));
  return ([replica, n]) => {
    const last = revoked.get(installationOf(replica));
    return last !== undefined && (replica !== last.replica || n > last.n);
  };
};
