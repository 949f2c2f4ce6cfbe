import { EngineFailure } from '#engine/failure.ts';
import type { LineIssue } from '#shared/contract/failure.ts';
import { commandWords } from '#shared/text/command-words.vi.ts';
import { issueMessage } from '#shared/text/messages.vi.ts';
import { string, type Command, type Invocation } from './command.ts';
import { checkKind } from './record-kind.ts';

type Parsed = {
  readonly lines: readonly Record<string, unknown>[];
  /** Number in the input of each of `lines`; empty lines are passed over but counted. */
  readonly numbers: readonly number[];
  readonly issues: readonly LineIssue[];
};

const decoder = new TextDecoder('utf-8', { fatal: true });

const parseLine = (bytes: Uint8Array): Record<string, unknown> | 'empty' | 'line-not-text' | 'line-malformed' => {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return 'line-not-text';
  }
  if (text.trim() === '') return 'empty';
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : 'line-malformed';
  } catch {
    return 'line-malformed';
  }
};

const lineFeed = 10;

const splitLines = (input: Buffer): readonly Uint8Array[] => {
  const lines: Uint8Array[] = [];
  for (let from = 0; from <= input.length;) {
    const end = input.indexOf(lineFeed, from);
    lines.push(input.subarray(from, end < 0 ? input.length : end));
    from = end < 0 ? input.length + 1 : end + 1;
  }
  return lines;
};

/** Reads JSON Lines in UTF-8; text in another encoding is refused, never guessed. */
const parseLines = (input: Buffer): Parsed => {
  const lines: Record<string, unknown>[] = [];
  const numbers: number[] = [];
  const issues: LineIssue[] = [];
  for (const [index, bytes] of splitLines(input).entries()) {
    const parsed = parseLine(bytes);
    if (parsed === 'empty') continue;
    if (typeof parsed === 'string') issues.push({ line: index + 1, code: parsed, field: null, severity: 'error' });
    else {
      lines.push(parsed);
      numbers.push(index + 1);
    }
  }
  return { lines, numbers, issues };
};

/** Dates are typed differently here than in a form. */
const messages: Readonly<Record<string, string>> = {
  'line-not-text': commandWords.notText,
  'date-invalid': commandWords.dateForm,
};

const messageOf = (issue: Omit<LineIssue, 'line'>): string => messages[issue.code] ?? issueMessage(issue);

const issueLine = (issue: LineIssue): Record<string, unknown> => ({
  line: issue.line,
  code: issue.code,
  field: issue.field,
  severity: issue.severity,
  ...(issue.article === undefined ? {} : { article: issue.article }),
  message: messageOf(issue),
});

const write = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

const put = async ({ positionals, readInput, engine, text }: Invocation): Promise<number> => {
  const kind = checkKind(positionals[0] as string);
  const { lines, numbers, issues } = parseLines(await readInput());
  if (issues.length > 0) {
    for (const issue of issues) write(issueLine(issue));
    return 1;
  }
  const reason = text('reason');
  const reply = await engine.call('record.put', { kind, lines: [...lines], ...(reason === undefined ? {} : { reason }) });
  if (reply.ok) {
    for (const { line, id, change, questions } of reply.value.results) {
      const asked = questions.map((question) => ({
        code: question.code,
        field: question.field,
        message: messageOf(question as LineIssue),
      }));
      write({ line: numbers[line - 1], id, change, ...(asked.length > 0 ? { questions: asked } : {}) });
    }
    return 0;
  }
  if (reply.failure.issues === undefined) throw new EngineFailure(reply.failure);
  for (const issue of reply.failure.issues) write(issueLine({ ...issue, line: numbers[issue.line - 1] ?? issue.line }));
  return 1;
};

export const putCommand: Command = {
  usage: 'KIND -w DIR < records.jsonl [--reason TEXT]',
  summary: 'Thêm hoặc sửa bản ghi (theo "id"); tất cả hoặc không',
  options: { reason: string },
  workspace: 'open',
  positionals: [1, 1],
  run: put,
};
