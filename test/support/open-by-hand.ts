import { checkRevocation, checkReplicas, openPayload, openSeal } from '#engine/exchange/open-container.ts';
import { readOfficeContent } from '#engine/exchange/payload.ts';
import { failureOf } from '#engine/failure.ts';
import type { TrustedInstallation, TrustList } from '#shared/exchange/trust-list.ts';
import type { Sender } from './hand-made-sender.ts';

const grantedAt = '2019-12-02T03:00:00.000Z';

const trusted = ({ installId, signing, age }: Sender): TrustedInstallation => ({
  installId,
  minisignPublicKey: signing.publicKey,
  ageRecipient: age.recipient,
  grantedAt,
  revoked: null,
});

/** A trust list of a province without a PC of its own and the offices of the given installations. */
export const listOf = (...senders: readonly Sender[]): TrustList => {
  const [first] = senders as readonly [Sender];
  return {
    format: 1,
    number: 2,
    previousHash: null,
    provinceOfficeId: '66',
    signingKeys: [first.signing.publicKey],
    escrowRecipient: first.age.recipient,
    offices: senders.map((sender) => ({
      officeId: sender.office,
      name: `Phòng Tư pháp ${sender.office}`,
      tier: 'district' as const,
      unitId: sender.office,
      installations: [trusted(sender)],
    })),
  };
};

/** Runs every check of a package that needs no books, in their order. Returns the code of the refusal, or `accepted`. */
export const openByHand = async (bytes: Buffer, list: TrustList, identities: readonly string[]): Promise<string> => {
  try {
    const seal = openSeal(bytes, list);
    checkRevocation(seal);
    checkReplicas(seal.envelope, list);
    readOfficeContent(await openPayload(seal, identities), seal.envelope);
    return 'accepted';
  } catch (error) {
    return failureOf(error).code;
  }
};
