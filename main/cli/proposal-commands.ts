import type { ProposalView } from '#shared/contract/proposal-methods.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { readJson } from './conflict-commands.ts';
import { flag, string, type Command, type Invocation } from './command.ts';
import { checkKind } from './record-kind.ts';

const states: Readonly<Record<ProposalView['state'], string>> = {
  open: 'chờ trả lời',
  accepted: 'đã chấp nhận',
  refused: 'đã từ chối',
  outdated: 'đã lỗi thời',
  withdrawn: 'đã rút lại',
};

const plainValue = (value: unknown): string =>
  value === null ? '(trống)' : typeof value === 'string' ? value : JSON.stringify(value);

const plainProposal = (one: ProposalView): string =>
  [
    `${one.id}  ${states[one.state]}  ${one.officeName}`,
    `  ${one.title}: ${fieldLabel(one.kind, one.field)}: ${plainValue(one.current)} -> ${plainValue(one.value)}`,
    `  ${one.authorName}, ${one.proposedAt}: ${one.reason}`,
    ...(one.answer === null ? [] : [`  ${one.answer.authorName ?? ''}, ${one.answer.at ?? ''}: ${one.answer.reason ?? ''}`]),
  ].join('\n');

const answering =
  (method: 'proposal.accept' | 'proposal.refuse', said: string) =>
  async ({ ask, positionals, text, options, show }: Invocation): Promise<number> => {
    const reason = text('reason');
    const answered = await ask(method, {
      id: positionals[0] as string,
      again: options.again === true,
      ...(reason === undefined ? {} : { reason }),
    });
    show(answered, () => said);
    return 0;
  };

export const proposalCommands: Readonly<Record<string, Command>> = {
  propose: {
    usage: 'KIND ID FIELD -w PROVINCE --value JSON --reason TEXT',
    summary: 'Đề xuất sửa một mục của đơn vị khác, hoặc nêu ý kiến về một xung đột; FIELD removed: true | null',
    options: { value: string, reason: string },
    workspace: 'open',
    positionals: [3, 3],
    run: async ({ ask, positionals, needed, show }) => {
      const [kind, id, field] = positionals as readonly [string, string, string];
      const made = await ask('proposal.make', {
        kind: checkKind(kind),
        id,
        field,
        value: readJson(needed('value')),
        reason: needed('reason'),
      });
      show(made, () => `Đã lập đề xuất ${made.id}; biên nhận tới sẽ mang theo.`);
      return 0;
    },
  },
  proposals: {
    usage: '-w DIR [--office CODE] [--open]',
    summary: 'Đề xuất của cấp tỉnh và trả lời của đơn vị',
    options: { office: string, open: flag },
    workspace: 'open',
    positionals: [0, 0],
    run: async ({ ask, text, options, show }) => {
      const officeId = text('office');
      const proposals = await ask('proposal.list', {
        openOnly: options.open === true,
        ...(officeId === undefined ? {} : { officeId }),
      });
      show(proposals, () => proposals.map(plainProposal).join('\n'));
      return 0;
    },
  },
  accept: {
    usage: 'DE_XUAT -w DIR [--reason TEXT] [--again]',
    summary: 'Chấp nhận một đề xuất: ghi giá trị vào sổ và trả lời trong gói tới',
    options: { reason: string, again: flag },
    workspace: 'open',
    positionals: [1, 1],
    run: answering('proposal.accept', 'Đã chấp nhận đề xuất.'),
  },
  refuse: {
    usage: 'DE_XUAT -w DIR [--reason TEXT] [--again]',
    summary: 'Từ chối một đề xuất; trả lời đi trong gói tới',
    options: { reason: string, again: flag },
    workspace: 'open',
    positionals: [1, 1],
    run: answering('proposal.refuse', 'Đã từ chối đề xuất.'),
  },
  withdraw: {
    usage: 'DE_XUAT -w PROVINCE',
    summary: 'Rút lại một đề xuất chưa được trả lời',
    options: {},
    workspace: 'open',
    positionals: [1, 1],
    run: async ({ ask, positionals, show }) => {
      show(await ask('proposal.withdraw', { id: positionals[0] as string }), () => 'Đã rút lại đề xuất.');
      return 0;
    },
  },
};
