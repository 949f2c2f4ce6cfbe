import { findImportOf, writeImport } from '#db/queries/package.ts';
import type { CommandContext, QueryContext, TaskContext } from '#engine/context.ts';
import { startEpochIfOvertaken } from '#engine/epoch.ts';
import { failure, failureOf } from '#engine/failure.ts';
import { listFindings, withMessage } from '#engine/findings.ts';
import { listMissing, missingFileView } from '#engine/missing-files.ts';
import { currentTrustList } from '#engine/trust.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { MergeResult, Progress } from '#shared/contract/views.ts';
import type { RawFinding } from '#shared/domain/findings.ts';
import { isContained } from '#shared/exchange/reach-of-side.ts';
import { revocationFinder } from '#shared/exchange/revocation.ts';
import { applyJoin, type JoinOutcome } from './apply-join.ts';
import { checkCoverage } from './check-coverage.ts';
import type { Source } from './files.ts';
import { isRefusal, noteArrival, writeArrival } from './inbox.ts';
import type { ItemId } from './leave-out.ts';
import {
  alreadyReceived,
  countsOf,
  joinedResult,
  noSender,
  recordTitle,
  refusalOf,
  senderPartOf,
  type SenderPart,
} from './merge-result.ts';
import { listNewDuplicates } from './new-duplicates.ts';
import { listUnseen, sideOf } from './office-state.ts';
import { checkRecipient, checkReplicas, checkRevocation, openPayload, openSeal, type SealedContainer } from './open-container.ts';
import { checkSequence } from './package-sequence.ts';
import { isPartFile } from './part-file.ts';
import { applyPart, previewPart } from './part-merge.ts';
import { readLackedBlobs, readOfficeContent, type OfficeContent } from './payload.ts';
import { getTrustList, identitiesOf, ownRecipientsOf } from './trust-in-force.ts';

/** A file on its way in; the sender is known as soon as a signature holds. */
type OpenArrival = { readonly file: string; readonly bytes: Buffer; sender: SenderPart };

/** A package that has passed every check that does not need the books to change. */
type Opened = {
  readonly seal: SealedContainer;
  readonly content: OfficeContent;
  /** Contents of attached files that the sender lacks. */
  readonly lackedBlobs: readonly string[];
};

const identify = (context: QueryContext, arrival: OpenArrival): SealedContainer => {
  const list = getTrustList(context);
  const seal = openSeal(arrival.bytes, list);
  arrival.sender = senderPartOf(seal, list);
  if (seal.envelope.kind !== 'package') throw failure('package-wrong-kind');
  checkRevocation(seal);
  checkReplicas(seal.envelope, list);
  checkRecipient(seal.envelope, ownRecipientsOf(context));
  return seal;
};

/** Everything up to the schema; `undefined` for a package that is in the books already. */
const open = async (task: TaskContext, arrival: OpenArrival): Promise<Opened | undefined> => {
  const seal = task.read((context) => identify(context, arrival));
  const isKnown = task.read(({ database }) => {
    if (findImportOf(database, seal.packageId)) return true;
    checkSequence(database, seal);
    return false;
  });
  if (isKnown) return undefined;
  const files = await openPayload(seal, task.read(identitiesOf));
  return { seal, content: readOfficeContent(files, seal.envelope), lackedBlobs: readLackedBlobs(files) };
};

const findingKey = ({ rule, kind, id }: RawFinding): string => `${rule} ${kind} ${id}`;

/** What the sender lacks of its own office's records: its PC was brought back, or another PC of the office wrote them. The receipt brings it. */
const listLacking = (context: QueryContext, { envelope }: SealedContainer): MergeResult['senderLacks'] => {
  const { database, identity } = context;
  if (isContained(sideOf(database, envelope.office, identity.replica).context, envelope.context)) return [];
  return listUnseen(database, envelope.office, { context: envelope.context, exceptions: [] }).map(({ kind, id }) => ({
    kind,
    id,
    title: recordTitle(context, kind, id),
  }));
};

/**
 * Joins inside the running transaction and describes what came of it; of the findings, those that are new. A preview gives what arrives in
 * part files beside the package.
 */
const join = (
  context: CommandContext,
  { file, sender }: OpenArrival,
  { seal, content }: Opened,
  leaveOut: readonly ItemId[],
  arriving: ReadonlySet<string> | null,
): { readonly outcome: JoinOutcome; readonly result: MergeResult } => {
  const { database, identity } = context;
  const { envelope } = seal;
  const missing = checkSequence(database, seal);
  checkCoverage(context, envelope, content);
  const senderLacks = listLacking(context, seal);
  const before = new Set(listFindings(context, envelope.office).map(findingKey));
  const outcome = applyJoin(database, envelope, content, {
    officeId: envelope.office,
    ownReplica: identity.replica,
    leaveOut,
    whole: true,
    isRevoked: revocationFinder(currentTrustList(database), envelope.office),
  });
  const findings = listFindings(context, envelope.office)
    .filter((finding) => !before.has(findingKey(finding)))
    .map(withMessage);
  const duplicates = arriving === null ? [] : listNewDuplicates(context, outcome.items);
  const missingFiles = listMissing(context, envelope.office)
    .filter(({ sha256 }) => arriving?.has(sha256) !== true)
    .map((row) => missingFileView(context, row));
  const more = { missing: [...missing], senderLacks, missingFiles, findings, duplicates };
  return { outcome, result: joinedResult(context, file, sender, outcome, more) };
};

const applyOpened = (
  context: CommandContext,
  arrival: OpenArrival,
  opened: Opened,
  leaveOut: readonly ItemId[],
  diffHash: string | undefined,
): MergeResult => {
  const { outcome, result } = join(context, arrival, opened, leaveOut, null);
  if (diffHash !== undefined && diffHash !== result.diffHash) throw failure('preview-outdated');
  const { envelope, packageId } = opened.seal;
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
      leaveOut: [...leaveOut],
      lackedBlobs: opened.lackedBlobs,
      undoneAt: null,
    },
    arrival.bytes,
  );
  writeArrival(context, { ...arrival, status: 'applied', sender: result });
  return { ...result, status: 'applied', importId };
};

type Step = (arrival: OpenArrival) => Promise<MergeResult>;

const noteResult = (task: TaskContext, bytes: Buffer | undefined, result: MergeResult, failed?: Failure): void => {
  const { file, status } = result;
  if (status === 'preview' || status === 'applied' || (failed && !isRefusal(failed))) return;
  noteArrival(task, { file, bytes, status, sender: result, ...(failed === undefined ? {} : { failed }) });
};

/** One bad file does not hinder the rest: what hinders it becomes its result. Only giving up and unexpected errors end the whole call. */
const takeFile = async (task: TaskContext, { file, read }: Source, step: Step): Promise<MergeResult> => {
  let arrival: OpenArrival | undefined;
  try {
    arrival = { file, bytes: read(), sender: noSender };
    const result = await step(arrival);
    noteResult(task, arrival.bytes, result);
    return result;
  } catch (error) {
    const failed = failureOf(error);
    if (failed.code === 'internal-error' || failed.code === 'cancelled') throw error;
    const result = refusalOf(file, arrival?.sender ?? noSender, failed);
    noteResult(task, arrival?.bytes, result, failed);
    return result;
  }
};

/** Whether to go on; giving up before the first file is the caller's failure `cancelled`, later on what is done counts. */
const goesOn = async (task: TaskContext, progress: Progress): Promise<boolean> => {
  try {
    await task.progress(progress);
    return true;
  } catch (error) {
    if (progress.done === 0 || failureOf(error).code !== 'cancelled') throw error;
    return false;
  }
};

/** Parts come first, so that their package says truly what is missing. */
const partsFirst = (files: readonly Source[]): readonly Source[] => {
  const isNamedPart = ({ file }: Source): boolean => file.toLowerCase().endsWith('.hgpart');
  return [...files.filter(isNamedPart), ...files.filter((one) => !isNamedPart(one))];
};

/** Takes the files one after the other; the results stand in the order in which the files were given. */
const forEachFile = async (task: TaskContext, files: readonly Source[], name: string, step: Step): Promise<MergeResult[]> => {
  const results = new Map<Source, MergeResult>();
  for (const [index, file] of partsFirst(files).entries()) {
    if (!(await goesOn(task, { step: name, done: index, total: files.length }))) break;
    results.set(file, await takeFile(task, file, step));
  }
  return files.flatMap((file) => results.get(file) ?? []);
};

/** What the files would do: the real join, taken back at once. Nothing but refusals is kept, in the inbox. */
export const previewFiles = (
  task: TaskContext,
  files: readonly Source[],
  leaveOut: readonly ItemId[],
): Promise<MergeResult[]> => {
  const arriving = new Set<string>();
  return forEachFile(task, files, 'preview', async (arrival) => {
    if (isPartFile(arrival.bytes)) return previewPart(task, arrival, arriving);
    const opened = await open(task, arrival);
    if (!opened) return alreadyReceived(arrival.file, arrival.sender);
    return task.write((context) => context.database.rehearse(() => join(context, arrival, opened, leaveOut, arriving).result));
  });
};

/** What a person agreed to for one file: what stays out, and the hash of what was shown. */
export type Agreed = { readonly leaveOut: readonly ItemId[]; readonly diffHash?: string | undefined };

/**
 * Applies files, each in one transaction; a safety copy of the workspace precedes the first that changes anything. With a `diffHash` a
 * file is refused with `preview-outdated` when it would do something else than was shown. A refusal changes nothing but the inbox.
 */
export const applyFiles = (
  task: TaskContext,
  files: readonly Source[],
  agreedOn: (file: string) => Agreed,
): Promise<MergeResult[]> => {
  let isCopied = false;
  return forEachFile(task, files, 'apply', async (arrival) => {
    if (isPartFile(arrival.bytes)) return applyPart(task, arrival);
    const opened = await open(task, arrival);
    if (!opened) return alreadyReceived(arrival.file, arrival.sender);
    if (!isCopied) task.safetyCopy('import');
    isCopied = true;
    startEpochIfOvertaken(task, opened.seal.envelope.office, opened.seal.envelope.context);
    const { leaveOut, diffHash } = agreedOn(arrival.file);
    return task.write((context) => applyOpened(context, arrival, opened, leaveOut, diffHash));
  });
};
