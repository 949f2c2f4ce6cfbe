import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { listKeyPairs } from '#db/queries/key-pair.ts';
import { writeInboxEntry } from '#db/queries/inbox.ts';
import { findImportBytes, findImportOf, listImportsOfEpoch, writeImport, type ImportCounts } from '#db/queries/package.ts';
import { findProjected } from '#db/queries/projection.ts';
import type { CommandContext, QueryContext, TaskContext } from '#engine/context.ts';
import { failure, failureOf } from '#engine/failure.ts';
import { listFindings, withMessage } from '#engine/findings.ts';
import { sha256Hex } from '#engine/hash.ts';
import { currentTrustList } from '#engine/trust.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { MergeItem, MergeResult } from '#shared/contract/views.ts';
import { canonicalJson, type Json } from '#shared/exchange/canonical.ts';
import type { DiffItem } from '#shared/exchange/diff.ts';
import { digitsOf } from '#shared/exchange/digits.ts';
import type { Envelope } from '#shared/exchange/envelope.ts';
import { winningValues } from '#shared/exchange/heads.ts';
import { findTrustedOffice } from '#shared/exchange/trust-list.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { messageOf } from '#shared/text/messages.vi.ts';
import { readArchive } from './archive.ts';
import { applyJoin, type JoinOutcome } from './apply-join.ts';
import { checkRecipient, checkReplicas, checkRevocation, openPayload, openSeal, type SealedContainer } from './open-container.ts';
import { readOfficeContent, type OfficeContent } from './payload.ts';

/** A file that has passed every check that does not need the books. */
type Opened = {
  readonly file: string;
  readonly seal: SealedContainer;
  readonly officeName: string;
  readonly content: OfficeContent;
};

const emptyResult = (file: string): MergeResult => ({
  file,
  status: 'refused',
  failure: null,
  message: null,
  importId: null,
  office: null,
  officeName: null,
  epoch: null,
  seq: null,
  packageId: null,
  code: null,
  missing: [],
  items: [],
  itemCount: 0,
  counts: { added: 0, changed: 0, removed: 0, conflict: 0 },
  conflicts: [],
  setAside: [],
  findings: [],
  diffHash: null,
  stateHash: null,
  stateHashMatches: null,
});

const senderPart = ({ seal, officeName }: Pick<Opened, 'seal' | 'officeName'>): Partial<MergeResult> => ({
  office: seal.envelope.office,
  officeName,
  epoch: seal.envelope.epoch,
  seq: seal.envelope.seq,
  packageId: seal.packageId,
  code: digitsOf(Buffer.from(seal.packageId, 'hex')),
});

/** Envelope of a package that was applied before; its signature was checked then. */
const storedEnvelope = (context: QueryContext, packageId: string): Envelope => {
  const entries = readArchive(Buffer.from(findImportBytes(context.database, packageId) ?? new Uint8Array()));
  if (!entries) throw failure('workspace-damaged');
  return JSON.parse(Buffer.from(entries.envelope).toString('utf8')) as Envelope;
};

/**
 * The chain of packages of one epoch: the newest accepted one must stand in a later package's list, and a late one in the newest's.
 * Fails with `package-fork`. Returns the numbers that were skipped.
 */
const checkSequence = (context: QueryContext, { envelope, packageId }: SealedContainer): readonly number[] => {
  const accepted = listImportsOfEpoch(context.database, envelope.installId, envelope.epoch);
  const fork = failure('package-fork', { office: envelope.office, seq: envelope.seq });
  if (accepted.some((one) => one.seq === envelope.seq && one.packageId !== packageId)) throw fork;
  const newest = accepted.at(-1);
  const listedIn = (list: Envelope['earlier'], seq: number, id: string): boolean => list.some((one) => one.seq === seq && one.packageId === id);
  const last = envelope.earlier.at(-1);
  if ((last?.packageId ?? null) !== envelope.prevHash || (last?.seq ?? 0) !== envelope.seq - 1) throw fork;
  if (newest && newest.seq < envelope.seq && !listedIn(envelope.earlier, newest.seq, newest.packageId)) throw fork;
  if (newest && newest.seq > envelope.seq && !listedIn(storedEnvelope(context, newest.packageId).earlier, envelope.seq, packageId)) throw fork;
  const from = newest?.seq ?? 0;
  return Array.from({ length: Math.max(0, envelope.seq - from - 1) }, (_, index) => from + index + 1);
};

type Sealed = { readonly seal: SealedContainer; readonly officeName: string; readonly isKnown: boolean };

const seal = (context: QueryContext, bytes: Buffer): Sealed => {
  const list = currentTrustList(context.database);
  if (!list) throw failure('not-enrolled');
  const opened = openSeal(bytes, list);
  if (opened.envelope.kind !== 'package') throw failure('package-wrong-kind');
  const recipients = listKeyPairs(context.database, 'decrypt').map((key) => key.publicKey);
  checkRevocation(opened);
  checkReplicas(opened.envelope, list);
  checkRecipient(opened.envelope, recipients);
  const isKnown = findImportOf(context.database, opened.packageId) !== undefined;
  if (!isKnown) checkSequence(context, opened);
  return { seal: opened, officeName: findTrustedOffice(list, opened.envelope.office)?.name ?? '', isKnown };
};

const identitiesOf = ({ database }: QueryContext): readonly string[] =>
  listKeyPairs(database, 'decrypt').flatMap((key) => (key.secret === null ? [] : [key.secret]));

const openFile = async (task: TaskContext, file: string, bytes: Buffer): Promise<Opened | Sealed> => {
  const sealed = task.read((context) => seal(context, bytes));
  if (sealed.isKnown) return sealed;
  const files = await openPayload(sealed.seal, task.read(identitiesOf));
  return { file, ...sealed, content: readOfficeContent(files, sealed.seal.envelope) };
};

/** A record left out leaves out what refers to it, unless the books have it already. */
const closeLeaveOut = (context: QueryContext, content: OfficeContent, chosen: readonly string[]): readonly string[] => {
  const out = new Set(chosen);
  const outIds = new Set(chosen.flatMap((item) => (item.split('/').length === 2 ? [item.split('/')[1] as string] : [])));
  for (let grew = outIds.size > 0; grew; ) {
    grew = false;
    for (const record of content.records) {
      if (out.has(`${record.kind}/${record.id}`)) continue;
      const refers = Object.values(winningValues(record)).some((value) => typeof value === 'string' && outIds.has(value));
      if (!refers || findProjected(context.database, record.kind, record.id)) continue;
      out.add(`${record.kind}/${record.id}`);
      outIds.add(record.id);
      grew = true;
    }
  }
  return [...out];
};

const titleOf = (context: QueryContext, item: DiffItem): string => {
  const record = findProjected(context.database, item.kind, item.recordId);
  const personId = record?.values.personId;
  const person = typeof personId === 'string' ? findProjected(context.database, 'person', personId) : undefined;
  return `${kindLabel(item.kind)}: ${person?.title ?? record?.title ?? ''}`;
};

const itemView = (context: QueryContext, item: DiffItem): MergeItem => ({
  id: item.id,
  title: titleOf(context, item),
  change: item.change,
  field: item.field,
  old: item.old,
  new: item.new,
});

const countsOf = (items: readonly DiffItem[]): ImportCounts => ({
  added: items.filter((item) => item.change === 'added' || item.change === 'restored').length,
  changed: new Set(items.filter((item) => item.change === 'changed').map((item) => `${item.kind}/${item.recordId}`)).size,
  removed: items.filter((item) => item.change === 'removed').length,
  conflict: items.filter((item) => item.change === 'conflict').length,
});

const diffHashOf = (items: readonly DiffItem[]): string => sha256Hex(canonicalJson(items as unknown as Json));

type Join = { readonly outcome: JoinOutcome; readonly result: MergeResult };

/** Joins inside the running transaction and describes what came of it. */
const joinOpened = (context: CommandContext, opened: Opened, leaveOut: readonly string[]): Join => {
  const missing = checkSequence(context, opened.seal);
  const { envelope } = opened.seal;
  const outcome = applyJoin(context.database, envelope.office, envelope, opened.content, {
    leaveOut: closeLeaveOut(context, opened.content, leaveOut),
    whole: true,
  });
  const findings = listFindings(context, envelope.office).map(withMessage);
  const result: MergeResult = {
    ...emptyResult(opened.file),
    ...senderPart(opened),
    status: 'preview',
    missing: [...missing],
    items: outcome.items.map((item) => itemView(context, item)),
    itemCount: outcome.items.length,
    counts: countsOf(outcome.items),
    conflicts: [...outcome.conflicts],
    setAside: outcome.setAside.map((one) => ({ ...one, reason: 'left-out' })),
    findings: findings.slice(0, 200),
    diffHash: diffHashOf(outcome.items),
    stateHash: outcome.stateHash,
    stateHashMatches: outcome.stateHashMatches,
  };
  return { outcome, result };
};

const alreadyReceived = (file: string, sealed: Pick<Opened, 'seal' | 'officeName'>): MergeResult => ({
  ...emptyResult(file),
  ...senderPart(sealed),
  status: 'already-received',
});

const refusal = (file: string, failed: Failure): MergeResult => ({
  ...emptyResult(file),
  failure: { code: failed.code, ...(failed.details === undefined ? {} : { details: { ...failed.details } }) },
  message: messageOf(failed),
});

const refusedBytesLimit = 32 * 2 ** 20;

const listInInbox = (task: TaskContext, result: MergeResult, bytes: Buffer | null): void => {
  task.write(({ database, clock, ids }) => {
    writeInboxEntry(
      database,
      {
        id: ids.recordId(),
        fileName: basename(result.file),
        receivedAt: clock.now().toISOString(),
        status: result.status === 'preview' ? 'applied' : result.status,
        code: result.failure?.code ?? null,
        details: result.failure?.details ?? null,
        officeId: result.office,
        seq: result.seq,
        packageId: result.packageId,
      },
      bytes !== null && bytes.length <= refusedBytesLimit ? bytes : null,
    );
  });
};

/** What the files would do; nothing is kept. Every file gets its result, one bad file does not hinder the rest. */
export const previewFile = async (task: TaskContext, file: string, leaveOut: readonly string[]): Promise<MergeResult> => {
  try {
    const opened = await openFile(task, file, readFileSync(file));
    if (!('content' in opened)) return alreadyReceived(file, opened);
    return task.write((context) => context.database.rehearse(() => joinOpened(context, opened, leaveOut).result));
  } catch (error) {
    return refusalOf(file, error);
  }
};

const refusalOf = (file: string, error: unknown): MergeResult => {
  const failed = failureOf(error);
  if (failed.code === 'internal-error' || failed.code === 'cancelled') throw error;
  return refusal(file, failed);
};

const applyOpened = (context: CommandContext, opened: Opened, leaveOut: readonly string[], diffHash: string | undefined): MergeResult => {
  const { outcome, result } = joinOpened(context, opened, leaveOut);
  if (diffHash !== undefined && diffHash !== result.diffHash) throw failure('preview-outdated');
  const { envelope, packageId, bytes } = opened.seal;
  const importId = context.ids.recordId();
  writeImport(
    context.database,
    {
      id: importId,
      packageId,
      officeId: envelope.office,
      installId: envelope.installId,
      epoch: envelope.epoch,
      seq: envelope.seq,
      appliedAt: context.clock.now().toISOString(),
      packageCreatedAt: envelope.createdAt,
      counts: countsOf(outcome.items),
      stateHash: outcome.stateHash,
    },
    bytes,
  );
  return { ...result, status: 'applied', importId };
};

/** Applies a file in one transaction after a safety copy. A refusal changes nothing but the inbox, where it is listed with its bytes. */
export const applyFile = async (
  task: TaskContext,
  file: string,
  leaveOut: readonly string[],
  diffHash: string | undefined,
): Promise<MergeResult> => {
  const bytes = ((): Buffer | MergeResult => {
    try {
      return readFileSync(file);
    } catch (error) {
      return refusalOf(file, error);
    }
  })();
  if (!Buffer.isBuffer(bytes)) return bytes;
  const result = await applyBytes(task, file, bytes, leaveOut, diffHash);
  listInInbox(task, result, result.status === 'refused' ? bytes : null);
  return result;
};

const applyBytes = async (
  task: TaskContext,
  file: string,
  bytes: Buffer,
  leaveOut: readonly string[],
  diffHash: string | undefined,
): Promise<MergeResult> => {
  try {
    const opened = await openFile(task, file, bytes);
    if (!('content' in opened)) return alreadyReceived(file, opened);
    task.safetyCopy('import');
    return task.write((context) => applyOpened(context, opened, leaveOut, diffHash));
  } catch (error) {
    return refusalOf(file, error);
  }
};
