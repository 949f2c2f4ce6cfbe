import { officeOfRecord } from '#db/queries/projection.ts';
import type { FieldValue } from '#shared/domain/field.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { isStageChangeAllowed } from '#shared/domain/nomination.ts';
import type { Issue, RecordKind, RecordValues } from '#shared/domain/record.ts';
import type { QueryContext } from './context.ts';
import { failure, refused } from './failure.ts';
import { checkRequired, readDraft } from './read-draft.ts';

export type FieldOfRecord = { readonly kind: string; readonly field: string; readonly officeId: string };

const isReferenceThere = (
  { database }: Pick<QueryContext, 'database'>,
  to: string,
  officeId: string,
  value: FieldValue,
): boolean => [value].flat().every((id) => officeOfRecord(database, to, String(id)) === officeId);

const stageIssue = (kind: RecordKind, before: RecordValues, value: FieldValue): readonly Issue[] => {
  const stage = before.stage;
  if (kind.kind !== 'nomination' || typeof stage !== 'string' || typeof value !== 'string') return [];
  return isStageChangeAllowed(stage, value)
    ? []
    : [{ code: 'stage-not-allowed', field: 'stage', severity: 'error', details: { from: stage, to: value } }];
};

/** Errors of the whole record that the new value brings; what was wrong before is no fault of it. */
const newIssues = (kind: RecordKind, before: RecordValues, after: RecordValues, today: string): readonly Issue[] => {
  const known = new Set(kind.check(before, { today }).map((issue) => `${issue.code} ${issue.field ?? ''}`));
  return kind
    .check(after, { today })
    .filter((issue) => issue.severity === 'error' && !known.has(`${issue.code} ${issue.field ?? ''}`));
};

/**
 * Reads one value for one field of a record as it is typed, under the same rules as a whole line. Fails with `usage-wrong` for an unknown
 * kind or field, `validation-failed` with every issue.
 */
export const readFieldValue = (
  context: Pick<QueryContext, 'database' | 'identity' | 'today'>,
  { kind: kindName, field, officeId }: FieldOfRecord,
  typed: unknown,
  before: RecordValues,
): FieldValue => {
  const kind = findKind(kindName);
  const described = kind?.fields[field];
  if (!kind || !described) throw failure('usage-wrong', { reason: `${kindName} ${field}` });
  const read = readDraft(kind, { [field]: typed }, before, context.identity.asOf);
  const value = read.values[field] ?? null;
  const after = { ...before, ...read.values };
  const isLost = read.issues.length === 0 && value !== null && described.to !== undefined;
  const issues: readonly Issue[] = [
    ...read.issues,
    ...(read.issues.length > 0 ? [] : checkRequired(kind, after).filter((issue) => issue.field === field)),
    ...(read.issues.length > 0 ? [] : newIssues(kind, before, after, context.today)),
    ...(isLost && !isReferenceThere(context, described.to ?? '', officeId, value)
      ? [{ code: 'reference-missing', field, severity: 'error' } as const]
      : []),
    ...(field === 'stage' ? stageIssue(kind, before, value) : []),
  ];
  if (issues.length > 0) throw refused(issues.map((issue) => ({ ...issue, line: 1 })));
  return value;
};
