import { listKeyPairs } from '#db/queries/key-pair.ts';
import { findTrustList } from '#db/queries/trust-list.ts';
import type { QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { activeInstallations, currentTrustList, isEnrolled, provinceRecipientsOf } from '#engine/trust.ts';
import type { SignedTrustList, TrustList } from '#shared/exchange/trust-list.ts';

type Books = Pick<QueryContext, 'database' | 'identity'>;

/** The trust list in force. Fails with `not-enrolled`. */
export const getTrustList = ({ database }: Pick<Books, 'database'>): TrustList => {
  const list = currentTrustList(database);
  if (!list) throw failure('not-enrolled');
  return list;
};

/** The same, but only where this installation stands in it. Fails with `not-enrolled`. */
export const getEnrolledList = ({ database, identity }: Books): TrustList => {
  if (!isEnrolled(database, identity.officeId, identity.installId)) throw failure('not-enrolled');
  return getTrustList({ database });
};

/** The same, but only at the province. Fails with `wrong-tier`. */
export const getProvinceList = ({ database, identity }: Books): TrustList => {
  if (identity.tier !== 'province') throw failure('wrong-tier');
  return getTrustList({ database });
};

/** The trust list in force as it travels. */
export const signedTrustOf = ({ database }: Pick<Books, 'database'>): SignedTrustList => {
  const stored = findTrustList(database);
  if (!stored) throw failure('not-enrolled');
  return { content: stored.content, signature: stored.signature };
};

/** Who can read what concerns an office: the province, the escrow key and every installation of the office in force. */
export const recipientsFor = (list: TrustList, officeId: string): readonly string[] => [
  ...new Set([
    ...provinceRecipientsOf(list),
    list.escrowRecipient,
    ...activeInstallations(list, officeId).map((installation) => installation.ageRecipient),
  ]),
];

/** Own age identities, newest first; old ones still open what was written for them. */
export const identitiesOf = ({ database }: Pick<Books, 'database'>): readonly string[] =>
  listKeyPairs(database, 'decrypt').flatMap((key) => (key.secret === null ? [] : [key.secret]));

/** Own age recipients, newest first. */
export const ownRecipientsOf = ({ database }: Pick<Books, 'database'>): readonly string[] =>
  listKeyPairs(database, 'decrypt').map((key) => key.publicKey);
