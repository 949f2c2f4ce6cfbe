import type { ReadableDatabase } from '#db/open.ts';
import { listRecordStates, recordsVersion } from '#db/queries/record.ts';
import type { Finding } from '#shared/contract/views.ts';
import type { RawFinding } from '#shared/domain/findings.ts';
import { canonicalJson } from '#shared/exchange/canonical.ts';
import { removalOf, winningValues } from '#shared/exchange/heads.ts';
import type { QueryContext } from './context.ts';
import { derivedId } from './derived-id.ts';
import { listFindings, withMessage } from './findings.ts';
import { sha256Hex } from './hash.ts';
import { checkRecords, listRecordFindings, type CheckedRecords } from './record-findings.ts';
import { currentTrustList } from './trust.ts';

/**
 * "Looked at, it is so": what a person answered to a question of the rules. A record of the office, so that the same question does not come
 * back, on no PC and not at the province; it comes back when what it rests on has changed, or when the answer is taken back.
 */
export const findingAnswerKind = 'finding-answer';

/** One record for each office and question, so that two PCs of an office that answer apart write the same record. */
export const answerIdOf = (officeId: string, { rule, kind, id }: Pick<RawFinding, 'rule' | 'kind' | 'id'>): string =>
  derivedId(findingAnswerKind, officeId, rule, kind, id);

type Rests = Parameters<typeof canonicalJson>[0];

export type AnswerableFinding = Finding & {
  /** What the question rests on. */
  readonly rests: Rests;
};

const keyOf = (rule: unknown, kind: unknown, id: unknown): string => `${String(rule)} ${String(kind)} ${String(id)}`;

/** Answers by question: what was seen, and the id of the answer. */
const answersIn = (database: ReadableDatabase): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const answers = new Map<string, Map<string, string>>();
  for (const state of listRecordStates(database, findingAnswerKind)) {
    if (removalOf(state)) continue;
    const { rule, recordKind, recordId, saw } = winningValues(state);
    const key = keyOf(rule, recordKind, recordId);
    answers.set(key, (answers.get(key) ?? new Map<string, string>()).set(String(saw), state.id));
  }
  return answers;
};

/** What a question rests on, as a hash. */
export const sawOf = (rests: Rests): string => sha256Hex(Buffer.from(canonicalJson(rests))).slice(0, 32);

/** Every finding, of rules over several records and of single ones, with the answer where a question has been answered. */
export const listAnsweredFindings = (context: QueryContext, checked = checkRecords(context)): readonly AnswerableFinding[] => {
  const answers = answersIn(context.database);
  const answered = (raw: RawFinding, rests: Rests): AnswerableFinding => {
    const known = raw.severity === 'question' ? answers.get(keyOf(raw.rule, raw.kind, raw.id)) : undefined;
    return { ...withMessage(raw), answerId: known?.get(sawOf(rests)) ?? null, rests };
  };
  return [
    ...listFindings(context, undefined).map((raw) => answered(raw, raw.details)),
    ...listRecordFindings(context.database, checked).map(({ value, ...raw }) => answered(raw, value)),
  ];
};

type Kept = { readonly key: string; readonly checked: CheckedRecords; readonly findings: readonly AnswerableFinding[] };

const kept = new WeakMap<ReadableDatabase, Kept>();

/**
 * The same, worked out once until a record is written or the day changes, and then for what was written: the home page asks after every key
 * stroke that saves a draft. For queries alone; inside a transaction that writes, ask `listAnsweredFindings`.
 */
export const currentFindings = (context: QueryContext): readonly AnswerableFinding[] => {
  const { database, today } = context;
  const key = `${recordsVersion(database)} ${today} ${currentTrustList(database)?.number ?? 0}`;
  const known = kept.get(database);
  if (known?.key === key) return known.findings;
  const checked = checkRecords(context, known?.checked);
  const findings = listAnsweredFindings(context, checked);
  kept.set(database, { key, checked, findings });
  return findings;
};
