import { EngineFailure } from '#engine/failure.ts';
import type { LineIssue } from '#shared/contract/failure.ts';
import type { RecordView } from '#shared/contract/views.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { issueMessage } from '#shared/text/messages.vi.ts';
import { flag, list, string, UsageProblem, type Command, type Invocation } from './command.ts';

const write = (text: string): void => {
  process.stdout.write(text);
};

const checkKind = (kind: string): string => {
  if (kind !== 'mediator' && !findKind(kind)) throw new UsageProblem(`không có loại bản ghi ${kind}`);
  return kind;
};

type ParsedLines = { readonly lines: readonly Record<string, unknown>[]; readonly issues: readonly LineIssue[] };

/** Reads JSON Lines; empty lines are passed over but counted. */
const parseLines = (input: string): ParsedLines & { readonly numbers: readonly number[] } => {
  const lines: Record<string, unknown>[] = [];
  const numbers: number[] = [];
  const issues: LineIssue[] = [];
  for (const [index, line] of input.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      const value: unknown = JSON.parse(line);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError();
      lines.push(value as Record<string, unknown>);
      numbers.push(index + 1);
    } catch {
      issues.push({ line: index + 1, code: 'line-malformed', field: null, severity: 'error' });
    }
  }
  return { lines, issues, numbers };
};

const issueLine = (issue: LineIssue): Record<string, unknown> => ({
  line: issue.line,
  code: issue.code,
  field: issue.field,
  severity: issue.severity,
  ...(issue.article === undefined ? {} : { article: issue.article }),
  message: issueMessage(issue),
});

const showIssues = (issues: readonly LineIssue[], numbers: readonly number[]): void => {
  for (const issue of issues) write(`${JSON.stringify(issueLine({ ...issue, line: numbers[issue.line - 1] ?? issue.line }))}\n`);
};

const put = async ({ positionals, readInput, engine, text }: Invocation): Promise<number> => {
  const kind = checkKind(positionals[0] as string);
  const parsed = parseLines(await readInput());
  if (parsed.issues.length > 0) {
    showIssues(parsed.issues, []);
    return 1;
  }
  const reason = text('reason');
  const reply = await engine.call('record.put', { kind, lines: [...parsed.lines], ...(reason === undefined ? {} : { reason }) });
  if (reply.ok) {
    for (const result of reply.value.results) {
      const questions = result.questions.map((question) => ({
        code: question.code,
        field: question.field,
        message: issueMessage(question as LineIssue),
      }));
      write(
        `${JSON.stringify({ line: parsed.numbers[result.line - 1], id: result.id, change: result.change, ...(questions.length > 0 ? { questions } : {}) })}\n`,
      );
    }
    return 0;
  }
  if (reply.failure.issues === undefined) throw new EngineFailure(reply.failure);
  showIssues(reply.failure.issues, parsed.numbers);
  return 1;
};

const flat = (record: RecordView): Record<string, unknown> => ({
  id: record.id,
  officeId: record.officeId,
  ...(record.removed ? { removed: true } : {}),
  ...record.values,
});

const splitWhere = (conditions: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    conditions.map((condition) => {
      const at = condition.indexOf('=');
      if (at < 1) throw new UsageProblem('--where field=value');
      return [condition.slice(0, at), condition.slice(at + 1)];
    }),
  );

const listAll = async ({ ask, positionals, options, text }: Invocation): Promise<RecordView[]> => {
  const where = splitWhere((options.where as readonly string[] | undefined) ?? []);
  const find = text('find');
  const office = text('office');
  const { rows } = await ask('record.list', {
    kind: checkKind(positionals[0] as string),
    where,
    limit: 1_000_000,
    includeRemoved: options.removed === true,
    ...(find === undefined ? {} : { find }),
    ...(office === undefined ? {} : { officeId: office }),
  });
  return rows;
};

const plainRecord = (record: RecordView): string => `${record.id}  ${record.title}${record.removed ? '  (đã xóa)' : ''}`;

const two = (positionals: readonly string[]): readonly [kind: string, id: string] => [
  checkKind(positionals[0] as string),
  positionals[1] as string,
];

export const recordCommands: Readonly<Record<string, Command>> = {
  put: {
    usage: 'KIND -w DIR < records.jsonl [--reason TEXT]',
    summary: 'Thêm hoặc sửa bản ghi (theo "id"); tất cả hoặc không',
    options: { reason: string },
    workspace: 'open',
    positionals: [1, 1],
    run: put,
  },
  list: {
    usage: 'KIND -w DIR [--find TEXT] [--where field=value ...] [--office CODE] [--removed] [--json | --jsonl]',
    summary: 'Danh sách bản ghi',
    options: { find: string, where: list, office: string, removed: flag },
    workspace: 'open',
    positionals: [1, 1],
    run: async (invocation) => {
      const rows = await listAll(invocation);
      if (invocation.options.jsonl === true) for (const row of rows) write(`${JSON.stringify(flat(row))}\n`);
      else invocation.show(rows.map(flat), () => rows.map(plainRecord).join('\n'));
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
      const history = options.history === true ? await ask('record.history', { kind, id }) : undefined;
      show({ ...flat(record), conflictFields: record.conflictFields, ...(history === undefined ? {} : { history }) }, () =>
        [
          plainRecord(record),
          ...Object.entries(record.values).map(([field, value]) => `${fieldLabel(kind, field)}: ${JSON.stringify(value)}`),
          ...(history ?? []).map(
            (entry) => `${entry.at} ${entry.authorName}: ${entry.fields.map((one) => fieldLabel(kind, one.field)).join(', ')}`,
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
