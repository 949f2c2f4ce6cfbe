import { contextOf } from '#db/queries/context.ts';
import { confirmSentPackages, withdrawConfirmations } from '#db/queries/package.ts';
import { findNewestReceipt, writeReceivedReceipt } from '#db/queries/receipt.ts';
import type { CommandContext, Handler, QueryContext, TaskContext } from '#engine/context.ts';
import { startEpochIfOvertaken } from '#engine/epoch.ts';
import { failure, failureOf } from '#engine/failure.ts';
import { takeInProposals } from '#engine/proposals.ts';
import { keyIdOf } from '#engine/minisign.ts';
import { currentTrustList, readSignedTrustList, takeInTrustList } from '#engine/trust.ts';
import { readCanonical } from '#engine/read-json.ts';
import type { Envelope } from '#shared/exchange/envelope.ts';
import { findKeyHolder, type TrustList } from '#shared/exchange/trust-list.ts';
import { receiptSchema, type ReceiptContent } from '#shared/exchange/wire.ts';
import { applyJoin } from './apply-join.ts';
import { withInbox, writeArrival } from './inbox.ts';
import { fileSource, type Source } from './files.ts';
import { countsOf } from './merge-result.ts';
import { isContained, withoutReplicas } from '#shared/exchange/reach-of-side.ts';
import { mendOwnFork } from './own-fork.ts';
import {
  checkRecipient,
  checkReplicas,
  checkRevocation,
  openPayload,
  openSeal,
  parseEnvelope,
  readBroughtTrustList,
  readForm,
  type SealedContainer,
} from './open-container.ts';
import { readOfficeContent, type OfficeContent } from './payload.ts';
import { getTrustList, identitiesOf, ownRecipientsOf } from './trust-in-force.ts';

type Opened = {
  readonly seal: SealedContainer;
  readonly brought: TrustList;
  readonly receipt: ReceiptContent;
  readonly content: OfficeContent;
};

/**
 * A receipt signed with a key that is not known yet may bring the rotation that explains it: then its trust list, held up by the known keys,
 * says which key must have signed.
 */
const openReceipt = (bytes: Buffer, list: TrustList): SealedContainer => {
  const { envelope: raw, minisig } = readForm(bytes);
  if (findKeyHolder(list, (key) => keyIdOf(key) === minisig.keyId)) return openSeal(bytes, list);
  const envelope = parseEnvelope(raw, minisig.trustedComment);
  const brought = envelope.trust && readSignedTrustList(envelope.trust, list.signingKeys);
  if (!brought || brought.number <= list.number) throw failure('package-unknown-key');
  return openSeal(bytes, brought);
};

const identify = (context: QueryContext, bytes: Buffer): Pick<Opened, 'seal' | 'brought'> => {
  const list = getTrustList(context);
  const seal = openReceipt(bytes, list);
  if (seal.envelope.kind !== 'receipt') throw failure('package-wrong-kind');
  if (seal.envelope.office !== context.identity.officeId) throw failure('receipt-not-for-us');
  checkRevocation(seal);
  const brought = readBroughtTrustList(seal.envelope, list.signingKeys);
  checkReplicas(seal.envelope, brought.number > list.number ? brought : list);
  checkRecipient(seal.envelope, ownRecipientsOf(context));
  return { seal, brought };
};

const readReceipt = (bytes: Uint8Array | undefined, envelope: Envelope): ReceiptContent => {
  const parsed = receiptSchema.safeParse(readCanonical(bytes ?? new Uint8Array())?.value);
  if (parsed.success && parsed.data.number === envelope.seq && parsed.data.office === envelope.office) return parsed.data;
  throw failure('package-schema', { file: 'receipt.json' });
};

const open = async (task: TaskContext, bytes: Buffer): Promise<Opened> => {
  const { seal, brought } = task.read((context) => identify(context, bytes));
  const files = await openPayload(seal, task.read(identitiesOf));
  return {
    seal,
    brought,
    receipt: readReceipt(files['receipt.json'], seal.envelope),
    content: readOfficeContent(files, seal.envelope),
  };
};

type Result = Awaited<ReturnType<Handler<'receipt.receive'>>>;

/** The newest package of this PC that the receipt confirms: of its greatest epoch. */
const ownConfirmed = ({ identity }: QueryContext, { accepted }: ReceiptContent): ReceiptContent['accepted'][number] | undefined =>
  accepted
    .filter((one) => one.installId === identity.installId)
    .sort((a, b) => Number(a.epoch.split('-')[0]) - Number(b.epoch.split('-')[0]))
    .at(-1);

/**
 * Takes the office's own data in that the receipt brings. It lists only what lies beyond what the province knew this PC to have; where the
 * PC has less than that (it was brought back since), joining would count as seen what is not there, so nothing is taken.
 */
const takeState = (context: CommandContext, { seal, content }: Opened): Pick<Result, 'taken' | 'complete'> => {
  const { database, identity } = context;
  const base = seal.envelope.base ?? {};
  if (!isContained(base, contextOf(database, identity.officeId)))
    return { taken: { added: 0, changed: 0, removed: 0, conflict: 0 }, complete: false };
  const { items } = applyJoin(database, seal.envelope, content, {
    officeId: identity.officeId,
    ownReplica: identity.replica,
    leaveOut: [],
    whole: Object.keys(base).length === 0,
  });
  return { taken: countsOf(items), complete: true };
};

const takeIn = (context: CommandContext, opened: Opened, renumbered: number): Result => {
  const { database, clock } = context;
  const { seal, brought, receipt } = opened;
  const newest = findNewestReceipt(database);
  const confirmed = ownConfirmed(context, receipt);
  const now = clock.now().toISOString();
  const answer = (status: Result['status'], taken: Pick<Result, 'taken' | 'complete'>): Result => ({
    status,
    number: receipt.number,
    confirmedSeq: confirmed?.seq ?? null,
    confirmedPackageId: confirmed?.packageId ?? null,
    ...taken,
    renumbered,
    trustNumber: currentTrustList(database)?.number ?? 0,
  });
  const nothing = { taken: { added: 0, changed: 0, removed: 0, conflict: 0 }, complete: true };
  if (newest && receipt.number < newest.number) return answer('older-ignored', nothing);
  if (newest && receipt.number === newest.number) {
    if (newest.packageId !== seal.packageId) throw failure('receipt-differs', { number: receipt.number });
    return answer('already-received', nothing);
  }
  if (brought.number < (currentTrustList(database)?.number ?? 0))
    throw failure('package-older-trust', { number: brought.number });
  if (seal.envelope.trust) takeInTrustList(database, seal.envelope.trust, brought, now);
  const taken = takeState(context, opened);
  takeInProposals(database, context.identity.officeId, receipt.number, receipt.proposals);
  const own = receipt.accepted.filter((one) => one.installId === context.identity.installId);
  withdrawConfirmations(database, own);
  for (const one of own) confirmSentPackages(database, one.epoch, one.seq, now);
  writeReceivedReceipt(database, {
    number: receipt.number,
    packageId: seal.packageId,
    forPackageId: receipt.for?.packageId ?? null,
    forSeq: confirmed?.seq ?? null,
    // Of what the province lacks the log the next package brings it again.
    acceptedContext: withoutReplicas(receipt.acceptedContext, seal.envelope.logHoles),
    receivedAt: now,
    heldBlobs: receipt.heldBlobs ?? [],
  });
  return answer('applied', taken);
};

/** A receipt that does not list all cannot mend a fork of one's own: then the next one must. */
const withoutFork = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw failureOf(error).code === 'package-fork' ? failure('receipt-fork') : error;
  }
};

/** The same for a receipt that is read by `source`; it goes through the inbox under its file name. */
export const receiveFrom = (task: TaskContext, { file, read }: Source): Promise<Result> =>
  withInbox(
    task,
    file,
    async (bytes) => {
      const opened = await open(task, bytes);
      const { envelope, packageId } = opened.seal;
      const renumbered = mendOwnFork(task, envelope.office, opened.content);
      startEpochIfOvertaken(task, envelope.office, envelope.context);
      return withoutFork(() =>
        task.write((context) => {
          const result = takeIn(context, opened, renumbered);
          const sender = { office: envelope.office, seq: envelope.seq, packageId };
          if (result.status !== 'older-ignored') writeArrival(context, { file, bytes, status: result.status, sender });
          return result;
        }),
      );
    },
    read,
  );

/**
 * Takes a receipt in: confirms what was exported, takes the newer trust list and the office's own data it brings. An older number is
 * ignored, an equal one must be the same file (`receipt-differs`).
 */
export const receiveReceipt: Handler<'receipt.receive'> = (task, { file }) => receiveFrom(task, fileSource(file));
