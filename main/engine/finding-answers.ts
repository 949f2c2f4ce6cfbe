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
import { listRecordFindings } from './record-findings.ts';
import { currentTrustList } from './trust.ts';

/**
 * "Looked at, it is so": what a person answered to a question of the rules. A record of the office, so that the same question does not come
 * back, on no PC and not at the province; it comes back when what it rests on has changed, or when the answer is taken back.
 */
export const findingAnswerKind = 'finding-answer';

/** One record for each office and question, so that two PCs of an office that answer apart write the same record. */
export const answerIdOf = (officeId: string, { rule, kind, id }: Pick<RawFinding, 'rule' | 'kind' | 'id'>): string =>
  derivedId(findingAnswerKind, officeId, rule, kind, id);

export type AnswerableFinding = Finding & {
  /** What the question rests on, as a hash. */
  readonly saw: string;
};

const keyOf = (rule: unknown, kind: unknown, id: unknown): string => `${String(rule)} ${String(kind)} ${String(id)}`;

const answersIn = (database: ReadableDatabase): ReadonlyMap<string, string> =>
  new Map(
    listRecordStates(database, findingAnswerKind).flatMap((state) => {
      if (removalOf(state)) return [];
      const { rule, recordKind, recordId, saw } = winningValues(state);
      return [[`${keyOf(rule, recordKind, recordId)} ${String(saw)}`, state.id] as const];
    }),
  );

const sawOf = (rests: Parameters<typeof canonicalJson>[0]): string => sha256Hex(Buffer.from(canonicalJson(rests))).slice(0, 32);

/** Every finding, of rules over several records and of single ones, with the answer where a question has been answered. */
export const listAnsweredFindings = (context: QueryContext): readonly AnswerableFinding[] => {
  const answers = answersIn(context.database);
  const answered = (raw: RawFinding, rests: Parameters<typeof canonicalJson>[0]): AnswerableFinding => {
    const saw = sawOf(rests);
    const answer = raw.severity === 'question' ? answers.get(`${keyOf(raw.rule, raw.kind, raw.id)} ${saw}`) : undefined;
    return { ...withMessage(raw), answerId: answer ?? null, saw };
  };
  return [
    ...listFindings(context, undefined).map((raw) => answered(raw, raw.details)),
    ...listRecordFindings(context).map(({ value, ...raw }) => answered(raw, value)),
  ];
};

type Kept = { readonly key: string; readonly findings: readonly AnswerableFinding[] };

const kept = new WeakMap<ReadableDatabase, Kept>();

/**
 * The same, worked out once until a record is written or the day changes: the home page asks after every key stroke that saves a draft. For
 * queries alone; inside a transaction that writes, ask `listAnsweredFindings`.
 */
export const currentFindings = (context: QueryContext): readonly AnswerableFinding[] => {
  const { database, today } = context;
  const key = `${recordsVersion(database)} ${today} ${currentTrustList(database)?.number ?? 0}`;
  const known = kept.get(database);
  if (known?.key === key) return known.findings;
  const findings = listAnsweredFindings(context);
  kept.set(database, { key, findings });
  return findings;
};
