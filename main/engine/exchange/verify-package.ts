import type { Verification } from '#shared/contract/views.ts';
import type { Handler, TaskContext } from '#engine/context.ts';
import { failure, failureOf } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import { currentTrustList } from '#engine/trust.ts';
import { recipientIdOf } from '#engine/age.ts';
import { digitsOf, isCodeOf } from '#shared/exchange/digits.ts';
import type { Envelope } from '#shared/exchange/envelope.ts';
import { findTrustedOffice, type TrustList } from '#shared/exchange/trust-list.ts';
import { openGrant } from './accept-grant.ts';
import { readBounded } from './files.ts';
import {
  checkCiphertext,
  checkReplicas,
  checkRevocation,
  openPayload,
  openSeal,
  parseEnvelope,
  readForm,
  type SealedContainer,
} from './open-container.ts';
import { isPartFile } from './part-file.ts';
import { readOfficeContent } from './payload.ts';
import { identitiesOf, ownRecipientsOf } from './trust-in-force.ts';
import { verifyPart } from './verify-part.ts';

const nothing: Verification = {
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
  part: null,
};

const describe = (envelope: Envelope, packageId: string, list: TrustList | undefined): Verification => ({
  ...nothing,
  kind: envelope.kind,
  office: envelope.office,
  officeName: (list && findTrustedOffice(list, envelope.office)?.name) ?? null,
  installId: envelope.installId,
  epoch: envelope.epoch,
  seq: envelope.seq,
  packageId,
  code: digitsOf(Buffer.from(packageId, 'hex')),
  counts: { ...envelope.counts },
  stateHash: envelope.stateHash,
  createdAt: envelope.createdAt,
  approver: envelope.approver,
});

type Sealed = Pick<SealedContainer, 'envelope' | 'packageId' | 'payload'>;

/** Whether digits or QR text from paper belong to this package. Fails with `package-code-mismatch`. */
const checkCode = (code: string | undefined, { envelope, packageId }: Sealed): void => {
  if (code === undefined) return;
  const paper = { office: envelope.office, seq: envelope.seq, packageId };
  if (!isCodeOf(code, paper, digitsOf(Buffer.from(packageId, 'hex')))) throw failure('package-code-mismatch');
};

/** Where this workspace can read the payload, it is read to the last line. */
const checkContent = async (task: TaskContext, sealed: Sealed): Promise<void> => {
  if (!task.host.current()) return;
  const { ours, identities } = task.read((context) => ({
    ours: new Set(ownRecipientsOf(context).map(recipientIdOf)),
    identities: identitiesOf(context),
  }));
  if (!sealed.envelope.recipients.some((id) => ours.has(id))) return;
  readOfficeContent(await openPayload(sealed, identities), sealed.envelope);
};

type Answer = (sealed: Sealed) => void;

const verifyWith = async (
  task: TaskContext,
  bytes: Buffer,
  list: TrustList,
  code: string | undefined,
  sayWhat: Answer,
): Promise<void> => {
  const seal = openSeal(bytes, list);
  sayWhat(seal);
  checkRevocation(seal);
  checkReplicas(seal.envelope, list);
  checkCiphertext(seal);
  checkCode(code, seal);
  await checkContent(task, seal);
};

/** Without a trust list a signature proves nothing: form, envelope and ciphertext hash are all that can be looked at. */
const checkIntegrity = (bytes: Buffer, code: string | undefined, sayWhat: Answer): void => {
  const { envelope: raw, minisig, payload } = readForm(bytes);
  const sealed = { envelope: parseEnvelope(raw, minisig.trustedComment), packageId: sha256Hex(raw), payload };
  sayWhat(sealed);
  checkCiphertext(sealed);
  checkCode(code, sealed);
  throw failure('package-unverified');
};

const trustFor = (task: TaskContext, trustFile: string | undefined): TrustList | undefined => {
  if (trustFile !== undefined) return openGrant(readBounded(trustFile)).list;
  return task.host.current() ? task.read(({ database }) => currentTrustList(database)) : undefined;
};

/**
 * Says whether a file is genuine, and if not why. Fails only where a file cannot be read at all or the file named as `trust` is no sound
 * grant.
 */
export const verifyPackage: Handler<'package.verify'> = async (task, { file, trust, code }) => {
  const list = trustFor(task, trust);
  let shown = nothing;
  const sayWhat: Answer = ({ envelope, packageId }) => {
    shown = describe(envelope, packageId, list);
  };
  try {
    const bytes = readBounded(file);
    if (isPartFile(bytes)) {
      const sayPart = (part: Partial<Verification>): void => {
        shown = { ...nothing, ...part };
      };
      await verifyPart(task, bytes, { list, code, sayWhat: sayPart });
    } else if (list === undefined) checkIntegrity(bytes, code, sayWhat);
    else await verifyWith(task, bytes, list, code, sayWhat);
    return { ...shown, genuine: true };
  } catch (error) {
    const failed = failureOf(error);
    if (!failed.code.startsWith('package-')) throw error;
    return { ...shown, reason: failed.code };
  }
};
