import { basename } from 'node:path';
import { isLastInboxAnswer, writeInboxEntry, type InboxRow } from '#db/queries/inbox.ts';
import type { CommandContext, TaskContext } from '#engine/context.ts';
import { failureOf } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import { failureExits, type Failure } from '#shared/contract/failure.ts';
import { readBounded } from './files.ts';
import { noSender, type SenderPart } from './merge-result.ts';

const keptBytesLimit = 32 * 2 ** 20;

/** What became of a file; `bytes` are missing where it was too large to be read. */
export type Arrival = {
  readonly file: string;
  readonly bytes: Buffer | undefined;
  readonly status: InboxRow['status'];
  readonly failed?: Failure;
  readonly sender: Pick<SenderPart, 'office' | 'seq' | 'packageId'>;
};

/** Whether a failure is about the file itself; others (a full disk, an outdated preview) are no fault of it. */
export const isRefusal = ({ code }: Failure): boolean => failureExits[code] === 3;

/**
 * Notes in the inbox what became of a file, in the transaction that did it; a refused one is kept with its bytes. The same answer to the
 * same file stands once.
 */
export const writeArrival = (
  { database, clock, ids }: CommandContext,
  { file, bytes, status, failed, sender }: Arrival,
): void => {
  const fileHash = sha256Hex(bytes ?? file);
  const code = failed?.code ?? null;
  if (isLastInboxAnswer(database, fileHash, status, code)) return;
  const row: InboxRow = {
    id: ids.recordId(),
    fileName: basename(file),
    receivedAt: clock.now().toISOString(),
    status,
    code,
    details: failed?.details ?? null,
    officeId: sender.office,
    seq: sender.seq,
    packageId: sender.packageId,
    fileHash,
  };
  writeInboxEntry(database, row, status === 'refused' && bytes && bytes.length <= keptBytesLimit ? bytes : null);
};

/** The same where nothing else was written: a refusal, or a file that was known already. */
export const noteArrival = (task: TaskContext, arrival: Arrival): void => {
  task.write((context) => {
    writeArrival(context, arrival);
  });
};

/** Runs work on a file that was brought; a refusal of the file is noted in the inbox before it goes on to the caller. */
export const withInbox = async <T>(
  task: TaskContext,
  file: string,
  work: (bytes: Buffer) => Promise<T>,
  read: () => Buffer = () => readBounded(file),
): Promise<T> => {
  let bytes: Buffer | undefined;
  try {
    bytes = read();
    return await work(bytes);
  } catch (error) {
    const failed = failureOf(error);
    if (isRefusal(failed)) noteArrival(task, { file, bytes, status: 'refused', failed, sender: noSender });
    throw error;
  }
};
