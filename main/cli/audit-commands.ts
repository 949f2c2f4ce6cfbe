import { fieldLabel } from '#shared/text/labels.vi.ts';
import { string, type Command } from './command.ts';

export const auditCommands: Readonly<Record<string, Command>> = {
  audit: {
    usage: '-w DIR',
    summary: 'Việc đã làm với khóa, người dùng và số định danh (quản trị)',
    options: {},
    workspace: 'open',
    positionals: [0, 0],
    run: async ({ ask, show }) => {
      const entries = await ask('audit.list', {});
      show(entries, () =>
        entries
          .map((one) => [one.at, one.userName, one.action, one.subject, one.reason].filter((part) => part !== null).join('  '))
          .join('\n'),
      );
      return 0;
    },
  },
  reveal: {
    usage: 'ID -w DIR --reason TEXT',
    summary: 'Số căn cước và điện thoại đầy đủ của một người; lý do được ghi lại',
    options: { reason: string },
    workspace: 'open',
    positionals: [1, 1],
    run: async ({ ask, positionals, needed, show }) => {
      const revealed = await ask('person.reveal', { id: positionals[0] as string, reason: needed('reason') });
      show(revealed, () =>
        Object.entries(revealed.values)
          .map(([field, value]) => `${fieldLabel('person', field)}: ${value}`)
          .join('\n'),
      );
      return 0;
    },
  },
};
