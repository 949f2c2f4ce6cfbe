import { findNewestImport, listNewestByEpoch, type ImportRow } from '#db/queries/package.ts';
import { findIssuedReceiptBytes, findLastIssuedReceipt, writeIssuedReceipt } from '#db/queries/receipt.ts';
import type { Handler, QueryContext, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { unansweredProposals } from '#engine/proposals.ts';
import { activeInstallations, ownSigningKey } from '#engine/trust.ts';
import { canonicalJson, type Json } from '#shared/exchange/canonical.ts';
import { digitsOf } from '#shared/exchange/digits.ts';
import { epochCounterOf } from '#shared/exchange/dot.ts';
import { packageFileName, type Envelope } from '#shared/exchange/envelope.ts';
import { knownToAll, withoutReplicas } from '#shared/exchange/reach-of-side.ts';
import type { Context } from '#shared/exchange/state.ts';
import { findTrustedOffice, type TrustList } from '#shared/exchange/trust-list.ts';
import type { ReceiptContent } from '#shared/exchange/wire.ts';
import { readArchive } from './archive.ts';
import { targetFile } from './files.ts';
import { hasOpenFork } from './forks.ts';
import { logAfter, logHolesOf, sideOf, stateHashOf, unseenLinks, unseenState, type OfficeSide } from './office-state.ts';
import { officeBlobs, placeBefore, stageParts, stageWith, type StagedParts, type WrittenPart } from './part-export.ts';
import { storedEnvelope } from './package-sequence.ts';
import { getProvinceList, recipientsFor, signedTrustOf } from './trust-in-force.ts';
import { inTurn } from './turn.ts';
import { catalogueVersion, schemaNumber } from './versions.ts';
import { writeContainer, type EnvelopeDraft } from './write-container.ts';

/** What all are known to have, and from where on some lack the log. */
type SeenByAll = OfficeSide & { readonly log: Context };

/**
 * What every PC of the office is known to have: the receipt lists what lies beyond it, so that any of them can take it in. A PC that has
 * sent nothing yet is known to have nothing. Each epoch counts for itself: where a workspace was copied, two PCs have one installation's
 * name, and neither has what only the other sent.
 * Of a PC whose package raised the fork alarm nobody knows what it has: then all is listed.
 */
const seenByAll = ({ database }: QueryContext, list: TrustList, officeId: string): SeenByAll => {
  if (hasOpenFork(database, officeId)) return { context: {}, exceptions: [], log: {} };
  const newest = listNewestByEpoch(database, officeId);
  const sides = activeInstallations(list, officeId).flatMap(({ installId }) => {
    const own = newest.filter((one) => one.installId === installId);
    return own.length === 0 ? [undefined] : own.map(({ packageId }) => storedEnvelope(database, packageId));
  });
  const seen = knownToAll(sides);
  const holes = sides.flatMap((side) => side?.logHoles ?? []);
  return { ...seen, log: withoutReplicas(seen.context, holes) };
};

/**
 * The number after the last one. A province that was brought back may have issued numbers that it no longer knows; the packages name the
 * newest that their office holds.
 */
const nextNumber = ({ database, identity }: QueryContext, officeId: string, last: number): number => {
  if (epochCounterOf(identity.replica) === 1) return last + 1;
  const held = listNewestByEpoch(database, officeId).map(
    ({ packageId }) => storedEnvelope(database, packageId).newestReceipt?.number ?? 0,
  );
  return Math.max(last, ...held) + 1;
};

const acceptedOf = ({ installId, epoch, seq, packageId }: ImportRow) => ({ installId, epoch, seq, packageId });

const gather = (context: QueryContext, officeId: string) => {
  const { database, identity, actor, clock } = context;
  const list = getProvinceList(context);
  if (!findTrustedOffice(list, officeId) || officeId === identity.officeId)
    throw failure('office-not-found', { office: officeId });
  const newest = findNewestImport(database, officeId);
  const last = findLastIssuedReceipt(database, officeId);
  const side = sideOf(database, officeId, identity.replica);
  const seen = seenByAll(context, list, officeId);
  const number = nextNumber(context, officeId, last?.number ?? 0);
  const proposals = unansweredProposals(database, officeId);
  const { held } = officeBlobs(context, officeId);
  const heldBlobs = held.map(({ sha256 }) => sha256);
  const arrived = listNewestByEpoch(database, officeId);
  const lacked = new Set(arrived.flatMap(({ lackedBlobs }) => lackedBlobs));
  const content: ReceiptContent = {
    number,
    office: officeId,
    for: newest ? acceptedOf(newest) : null,
    accepted: arrived.map(acceptedOf),
    acceptedContext: side.context,
    setAside: side.exceptions.map(({ kind, id, field }) => ({ kind, id, field, reason: 'set-aside' })),
    proposals: [...proposals],
    ...(heldBlobs.length === 0 ? {} : { heldBlobs }),
  };
  const draft: EnvelopeDraft = {
    kind: 'receipt',
    office: officeId,
    installId: identity.installId,
    epoch: identity.epoch,
    seq: number,
    prevHash: last?.packageId ?? null,
    earlier: [],
    newestReceipt: null,
    schema: schemaNumber,
    catalogue: catalogueVersion,
    trustList: list.number,
    approver: actor.name,
    counts: {},
    context: side.context,
    exceptions: [...side.exceptions],
    base: seen.context,
    ...logHolesOf(database, officeId, side.context),
    stateHash: stateHashOf(database, officeId),
    createdAt: clock.now().toISOString(),
    trust: signedTrustOf(context),
  };
  const files = {
    'receipt.json': Buffer.from(canonicalJson(content as unknown as Json), 'utf8'),
    'state.jsonl': unseenState(database, officeId, seen),
    'log.jsonl': logAfter(database, officeId, seen.log),
    ...unseenLinks(database, officeId, seen),
  };
  return {
    draft,
    files,
    recipients: recipientsFor(list, officeId),
    key: ownSigningKey(database),
    newest,
    last,
    proposals: proposals.map(({ id }) => id),
    heldBlobs,
    toSend: held.filter(({ sha256 }) => lacked.has(sha256)),
    day: context.today,
  };
};

/** What a receipt says apart from its number, its time and who approved it. */
const meaningOf = (
  { context, exceptions, base, trust, stateHash, catalogue }: EnvelopeDraft,
  forPackageId: string | null,
  { proposals, heldBlobs }: { readonly proposals: readonly string[]; readonly heldBlobs: readonly string[] },
): string => canonicalJson({ context, exceptions, base, trust, stateHash, catalogue, forPackageId, proposals, heldBlobs });

/** The last receipt's bytes where a new one would say the same: then that one is given again. */
const findSame = (
  { database }: QueryContext,
  { draft, newest, last, proposals, heldBlobs }: ReturnType<typeof gather>,
): Buffer | undefined => {
  const bytes = last && findIssuedReceiptBytes(database, last.packageId);
  const entries = bytes && readArchive(Buffer.from(bytes));
  if (!entries) return undefined;
  const before = JSON.parse(Buffer.from(entries.envelope).toString('utf8')) as Envelope;
  const isSame =
    meaningOf(before, last.forPackageId, last) === meaningOf(draft, newest?.packageId ?? null, { proposals, heldBlobs });
  return isSame ? Buffer.from(bytes) : undefined;
};

type Input = Parameters<Handler<'receipt.issue'>>[1];

const issueOnce = async (task: TaskContext, input: Input): ReturnType<Handler<'receipt.issue'>> => {
  const { gathered, same } = task.read((context) => {
    const found = gather(context, input.officeId);
    return { gathered: found, same: findSame(context, found) };
  });
  const { draft, files, recipients, key, newest, last, day, proposals, heldBlobs, toSend } = gathered;
  const number = same === undefined || !last ? draft.seq : last.number;
  const file = targetFile(input, (copy) => packageFileName({ ...draft, seq: number }, day, copy));
  const stageAlong = (packageId: string): Promise<StagedParts> => {
    const { office, installId, epoch, createdAt } = draft;
    const part = { with: 'receipt', office, installId, epoch, seq: number, packageId, createdAt } as const;
    return stageParts(task, { beside: file, draft: part, blobs: toSend, recipients, key });
  };
  const answer = (packageId: string, parts: readonly WrittenPart[]) => ({
    file,
    officeId: input.officeId,
    number,
    packageId,
    seq: newest?.seq ?? null,
    code: digitsOf(Buffer.from(packageId, 'hex')),
    parts: parts.map((one) => ({ ...one })),
  });
  if (same !== undefined && last) {
    const along = await stageAlong(last.packageId);
    const again = stageWith(along, file, same);
    const parts = placeBefore(again, along);
    again.place();
    return answer(last.packageId, parts);
  }
  const { bytes, packageId } = await writeContainer(draft, files, recipients, key);
  const along = await stageAlong(packageId);
  const staged = stageWith(along, file, bytes);
  try {
    task.write(({ database, identity }) => {
      if (identity.installId !== draft.installId) throw failure('cancelled');
      const row = {
        officeId: input.officeId,
        number,
        packageId,
        forPackageId: newest?.packageId ?? null,
        forSeq: newest?.seq ?? null,
        proposals,
        heldBlobs,
      };
      writeIssuedReceipt(database, { ...row, issuedAt: draft.createdAt }, bytes);
    });
  } catch (error) {
    staged.discard();
    along.discard();
    throw error;
  }
  const parts = placeBefore(staged, along);
  staged.place();
  return answer(packageId, parts);
};

/**
 * Issues the office's next receipt: what has been accepted, the trust list, and whatever of the office's own data its PCs lack; where
 * nothing has changed since the last one, that one again. Fails with `wrong-tier` or `office-not-found`.
 */
export const issueReceipt: Handler<'receipt.issue'> = (task, input) => inTurn(task.host, () => issueOnce(task, input));
