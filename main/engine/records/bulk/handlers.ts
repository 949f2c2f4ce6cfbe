import type { bulkMethods, BulkItem, BulkOperation, BulkResult } from '#shared/contract/bulk-methods.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import { canonicalJson } from '#shared/exchange/canonical.ts';
import { bulkWords } from '#shared/text/bulk-words.vi.ts';
import type { CommandContext, Handler, HandlersOf, TaskContext } from '#engine/context.ts';
import { failure, refused } from '#engine/failure.ts';
import { listFindings, withMessage } from '#engine/findings.ts';
import { sha256Hex } from '#engine/hash.ts';
import { rehearse } from '#engine/rehearse.ts';
import { targetTitles } from '#engine/target-titles.ts';
import { decide, getKind } from '../put.ts';
import { checkOperation, wantOf } from './operations.ts';
import { selectIds } from './select.ts';
import { workItem } from './work-item.ts';

type Input = ParsedInputOf<'bulk.preview'>;

const batch = 50;

/** The id of the decision chosen, or of a new one that is written along. Fails with `validation-failed`. */
const writeDecision = (context: CommandContext, operation: BulkOperation, reason: string): string | undefined => {
  const decision = 'decision' in operation ? operation.decision : undefined;
  if (decision === undefined) return undefined;
  if ('id' in decision) return decision.id;
  const line = { line: 1, kind: getKind('decision'), id: undefined, typed: decision.draft };
  const decided = decide(context, line, { ids: new Map(), asOf: context.identity.asOf, today: context.today });
  const errors = decided.issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw refused(errors.map((issue) => ({ ...issue, line: 1 })));
  context.records.write({ kind: 'decision', id: decided.id, values: decided.values, reason });
  return decided.id;
};

const keyOf = ({ rule, kind, id }: { readonly rule: string; readonly kind: string; readonly id: string }): string =>
  `${rule} ${kind} ${id}`;

/** Over what a person saw and agreed to; a decision written along gets another id each time. */
const hashOf = (items: readonly BulkItem[], decisionId: string | undefined): string => {
  const named = (value: unknown): unknown => (value === decisionId ? 'decision' : value);
  return sha256Hex(
    canonicalJson(
      items.map(({ id, outcome, changes, issues }) => ({
        id,
        outcome,
        changes: changes.map(({ kind, field, isNew, from, to }) => ({ kind, field, isNew, from: named(from), to: named(to) })),
        issues: issues.map(({ code, field }) => ({ code, field })),
      })) as never,
    ),
  );
};

const countOf = (items: readonly BulkItem[], outcome: BulkItem['outcome']): number =>
  items.filter((item) => item.outcome === outcome).length;

/** Does the whole work inside the running transaction. */
const run = async (task: TaskContext, context: CommandContext, input: Input, reason: string): Promise<BulkResult> => {
  const { officeId } = context.identity;
  const wrong = checkOperation(context, input.kind, input.change);
  if (wrong.length > 0) throw refused(wrong.map((issue) => ({ ...issue, line: 1 })));
  const ids = selectIds(context, input);
  const before = listFindings(context, officeId).map(keyOf);
  const decisionId = writeDecision(context, input.change, reason);
  const part = { context, kind: input.kind, want: wantOf(input.change), decisionId, reason };
  const items: BulkItem[] = [];
  for (const [index, id] of ids.entries()) {
    if (index % batch === 0) await task.progress({ step: 'bulk', done: index, total: ids.length });
    items.push(workItem(part, id));
  }
  const after = listFindings(context, officeId);
  const [known, left] = [new Set(before), new Set(after.map(keyOf))];
  return {
    items,
    counts: { change: countOf(items, 'change'), same: countOf(items, 'same'), refused: countOf(items, 'refused') },
    titles: targetTitles(
      context.database,
      items.flatMap(({ changes }) => changes),
    ),
    findings: after.filter((finding) => !known.has(keyOf(finding))).map(withMessage),
    settledCount: before.filter((key) => !left.has(key)).length,
    hash: hashOf(items, decisionId),
  };
};

const preview: Handler<'bulk.preview'> = (task, input) =>
  rehearse(task, (context) => run(task, context, input, bulkWords.reason));

const apply: Handler<'bulk.apply'> = (task, { hash, leaveOutRefused, reason, ...input }) =>
  task.writeInSteps(async (context) => {
    const result = await run(task, context, input, reason ?? bulkWords.reason);
    if (hash !== undefined && hash !== result.hash) throw failure('preview-outdated');
    if (result.counts.refused > 0 && !leaveOutRefused) throw failure('bulk-refused', { count: result.counts.refused });
    if (result.counts.change === 0) throw failure('bulk-nothing');
    const { operation } = input.change;
    context.steps.describe({
      operation,
      kind: input.kind,
      count: result.counts.change,
      ...(input.change.operation === 'set-field' ? { field: input.change.field } : {}),
    });
    return result;
  });

export const bulkHandlers: HandlersOf<keyof typeof bulkMethods> = { 'bulk.preview': preview, 'bulk.apply': apply };
