import { listRefused } from '#db/queries/inbox.ts';
import type { Handler, TaskContext } from '#engine/context.ts';
import { failureOf } from '#engine/failure.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { inboxWords } from '#shared/text/inbox-words.vi.ts';
import { messageOf } from '#shared/text/messages.vi.ts';
import type { Source } from './files.ts';
import { applyFiles } from './merge.ts';
import { parseEnvelope, readForm } from './open-container.ts';
import { receiveFrom } from './receive-receipt.ts';

type Refused = ReturnType<typeof listRefused>[number];
type Retried = OutputOf<'inbox.retry'>[number];

/** What a kept file is; `undefined` where it is no container: then trying again says why. */
const kindOf = (bytes: Buffer): 'package' | 'receipt' | 'grant' | undefined => {
  try {
    const { envelope, minisig } = readForm(bytes);
    return parseEnvelope(envelope, minisig.trustedComment).kind;
  } catch {
    return undefined;
  }
};

/** Requests and grants are compared with a paper by a person; trying again alone would prove nothing. */
const isByHand = (code: string | null): boolean => /^(request|grant|fingerprint)-/.test(code ?? '');

type Answer = Pick<Retried, 'status' | 'code' | 'message'>;

const retryReceipt = async (task: TaskContext, source: Source): Promise<Answer> => {
  try {
    const { status } = await receiveFrom(task, source);
    const isTaken = status === 'applied';
    return { status: isTaken ? 'applied' : 'already-received', code: null, message: inboxWords[isTaken ? 'taken' : 'known'] };
  } catch (error) {
    const failed = failureOf(error);
    if (failed.code === 'internal-error' || failed.code === 'cancelled') throw error;
    return { status: 'refused', code: failed.code, message: messageOf(failed) };
  }
};

const retryPackage = async (task: TaskContext, source: Source): Promise<Answer> => {
  const [result] = await applyFiles(task, [source], () => ({ leaveOut: [] }));
  if (result?.status === 'applied') return { status: 'applied', code: null, message: inboxWords.taken };
  if (result?.status === 'already-received') return { status: 'already-received', code: null, message: inboxWords.known };
  return { status: 'refused', code: result?.failure?.code ?? null, message: result?.message ?? '' };
};

const retry = async (task: TaskContext, { fileName, code, bytes }: Refused): Promise<Answer> => {
  if (bytes === null) return { status: 'not-kept', code, message: inboxWords.notKept };
  const kept = Buffer.from(bytes);
  const kind = kindOf(kept);
  if (kind === 'grant' || isByHand(code)) return { status: 'by-hand', code, message: inboxWords.byHand };
  const source: Source = { file: fileName, read: () => kept };
  return kind === 'receipt' ? retryReceipt(task, source) : retryPackage(task, source);
};

/** Tries refused files of the inbox again, oldest first: after an upgrade, a newer trust list or a repaired fork they may fit. */
export const retryInbox: Handler<'inbox.retry'> = async (task, { id }) => {
  const refused = task.read(({ database }) => listRefused(database, id));
  const answers: Retried[] = [];
  for (const [index, entry] of refused.entries()) {
    await task.progress({ step: 'apply', done: index, total: refused.length });
    answers.push({ id: entry.id, fileName: entry.fileName, ...(await retry(task, entry)) });
  }
  return answers;
};
