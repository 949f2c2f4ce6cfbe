import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { string, UsageProblem, type Command, type Invocation } from './command.ts';
import { pickStep } from './exchange-commands.ts';
import { plainTable } from './plain-table.ts';
import { checkKind } from './record-kind.ts';

const given = ({ positionals }: Invocation, count: number): readonly string[] => {
  if (positionals.length !== count) throw new UsageProblem(attachmentCommands.attachments?.usage ?? '');
  return positionals.slice(1);
};

const list = async (invocation: Invocation): Promise<number> => {
  const [kind, id] = given(invocation, 3) as readonly [string, string];
  const rows = await invocation.ask('attachment.list', { kind: checkKind(kind), id });
  invocation.show(rows, () =>
    plainTable(
      rows.map((row) => [row.id, row.fileName, attachmentWords.sizeOf(row.size), row.held ? '' : attachmentWords.notHeld]),
    ),
  );
  return 0;
};

const save = async (invocation: Invocation): Promise<number> => {
  const [id] = given(invocation, 2) as readonly [string];
  const saved = await invocation.ask('attachment.save', { id, file: invocation.needed('out') });
  invocation.show(saved, () => attachmentWords.saved(saved.file));
  return 0;
};

const missing = async (invocation: Invocation): Promise<number> => {
  given(invocation, 1);
  const officeId = invocation.text('office');
  const rows = await invocation.ask('attachment.missing', officeId === undefined ? {} : { officeId });
  invocation.show(rows, () =>
    plainTable(rows.map((row) => [row.office, row.id, row.fileName, attachmentWords.sizeOf(row.size), row.recordTitle])),
  );
  return 0;
};

const steps = { list, save, missing };

export const attachmentCommands: Readonly<Record<string, Command>> = {
  attach: {
    usage: 'KIND ID FILE... -w DIR',
    summary: 'Đính kèm tệp (PDF, JPEG, PNG, Word, Excel; mỗi tệp tối đa 10 MB) vào một bản ghi',
    options: {},
    workspace: 'open',
    positionals: [3, 52],
    run: async ({ ask, positionals, show }) => {
      const [kind, id, ...files] = positionals as readonly [string, string, ...string[]];
      const { added } = await ask('attachment.add', { kind: checkKind(kind), id, files: [...files] });
      show(added, () => plainTable(added.map((row) => [row.id, row.fileName, attachmentWords.sizeOf(row.size)])));
      return 0;
    },
  },
  attachments: {
    usage: 'list KIND ID | save ID --out F | missing [--office CODE]  -w DIR',
    summary: 'Tệp đính kèm của một bản ghi; lưu một tệp ra ngoài; các tệp mà máy này chưa có nội dung',
    options: { out: string, office: string },
    workspace: 'open',
    positionals: [1, 3],
    run: (invocation) => pickStep(steps, invocation.positionals[0], 'attachments')(invocation),
  },
};
