import { listAllNamedHashes } from '#db/queries/attachment.ts';
import type { QueryContext, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import type { MergeResult } from '#shared/contract/views.ts';
import { findTrustedOffice } from '#shared/exchange/trust-list.ts';
import { noteArrival } from './inbox.ts';
import { alreadyReceived, noSender, partResult, type SenderPart } from './merge-result.ts';
import { checkRecipient } from './open-container.ts';
import { openPartContents, openPartSeal, type SealedPart } from './part-file.ts';
import { getTrustList, identitiesOf, ownRecipientsOf } from './trust-in-force.ts';

type OpenArrival = { readonly file: string; readonly bytes: Buffer; sender: SenderPart };

const identify = (context: QueryContext, arrival: OpenArrival): SealedPart => {
  const list = getTrustList(context);
  const seal = openPartSeal(arrival.bytes, list);
  const { office, epoch, seq, installId } = seal.envelope;
  const officeName = findTrustedOffice(list, office)?.name ?? '';
  arrival.sender = { ...noSender, office, officeName, epoch, seq, installId };
  checkRecipient(seal.envelope, ownRecipientsOf(context));
  return seal;
};

type OpenedPart = {
  readonly seal: SealedPart;
  readonly contents: readonly Uint8Array[];
  /** Hashes of the contents that are not held yet. */
  readonly fresh: ReadonlySet<string>;
};

const open = async (task: TaskContext, arrival: OpenArrival): Promise<OpenedPart> => {
  const seal = task.read((context) => identify(context, arrival));
  const contents = await openPartContents(seal, task.read(identitiesOf));
  const fresh = task.read(({ blobs }) => blobs.lacking(contents.map((bytes) => sha256Hex(bytes))));
  return { seal, contents, fresh };
};

const describe = (arrival: OpenArrival, { seal, contents, fresh }: OpenedPart, status: MergeResult['status']): MergeResult => {
  const { part: number, partCount: count, with: travelsWith } = seal.envelope;
  const shown = { number, count, with: travelsWith, fileCount: contents.length, newCount: fresh.size };
  const result = status === 'already-received' ? alreadyReceived(arrival.file, arrival.sender) : undefined;
  return { ...(result ?? partResult(arrival.file, arrival.sender, status)), part: shown };
};

/** What a part would bring: which contents are not held yet go to `arriving`, so that its package does not name them as missing. */
export const previewPart = async (task: TaskContext, arrival: OpenArrival, arriving: Set<string>): Promise<MergeResult> => {
  const opened = await open(task, arrival);
  for (const sha256 of opened.fresh) arriving.add(sha256);
  return describe(arrival, opened, opened.fresh.size === 0 ? 'already-received' : 'preview');
};

/**
 * Takes a part in, whatever came before it and whether its package is known: contents are named by their hash, so order, repetition and
 * loss do not matter. The contents are stored before the inbox says so; a crash in between is made good by giving the file again.
 */
export const applyPart = async (task: TaskContext, arrival: OpenArrival): Promise<MergeResult> => {
  const opened = await open(task, arrival);
  if (opened.fresh.size === 0) return describe(arrival, opened, 'already-received');
  const store = task.host.current()?.blobs;
  if (!store) throw failure('workspace-locked');
  store.put(opened.contents);
  noteArrival(task, { ...arrival, status: 'applied' });
  const named = task.read(({ database }) => listAllNamedHashes(database));
  store.tidy((sha256) => named.has(sha256));
  return describe(arrival, opened, 'applied');
};
