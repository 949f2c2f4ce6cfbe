import { readFileSync } from 'node:fs';
import type { BulkItem, BulkResult } from '#shared/contract/bulk-methods.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { bulkWords } from '#shared/text/bulk-words.vi.ts';
import { commandWords, say } from '#shared/text/command-words.vi.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { flag, list, string, UsageProblem, type Command, type Invocation } from './command.ts';
import { readJson } from './conflict-commands.ts';
import { checkKind, fieldsOf } from './record-kind.ts';
import { plainTable, plainValue } from './plain-table.ts';
import { splitCondition } from './split-condition.ts';

type Input = InputOf<'bulk.preview'>;

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Ids of a file, one in each line: plain, or the first in a line of JSON as `list --jsonl` writes it. */
const idsInFile = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => uuid.exec(line)?.[0].toLowerCase() ?? []);

const selectionOf = ({ positionals, options, text }: Invocation): Input['select'] => {
  const kind = positionals[0] as string;
  const [where, find, commune, file] = [
    (options.where as readonly string[] | undefined) ?? [],
    text('find'),
    text('unit'),
    text('ids'),
  ];
  const ids = [...((options.id as readonly string[] | undefined) ?? []), ...(file === undefined ? [] : idsInFile(file))];
  if (ids.length > 0) return { ids };
  if (where.length === 0 && find === undefined && commune === undefined && options.all !== true)
    throw new UsageProblem('--id ID | --ids FILE | --where field=value | --find TEXT | --all');
  return {
    filter: {
      where: Object.fromEntries(where.map((condition) => splitCondition(kind, condition))),
      ...(find === undefined ? {} : { find }),
      ...(commune === undefined ? {} : { communeId: commune }),
    },
  };
};

const operationNames = ['set', 'move-to', 'end', 'recognise', 'stage', 'nominate'] as const;

/** A value as the field's type wants it: numbers, yes and no and lists are JSON, everything else is text. */
const typedValue = (kind: string, field: string, value: string): unknown => {
  const type = fieldsOf(kind)[field]?.type;
  if (value === '') return null;
  return type === 'integer' || type === 'amount' || type === 'boolean' || type === 'codes' || type === 'references'
    ? readJson(value)
    : value;
};

const decisionOf = ({ text }: Invocation) => {
  const [id, draft] = [text('decision'), text('new-decision')];
  if (id !== undefined) return { id };
  return draft === undefined ? undefined : { draft: readJson(draft) as Record<string, unknown> };
};

const setChange = (kind: string, condition: string): Input['change'] => {
  const [field, value] = splitCondition(kind, condition);
  return { operation: 'set-field', field, value: typedValue(kind, field, value) };
};

const moveChange = (invocation: Invocation, teamId: string): Input['change'] => {
  const { text, needed, options } = invocation;
  const leaders = text('leaders') ?? 'member';
  if (leaders !== 'member' && leaders !== 'keep') throw new UsageProblem('--leaders member|keep');
  const decision = decisionOf(invocation);
  const ends = options.correct === true ? {} : { on: needed('on'), ceaseReason: needed('cease-reason') };
  const mode = options.correct === true ? 'correct' : 'transfer';
  return { operation: 'move-team', teamId, mode, leaders, ...ends, ...(decision === undefined ? {} : { decision }) };
};

const changeOf = (invocation: Invocation): Input['change'] => {
  const { positionals, options, text, needed } = invocation;
  const chosen = operationNames.filter((name) => options[name] !== undefined);
  const [operation] = chosen;
  if (operation === undefined || chosen.length > 1) throw new UsageProblem(operationNames.map((name) => `--${name}`).join(' | '));
  const decision = decisionOf(invocation);
  switch (operation) {
    case 'set':
      return setChange(positionals[0] as string, needed('set'));
    case 'move-to':
      return moveChange(invocation, needed('move-to'));
    case 'end': {
      const ceaseDetail = text('detail');
      return {
        operation: 'end-memberships',
        ceaseReason: needed('end'),
        on: needed('on'),
        ...(ceaseDetail === undefined ? {} : { ceaseDetail }),
        ...(decision === undefined ? {} : { decision }),
      };
    }
    case 'recognise':
      if (decision === undefined) throw new UsageProblem('--decision ID | --new-decision JSON');
      return { operation: 'recognise', on: needed('on'), decision };
    case 'stage': {
      const [decisionNumber, decidedOn, refusalReason] = [text('number'), text('on'), text('refusal')];
      return {
        operation: 'set-stage',
        stage: needed('stage'),
        ...(decisionNumber === undefined ? {} : { decisionNumber }),
        ...(decidedOn === undefined ? {} : { decidedOn }),
        ...(refusalReason === undefined ? {} : { refusalReason }),
      };
    }
    case 'nominate': {
      const [year, achievements] = [Number(needed('year')), text('achievements')];
      if (!Number.isInteger(year)) throw new UsageProblem('--year YEAR');
      return {
        operation: 'nominate',
        form: needed('nominate'),
        level: needed('level'),
        basis: text('basis') ?? 'regular',
        year,
        ...(achievements === undefined ? {} : { achievements }),
      };
    }
  }
};

const changeText = (titles: BulkResult['titles'], { kind, field, from, to }: BulkItem['changes'][number]): string => {
  const plain = (value: unknown): string =>
    typeof value === 'string' && titles[value] !== undefined
      ? (titles[value] ?? '')
      : plainValue(fieldsOf(kind)[field], value as never) || bulkWords.blank;
  return `${fieldLabel(kind, field)}: ${plain(from)} -> ${plain(to)}`;
};

const plainResult = ({ items, counts, titles, findings, settledCount }: BulkResult): string =>
  [
    plainTable(
      items.map(({ id, title, outcome, changes, issues }) => [
        id,
        title,
        bulkWords.outcomes[outcome],
        [...changes.map((change) => changeText(titles, change)), ...issues.map(({ message }) => message)].join('; '),
      ]),
    ),
    bulkWords.counts(counts),
    bulkWords.findingCounts(findings.length, settledCount),
    ...findings.map(({ title, message }) => `  ${title}: ${message}`),
  ].join('\n');

/** One operation on many records: shown with --preview, all or nothing, or without the refused ones where told. */
export const bulkCommand: Command = {
  usage: `KIND -w DIR (--id ID ... | --ids FILE | --where field=value ... | --find TEXT | --unit CODE | --all)
      (--set field=value | --move-to TEAM --on DATE --cease-reason CODE [--leaders member|keep] | --move-to TEAM --correct
      | --end REASON --on DATE [--detail CODE] | --recognise --on DATE | --stage STAGE [--number N --on DATE | --refusal TEXT]
      | --nominate FORM --level LEVEL --year YEAR [--basis BASIS] [--achievements TEXT])
      [--decision ID | --new-decision JSON] [--preview] [--hash HASH] [--leave-out-refused] [--reason TEXT]`,
  summary: bulkWords.summary,
  options: {
    id: list,
    ids: string,
    where: list,
    find: string,
    unit: string,
    all: flag,
    set: string,
    'move-to': string,
    correct: flag,
    leaders: string,
    end: string,
    detail: string,
    recognise: flag,
    stage: string,
    number: string,
    refusal: string,
    nominate: string,
    level: string,
    basis: string,
    year: string,
    achievements: string,
    on: string,
    'cease-reason': string,
    decision: string,
    'new-decision': string,
    preview: flag,
    hash: string,
    'leave-out-refused': flag,
    reason: string,
  },
  workspace: 'open',
  positionals: [1, 1],
  run: async (invocation) => {
    const { ask, positionals, options, text, show } = invocation;
    const kind = checkKind(positionals[0] as string);
    const input: Input = { kind, select: selectionOf(invocation), change: changeOf(invocation) };
    const [hash, reason] = [text('hash'), text('reason')];
    const result =
      options.preview === true
        ? await ask('bulk.preview', input)
        : await ask('bulk.apply', {
            ...input,
            leaveOutRefused: options['leave-out-refused'] === true,
            ...(hash === undefined ? {} : { hash }),
            ...(reason === undefined ? {} : { reason }),
          });
    show(result, () => plainResult(result));
    process.stderr.write(`${say(commandWords.rowCount, { count: result.items.length })}\n`);
    return options.preview === true && result.counts.refused > 0 ? 1 : 0;
  },
};
