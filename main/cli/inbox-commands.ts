import type { ForkedPackage, ForkView } from '#shared/contract/fork-view.ts';
import { forkWords } from '#shared/text/fork-words.vi.ts';
import { string, type Command, type Invocation } from './command.ts';
import { exitOf, pickStep } from './exchange-commands.ts';
import { plainTable } from './plain-table.ts';

const listInbox = async ({ ask, show }: Invocation): Promise<number> => {
  const entries = await ask('inbox.list', {});
  show(entries, () => plainTable(entries.map((one) => [one.id, one.receivedAt, one.fileName, one.status, one.message ?? ''])));
  return 0;
};

/** Exit as for a merge: of all answers the highest. */
const retryInbox = async ({ ask, text, show }: Invocation): Promise<number> => {
  const id = text('entry');
  const answers = await ask('inbox.retry', id === undefined ? {} : { id });
  show(answers, () => plainTable(answers.map((one) => [one.id, one.fileName, one.status, one.message])));
  return Math.max(0, ...answers.map(({ code }) => exitOf(code)));
};

const listSetAside = async ({ ask, show }: Invocation): Promise<number> => {
  const fields = await ask('setAside.list', {});
  show(fields, () => plainTable(fields.map((one) => [one.office, `${one.kind}/${one.id}/${one.field}`, one.title, one.message])));
  return 0;
};

const describePackage = (one: ForkedPackage): string =>
  [
    `${forkWords.rows.seq}: ${one.seq}`,
    `${forkWords.rows.createdAt}: ${one.createdAt}`,
    `${forkWords.rows.approver}: ${one.approver}`,
    `${forkWords.rows.changeCount}: ${one.changeCount}`,
    `${forkWords.rows.code}: ${one.code}`,
  ].join('\n    ');

const mark = (isDone: boolean): string => (isDone ? '[x]' : '[ ]');

const describeFork = (fork: ForkView): string =>
  [
    forkWords.title(fork.officeName),
    ...forkWords.whatText,
    `${forkWords.shared(fork.sharedSeq)} ${forkWords.machine}: ${fork.installId}`,
    `  ${forkWords.accepted}\n    ${fork.accepted === null ? forkWords.noAccepted : describePackage(fork.accepted)}`,
    `  ${forkWords.arrived}\n    ${describePackage(fork.arrived)}`,
    `${mark(fork.receipt !== null || fork.settled)} 1. ${forkWords.call(fork.officeName)}. ${forkWords.callText}`,
    `${mark(fork.receipt !== null || fork.settled)} 2. ${forkWords.receipt} (shg receipt --office ${fork.office}). ${forkWords.receiptText}`,
    `${mark(fork.settled)} 3. ${forkWords.open} (shg receive). ${forkWords.openText}`,
    `${mark(fork.settled)} 4. ${forkWords.send} (shg export, shg merge). ${forkWords.sendText}`,
    ...(fork.settled ? [forkWords.settled] : []),
  ].join('\n');

/** Fork alarms with both packages and the steps that mend them. */
const listForks = async ({ ask, show }: Invocation): Promise<number> => {
  const forks = await ask('fork.list', {});
  show(forks, () => forks.map(describeFork).join('\n\n'));
  return 0;
};

const inboxSteps = { list: listInbox, retry: retryInbox, 'set-aside': listSetAside, forks: listForks };

export const inboxCommands: Readonly<Record<string, Command>> = {
  inbox: {
    usage: 'list|retry|set-aside|forks -w DIR [--entry ID]',
    summary:
      'Hộp tiếp nhận: từng tệp đã đưa vào và kết quả; thử lại tệp bị từ chối; các mục đang để riêng; gói mâu thuẫn và các bước xử lý',
    options: { entry: string },
    workspace: 'open',
    positionals: [1, 1],
    run: (invocation) => pickStep(inboxSteps, invocation.positionals[0], 'inbox')(invocation),
  },
};
