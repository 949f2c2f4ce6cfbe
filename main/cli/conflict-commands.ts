import { fieldLabel } from '#shared/text/labels.vi.ts';
import type { ConflictView, DecidedConflict } from '#shared/contract/conflict-methods.ts';
import { flag, string, UsageProblem, type Command, type Invocation } from './command.ts';

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

const plainDecision = (one: DecidedConflict): string =>
  [
    `${one.id}  ${one.title}: ${fieldLabel(one.kind, one.field)}  ${one.authorName}, ${one.at}: ${one.reason ?? ''}`,
    ...one.values.map(({ value, shown, dot }) => `  ${shown ? '*' : ' '} ${plainValue(value)}  ${dot}`),
  ].join('\n');

const resolve = async ({ ask, positionals, text, needed, options, show }: Invocation): Promise<number> => {
  const [take, value] = [text('take'), text('value')];
  if (options.again === true) {
    const again = await ask('conflict.decideAgain', {
      conflict: positionals[0] as string,
      take: needed('take'),
      reason: needed('reason'),
    });
    show(again, () => `Đã quyết định lại: ${plainValue(again.value)}`);
    return 0;
  }
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
    usage: '-w DIR [--office CODE | --decided]',
    summary: 'Xung đột chờ quyết định: mọi giá trị, ai ghi, lúc nào, vì sao',
    options: { office: string, decided: flag },
    workspace: 'open',
    positionals: [0, 0],
    run: async ({ ask, text, options, show }) => {
      if (options.decided === true) {
        const decided = await ask('conflict.decided', {});
        show(decided, () => decided.map(plainDecision).join('\n'));
        return 0;
      }
      const officeId = text('office');
      const conflicts = await ask('conflict.list', officeId === undefined ? {} : { officeId });
      show(conflicts, () => conflicts.map(plainConflict).join('\n'));
      return 0;
    },
  },
  resolve: {
    usage: 'XUNG_DOT -w DIR --take DOT | --value JSON --reason TEXT [--again]',
    summary:
      'Quyết định một xung đột tại đơn vị quản lý bản ghi; xóa hay giữ: --value true (giữ việc xóa) | null (khôi phục); --again: quyết định lại giữa các giá trị cũ',
    options: { take: string, value: string, reason: string, again: flag },
    workspace: 'open',
    positionals: [1, 1],
    run: resolve,
  },
};
