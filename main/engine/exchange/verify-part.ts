import { recipientIdOf } from '#engine/age.ts';
import type { TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import type { Verification } from '#shared/contract/views.ts';
import { digitsOf, isCodeOf } from '#shared/exchange/digits.ts';
import type { PartEnvelope } from '#shared/exchange/part.ts';
import { findTrustedOffice, type TrustList } from '#shared/exchange/trust-list.ts';
import { checkCiphertext, readForm } from './open-container.ts';
import { openPartContents, openPartSeal, parsePartEnvelope, type SealedPart } from './part-file.ts';
import { identitiesOf, ownRecipientsOf } from './trust-in-force.ts';

type Shown = Partial<Verification>;

/** What a part says of itself. The code of paper is that of the package it belongs to. */
const describe = (envelope: PartEnvelope, list: TrustList | undefined): Shown => ({
  kind: 'part',
  office: envelope.office,
  officeName: (list && findTrustedOffice(list, envelope.office)?.name) ?? null,
  installId: envelope.installId,
  epoch: envelope.epoch,
  seq: envelope.seq,
  packageId: envelope.packageId,
  code: digitsOf(Buffer.from(envelope.packageId, 'hex')),
  createdAt: envelope.createdAt,
  part: { number: envelope.part, count: envelope.partCount },
});

const checkCode = (code: string | undefined, { office, seq, packageId }: PartEnvelope): void => {
  if (code !== undefined && !isCodeOf(code, { office, seq, packageId }, digitsOf(Buffer.from(packageId, 'hex'))))
    throw failure('package-code-mismatch');
};

/** Where this workspace can read the contents, each is compared with its hash. */
const checkContents = async (task: TaskContext, seal: SealedPart): Promise<void> => {
  if (!task.host.current()) return;
  const { ours, identities } = task.read((context) => ({
    ours: new Set(ownRecipientsOf(context).map(recipientIdOf)),
    identities: identitiesOf(context),
  }));
  if (seal.envelope.recipients.some((id) => ours.has(id))) await openPartContents(seal, identities);
};

/** Checks a part as a package is checked; without a trust list only its integrity, and never that it is genuine. Fails as a merge does. */
export const verifyPart = async (
  task: TaskContext,
  bytes: Buffer,
  {
    list,
    code,
    sayWhat,
  }: {
    readonly list: TrustList | undefined;
    readonly code: string | undefined;
    readonly sayWhat: (shown: Shown) => void;
  },
): Promise<void> => {
  if (list === undefined) {
    const { envelope: raw, minisig, payload } = readForm(bytes);
    const envelope = parsePartEnvelope(raw, minisig.trustedComment);
    sayWhat(describe(envelope, list));
    checkCiphertext({ envelope, payload });
    checkCode(code, envelope);
    throw failure('package-unverified');
  }
  const seal = openPartSeal(bytes, list);
  sayWhat(describe(seal.envelope, list));
  checkCiphertext(seal);
  checkCode(code, seal.envelope);
  await checkContents(task, seal);
};
