import { findProjected } from '#db/queries/projection.ts';
import { findRecord } from '#db/queries/record.ts';
import { labelOf, nominationStages } from '#shared/catalogue/code-lists.ts';
import type { BulkIssue, BulkItem } from '#shared/contract/bulk-methods.ts';
import { storedKindOf, type Issue, type RecordValues } from '#shared/domain/record.ts';
import { isSameValue, winningValues } from '#shared/exchange/heads.ts';
import { issueMessage } from '#shared/text/messages.vi.ts';
import { unitNameOf } from '#engine/communes.ts';
import type { CommandContext } from '#engine/context.ts';
import { viewOf } from '#engine/record-view.ts';
import { decide, type Decided } from '../put.ts';
import type { Target, wantOf } from './operations.ts';

type Part = {
  readonly context: CommandContext;
  readonly kind: string;
  readonly want: ReturnType<typeof wantOf>;
  readonly decisionId: string | undefined;
  readonly reason: string;
};

type Change = BulkItem['changes'][number];

const stageName = (code: string | number | undefined): string => labelOf(nominationStages, String(code ?? ''));

/** Stages are named as the screen names them. */
const detailsOf = ({ code, details }: Issue): Issue['details'] =>
  code === 'stage-not-allowed' ? { from: stageName(details?.from), to: stageName(details?.to) } : details;

const withMessage = (issue: Issue): BulkIssue => {
  const { code, field, severity } = issue;
  const details = detailsOf(issue);
  return { code, field, severity, message: issueMessage({ code, ...(details === undefined ? {} : { details }) }) };
};

const placeOf = ({ database }: CommandContext, { teamId, communeId }: RecordValues): string => {
  if (typeof teamId === 'string') return findProjected(database, 'team', teamId)?.title ?? '';
  return typeof communeId === 'string' ? unitNameOf(communeId) : '';
};

/** Questions of the record that were there before are no fault of the change. */
const newIssues = ({ today }: CommandContext, { kind, issues }: Decided, before: RecordValues): readonly Issue[] => {
  const known = new Set(
    Object.keys(before).length === 0 ? [] : kind.check(before, { today }).map(({ code, field }) => `${code} ${field ?? ''}`),
  );
  return issues.filter(({ code, field, severity }) => severity === 'error' || !known.has(`${code} ${field ?? ''}`));
};

const changesOf = ({ kind, isNew, values }: Decided, before: RecordValues): readonly Change[] =>
  Object.entries(values)
    .map(([field, to]) => ({ kind: kind.kind, field, isNew, from: before[field] ?? null, to: to ?? null }))
    .filter(({ field, from, to }) => !isSameValue(from, to) && !(isNew && field === 'personId'));

const beforeOf = ({ database }: CommandContext, { kind, id }: Decided): RecordValues => {
  const stored = findRecord(database, kind.kind, id);
  return stored === undefined ? {} : winningValues(stored.state);
};

const refusedItem = (id: string, title: string, place: string, issues: readonly Issue[]): BulkItem => ({
  id,
  title,
  place,
  outcome: 'refused',
  changes: [],
  issues: issues.map(withMessage),
});

/** Does the operation on one record: validates its lines, writes them if none is wrong, and says what it did. */
export const workItem = ({ context, kind, want, decisionId, reason }: Part, id: string): BulkItem => {
  const { database, records } = context;
  const stored = storedKindOf(kind);
  const projected = findProjected(database, stored, id);
  if (projected === undefined) return refusedItem(id, '', '', [{ code: 'record-not-found', field: 'id', severity: 'error' }]);
  const { title } = viewOf(database, projected);
  const place = placeOf(context, projected.values);
  const refuse = (issues: readonly Issue[]): BulkItem => refusedItem(id, title, place, issues);
  if (projected.officeId !== context.identity.officeId)
    return refuse([{ code: 'record-not-owned', field: 'id', severity: 'error' }]);
  if (projected.removed) return refuse([{ code: 'record-removed', field: 'id', severity: 'error' }]);
  const target: Target = { kind, id, values: projected.values };
  const { lines, refusals, questions } = want(context, target, decisionId);
  if (refusals.length > 0) return refuse(refusals);
  const batch = { ids: new Map<string, string>(), asOf: context.identity.asOf, today: context.today };
  const decided = lines.map((line) => {
    const one = decide(context, line, batch);
    return { one, before: beforeOf(context, one) };
  });
  const issues = [...decided.flatMap(({ one, before }) => newIssues(context, one, before)), ...questions];
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return refuse(errors);
  const changes = decided.flatMap(({ one, before }) => changesOf(one, before));
  for (const { one } of decided) records.write({ kind: one.kind.kind, id: one.id, values: one.values, reason });
  return { id, title, place, outcome: changes.length === 0 ? 'same' : 'change', changes, issues: issues.map(withMessage) };
};
