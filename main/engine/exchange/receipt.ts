import { readFileSync } from 'node:fs';
import { listKeyPairs } from '#db/queries/key-pair.ts';
import { confirmSentPackages, findImportBytes, findNewestImport } from '#db/queries/package.ts';
import { findLastIssuedReceipt, findNewestReceipt, writeIssuedReceipt, writeReceivedReceipt } from '#db/queries/receipt.ts';
import { findTrustList } from '#db/queries/trust-list.ts';
import type { Handler, QueryContext, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { currentTrustList, ownSigningKey, takeInTrustList } from '#engine/trust.ts';
import { canonicalJson, type Json } from '#shared/exchange/canonical.ts';
import { digitsOf } from '#shared/exchange/digits.ts';
import { packageFileName, type Envelope } from '#shared/exchange/envelope.ts';
import { findTrustedOffice, type TrustList } from '#shared/exchange/trust-list.ts';
import { receiptSchema, type ReceiptContent } from '#shared/exchange/wire.ts';
import { applyJoin } from './apply-join.ts';
import { readArchive } from './archive.ts';
import { catalogueVersion, recipientsFor, schemaNumber, targetFile } from './export-package.ts';
import { logAfter, sideOf, stateHashOf, unseenState, wholeState } from './office-state.ts';
import { checkRecipient, openPayload, openSeal, readBroughtTrustList, type SealedContainer } from './open-container.ts';
import { readOfficeContent } from './payload.ts';
import { writeChecked, writeContainer, type EnvelopeDraft } from './write-container.ts';

const getProvinceList = ({ database, identity }: QueryContext): TrustList => {
  if (identity.tier !== 'province') throw failure('wrong-tier');
  const list = currentTrustList(database);
  if (!list) throw failure('not-enrolled');
  return list;
};

/** The trust list in force as it travels. */
export const signedTrustOf = ({ database }: QueryContext): NonNullable<Envelope['trust']> => {
  const stored = findTrustList(database);
  if (!stored) throw failure('not-enrolled');
  return { content: stored.content, signature: stored.signature };
};

const lastEnvelope = (context: QueryContext, packageId: string): Envelope => {
  const entries = readArchive(Buffer.from(findImportBytes(context.database, packageId) ?? new Uint8Array()));
  if (!entries) throw failure('workspace-damaged');
  return JSON.parse(Buffer.from(entries.envelope).toString('utf8')) as Envelope;
};

const gather = (context: QueryContext, officeId: string) => {
  const { database, identity, actor, clock } = context;
  const list = getProvinceList(context);
  if (!findTrustedOffice(list, officeId) || officeId === identity.officeId) throw failure('office-not-found', { office: officeId });
  const last = findNewestImport(database, officeId);
  const sent = last && lastEnvelope(context, last.packageId);
  const side = sideOf(database, officeId);
  const number = (findLastIssuedReceipt(database, officeId)?.number ?? 0) + 1;
  const content: ReceiptContent = {
    number,
    office: officeId,
    for: last ? { installId: last.installId, epoch: last.epoch, seq: last.seq, packageId: last.packageId } : null,
    acceptedContext: side.context,
    setAside: side.exceptions.map(({ kind, id, field }) => ({ kind, id, field, reason: 'left-out' })),
    proposals: [],
  };
  const draft: EnvelopeDraft = {
    kind: 'receipt',
    office: officeId,
    installId: identity.installId,
    epoch: identity.epoch,
    seq: number,
    prevHash: findLastIssuedReceipt(database, officeId)?.packageId ?? null,
    earlier: [],
    newestReceipt: null,
    schema: schemaNumber,
    catalogue: catalogueVersion,
    trustList: list.number,
    approver: actor.name,
    counts: {},
    context: side.context,
    exceptions: [...side.exceptions],
    stateHash: stateHashOf(database, officeId),
    createdAt: clock.now().toISOString(),
    trust: signedTrustOf(context),
  };
  const files = {
    'receipt.json': Buffer.from(canonicalJson(content as unknown as Json), 'utf8'),
    'state.jsonl': sent ? unseenState(database, officeId, sent) : wholeState(database, officeId),
    'log.jsonl': logAfter(database, officeId, sent?.context ?? {}),
  };
  return { draft, files, recipients: recipientsFor(list, officeId), key: ownSigningKey(database), last };
};

/**
 * Issues the office's next receipt: what has been accepted, the trust list, and whatever of the office's own data its newest package lacks.
 * Fails with `wrong-tier` or `office-not-found`.
 */
export const issueReceipt = async (task: TaskContext, input: Parameters<Handler<'receipt.issue'>>[1]): ReturnType<Handler<'receipt.issue'>> => {
  const { draft, files, recipients, key, last } = task.read((context) => gather(context, input.officeId));
  const { bytes, packageId, envelope } = await writeContainer(draft, files, recipients, key);
  const file = targetFile(input, packageFileName(envelope));
  writeChecked(file, bytes);
  task.write(({ database }) => {
    writeIssuedReceipt(
      database,
      {
        officeId: input.officeId,
        number: draft.seq,
        packageId,
        forPackageId: last?.packageId ?? null,
        forSeq: last?.seq ?? null,
        issuedAt: draft.createdAt,
      },
      bytes,
    );
  });
  return { file, officeId: input.officeId, number: draft.seq, packageId, seq: last?.seq ?? null, code: digitsOf(Buffer.from(packageId, 'hex')) };
};

const openReceipt = (context: QueryContext, bytes: Buffer): SealedContainer => {
  const list = currentTrustList(context.database);
  if (!list) throw failure('not-enrolled');
  const opened = openSeal(bytes, list);
  if (opened.envelope.kind !== 'receipt') throw failure('package-wrong-kind');
  if (opened.envelope.office !== context.identity.officeId) throw failure('receipt-not-for-us');
  checkRecipient(opened.envelope, listKeyPairs(context.database, 'decrypt').map((key) => key.publicKey));
  return opened;
};

const readReceipt = (bytes: Uint8Array | undefined, envelope: Envelope): ReceiptContent => {
  try {
    const parsed = receiptSchema.safeParse(JSON.parse(Buffer.from(bytes ?? new Uint8Array()).toString('utf8')));
    if (parsed.success && parsed.data.number === envelope.seq && parsed.data.office === envelope.office) return parsed.data;
  } catch {
    // falls through to the one refusal below
  }
  throw failure('package-schema', { file: 'receipt.json' });
};

const nothingTaken = { added: 0, changed: 0, removed: 0, conflict: 0 };

/**
 * Takes a receipt in: confirms what was exported, takes the newer trust list and the office's own data it brings. An older number is ignored,
 * an equal one must be the same file (`receipt-differs`).
 */
export const receiveReceipt: Handler<'receipt.receive'> = async (task, { file }) => {
  const bytes = readFileSync(file);
  const sealed = task.read((context) => openReceipt(context, bytes));
  const { envelope, packageId } = sealed;
  const list = task.read(({ database }) => readBroughtTrustList(envelope, currentTrustList(database)?.signingKeys ?? []));
  const files = await openPayload(
    sealed,
    task.read(({ database }) => listKeyPairs(database, 'decrypt').flatMap((key) => (key.secret === null ? [] : [key.secret]))),
  );
  const receipt = readReceipt(files['receipt.json'], envelope);
  const content = readOfficeContent(files, envelope);
  return task.write((context) => {
    const { database, identity, clock } = context;
    const newest = findNewestReceipt(database);
    const view = { number: receipt.number, confirmedSeq: receipt.for?.seq ?? null, confirmedPackageId: receipt.for?.packageId ?? null, taken: nothingTaken };
    const trustNumber = (): number => currentTrustList(database)?.number ?? 0;
    if (newest && receipt.number < newest.number) return { ...view, status: 'older-ignored' as const, trustNumber: trustNumber() };
    if (newest && receipt.number === newest.number) {
      if (newest.packageId !== packageId) throw failure('receipt-differs');
      return { ...view, status: 'already-received' as const, trustNumber: trustNumber() };
    }
    const now = clock.now().toISOString();
    if (envelope.trust) takeInTrustList(database, envelope.trust, list, now);
    const outcome = applyJoin(database, identity.officeId, envelope, content, { leaveOut: [], whole: false });
    if (receipt.for?.installId === identity.installId) confirmSentPackages(database, receipt.for.epoch, receipt.for.seq, now);
    writeReceivedReceipt(database, {
      number: receipt.number,
      packageId,
      forPackageId: receipt.for?.packageId ?? null,
      forSeq: receipt.for?.seq ?? null,
      acceptedContext: receipt.acceptedContext,
      receivedAt: now,
    });
    const count = (change: string): number => outcome.items.filter((item) => item.change === change).length;
    const taken = { added: count('added'), changed: count('changed'), removed: count('removed'), conflict: count('conflict') };
    return { ...view, status: 'applied' as const, taken, trustNumber: trustNumber() };
  });
};
