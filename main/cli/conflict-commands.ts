import { fieldLabel } from '#shared/text/labels.vi.ts';
import type { ConflictView } from '#shared/contract/conflict-methods.ts';
import { string, UsageProblem, type Command, type Invocation } from './command.ts';

const plainValue = (value: unknown): string =>
  value === null ? '(trống)' : typeof value === 'string' ? value : JSON.stringify(value);

const plainConflict = (conflict: ConflictView): string =>
  [
    `${conflict.id}  ${conflict.title}: ${fieldLabel(conflict.kind, conflict.field)}`,
    ...conflict.values.map(
      (one) =>
        `  ${one.shown ? '*' : ' '} ${plainValue(one.value)}  (${[one.authorName ?? '', one.at ?? '', one.reason ?? ''].filter(Boolean).join('; ')})  ${one.dot}`,
    ),
  ].join('\n');

/** A value typed as JSON; anything else is wrong use. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageProblem('--value JSON');
  }
};

const resolve = async ({ ask, positionals, text, needed, show }: Invocation): Promise<number> => {
  const [take, value] = [text('take'), text('value')];
  if ((take === undefined) === (value === undefined)) throw new UsageProblem('--take DOT | --value JSON');
  const decided = await ask('conflict.resolve', {
    conflict: positionals[0] as string,
    reason: needed('reason'),
    ...(take === undefined ? { value: readJson(value as string) } : { take }),
  });
  show(decided, () => `Đã quyết định: ${plainValue(decided.value)}`);
  return 0;
};

export const conflictCommands: Readonly<Record<string, Command>> = {
  conflicts: {
    usage: '-w DIR [--office CODE]',
    summary: 'Xung đột chờ quyết định: mọi giá trị, ai ghi, lúc nào, vì sao',
    options: { office: string },
    workspace: 'open',
    positionals: [0, 0],
    run: async ({ ask, text, show }) => {
      const officeId = text('office');
      const conflicts = await ask('conflict.list', officeId === undefined ? {} : { officeId });
      show(conflicts, () => conflicts.map(plainConflict).join('\n'));
      return 0;
    },
  },
  resolve: {
    usage: 'XUNG_DOT -w DIR --take DOT | --value JSON --reason TEXT',
    summary: 'Quyết định một xung đột tại đơn vị quản lý bản ghi; xóa hay giữ: --value true (giữ việc xóa) | null (khôi phục)',
    options: { take: string, value: string, reason: string },
    workspace: 'open',
    positionals: [1, 1],
    run: resolve,
  },
};
