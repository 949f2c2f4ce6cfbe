import type { HistoryEntry, RecordView } from '#shared/contract/views.ts';
import { maskedValue } from '#shared/domain/masked-value.ts';
import { commandWords, say } from '#shared/text/command-words.vi.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { flag, list, string, type Command, type Invocation } from './command.ts';
import { plainValue, recordTable } from './plain-table.ts';
import { putCommand } from './put-command.ts';
import { checkKind, fieldsOf } from './record-kind.ts';
import { splitCondition } from './split-condition.ts';

const write = (text: string): void => {
  process.stdout.write(text);
};

const flat = (record: RecordView): Record<string, unknown> => ({
  id: record.id,
  officeId: record.officeId,
  ...(record.removed ? { removed: true } : {}),
  ...record.values,
});

const listAll = async ({ ask, positionals, options, text }: Invocation): Promise<RecordView[]> => {
  const kind = checkKind(positionals[0] as string);
  const conditions = (options.where as readonly string[] | undefined) ?? [];
  const where = Object.fromEntries(conditions.map((condition) => splitCondition(kind, condition)));
  const find = text('find');
  const office = text('office');
  const { rows } = await ask('record.list', {
    kind,
    where,
    limit: 1_000_000,
    includeRemoved: options.removed === true,
    ...(find === undefined ? {} : { find }),
    ...(office === undefined ? {} : { officeId: office }),
  });
  return rows;
};

/** Numbers of people stand in a history in part, as in the card of provenance. */
const masked = (kind: string, { fields, ...entry }: HistoryEntry): HistoryEntry => {
  const known = fieldsOf(kind);
  const shown = (field: string, value: unknown): unknown =>
    typeof value === 'string' ? maskedValue(field, known[field], value) : value;
  return {
    ...entry,
    fields: fields.map(({ field, before, after }) => ({ field, before: shown(field, before), after: shown(field, after) })),
  };
};

const plainRecord = (record: RecordView): string =>
  `${record.id}  ${record.title}${record.removed ? `  (${commandWords.removed})` : ''}`;

const two = (positionals: readonly string[]): readonly [kind: string, id: string] => [
  checkKind(positionals[0] as string),
  positionals[1] as string,
];

export const recordCommands: Readonly<Record<string, Command>> = {
  put: putCommand,
  list: {
    usage: 'KIND -w DIR [--find TEXT] [--where field=value ...] [--office CODE] [--removed] [--json | --jsonl]',
    summary: 'Danh sách bản ghi',
    options: { find: string, where: list, office: string, removed: flag },
    workspace: 'open',
    positionals: [1, 1],
    run: async (invocation) => {
      const rows = await listAll(invocation);
      if (invocation.options.jsonl === true) for (const row of rows) write(`${JSON.stringify(flat(row))}\n`);
      else {
        const kind = invocation.positionals[0] as string;
        invocation.show(rows.map(flat), () => recordTable(kind, fieldsOf(kind), rows));
        process.stderr.write(`${say(commandWords.rowCount, { count: rows.length })}\n`);
      }
      return 0;
    },
  },
  show: {
    usage: 'KIND ID -w DIR [--history]',
    summary: 'Một bản ghi, kèm lịch sử thay đổi nếu cần',
    options: { history: flag },
    workspace: 'open',
    positionals: [2, 2],
    run: async ({ ask, positionals, options, show }) => {
      const [kind, id] = two(positionals);
      const record = await ask('record.get', { kind, id });
      const entries = options.history === true ? await ask('record.history', { kind, id }) : undefined;
      const history = entries?.map((entry) => masked(kind, entry));
      show({ ...flat(record), conflictFields: record.conflictFields, ...(history === undefined ? {} : { history }) }, () =>
        [
          plainRecord(record),
          ...Object.entries(record.values).map(
            ([field, value]) => `${fieldLabel(kind, field)}: ${plainValue(fieldsOf(kind)[field], value)}`,
          ),
          ...(history ?? []).map(
            (entry) =>
              `${entry.at} ${entry.authorName}: ${entry.fields.map((one) => fieldLabel(kind, one.field)).join(', ')}  ${entry.replica}:${entry.n}`,
          ),
        ].join('\n'),
      );
      return 0;
    },
  },
  remove: {
    usage: 'KIND ID -w DIR --reason TEXT',
    summary: 'Xóa (vẫn giữ lịch sử)',
    options: { reason: string },
    workspace: 'open',
    positionals: [2, 2],
    run: async ({ ask, positionals, needed, show }) => {
      const [kind, id] = two(positionals);
      const record = await ask('record.remove', { kind, id, reason: needed('reason') });
      show(flat(record), () => `Đã xóa: ${record.id}`);
      return 0;
    },
  },
  'restore-record': {
    usage: 'KIND ID -w DIR [--reason TEXT]',
    summary: 'Khôi phục bản ghi đã xóa',
    options: { reason: string },
    workspace: 'open',
    positionals: [2, 2],
    run: async ({ ask, positionals, text, show }) => {
      const [kind, id] = two(positionals);
      const reason = text('reason');
      const record = await ask('record.restore', { kind, id, ...(reason === undefined ? {} : { reason }) });
      show(flat(record), () => `Đã khôi phục: ${record.id}`);
      return 0;
    },
  },
  check: {
    usage: '-w DIR [--unit CODE]',
    summary: 'Kiểm tra lỗi theo quy định',
    options: { unit: string },
    workspace: 'open',
    positionals: [0, 0],
    run: async ({ ask, text, show }) => {
      const unit = text('unit');
      const findings = await ask('check.run', unit === undefined ? {} : { unit });
      show(findings, () =>
        findings.map((one) => `${one.title}: ${one.message}${one.article === null ? '' : ` (${one.article})`}`).join('\n'),
      );
      return 0;
    },
  },
};
