import type { ImportRow, RowDecision } from '#shared/contract/import-methods.ts';
import type { FieldValue } from '#shared/domain/field.ts';
import { findKind, type KindName } from '#shared/domain/kinds.ts';
import type { Issue, RecordValues } from '#shared/domain/record.ts';
import type { RowIssue } from '#shared/import/row-issue.ts';
import { failure } from '#engine/failure.ts';
import { linkIdOf } from '#engine/identity-decisions.ts';
import { checkRequired, readDraft } from '#engine/read-draft.ts';
import type { Books, Write } from './books.ts';
import { compare } from './compare.ts';

export type PlanFacts = {
  readonly books: Books;
  readonly newId: () => string;
  readonly asOf: string;
  readonly today: string;
  readonly officeId: string;
  readonly officeTier: 'district' | 'province';
  /** Codes accepted for the whole file. */
  readonly accepted: ReadonlySet<string>;
};

/** What one row leads to, put together step by step. */
export type RowWork = {
  readonly facts: PlanFacts;
  readonly decision: RowDecision | undefined;
  readonly issues: RowIssue[];
  readonly changes: ImportRow['changes'];
  readonly writes: Write[];
  /** Adds or fills a record; differences from the books become changes that wait for a decision. */
  readonly put: (kind: KindName, id: string | null, given: RecordValues) => string;
  /** Remembers that two entries are two people, so that the question does not come back. */
  readonly separate: (id: string, otherId: string) => void;
  readonly say: (code: string, field: string | null, severity: RowIssue['severity'], details?: RowIssue['details']) => void;
  /** Values of a record, those this row writes included. */
  readonly valuesOf: (kind: string, id: string) => RecordValues | undefined;
};

const asRowIssue = (issue: Issue): RowIssue => ({
  code: issue.code,
  field: issue.field,
  severity: issue.severity,
  ...(issue.details === undefined ? {} : { details: issue.details }),
});

const decide = (work: Pick<RowWork, 'facts' | 'decision'>, field: string): 'file' | 'books' | null => {
  const own = work.decision?.take?.[field];
  if (own !== undefined) return own;
  if (work.facts.accepted.has('value-differs:file')) return 'file';
  return work.facts.accepted.has('value-differs:books') ? 'books' : null;
};

export const startRow = (facts: PlanFacts, decision: RowDecision | undefined, given: readonly RowIssue[]): RowWork => {
  const issues: RowIssue[] = [...given];
  const changes: ImportRow['changes'] = [];
  const writes: Write[] = [];
  const valuesOf = (kind: string, id: string): RecordValues | undefined =>
    writes
      .filter((write) => write.kind === kind && write.id === id)
      .reduce<RecordValues | undefined>((values, write) => ({ ...values, ...write.values }), facts.books.valuesOf(kind, id));

  const settle = (kind: string, id: string, given: RecordValues, before: RecordValues): RecordValues => {
    const { added, differences } = compare(kind, id, before, given);
    const values: Record<string, FieldValue | undefined> = { ...added };
    for (const difference of differences) {
      const take = decide({ facts, decision }, difference.field);
      changes.push({ ...difference, take });
      if (take === null) issues.push({ code: 'value-differs', field: difference.field, severity: 'decision' });
      if (take === 'file') values[difference.field] = difference.new;
    }
    for (const [field, value] of Object.entries(added))
      if (Object.keys(before).length > 0) changes.push({ kind, id, field, old: null, new: value ?? null, take: 'file' });
    return values;
  };

  const put: RowWork['put'] = (name, known, given) => {
    const kind = findKind(name);
    if (!kind) throw failure('internal-error');
    const id = known ?? facts.newId();
    const before = known === null ? {} : (valuesOf(name, id) ?? {});
    const draft = readDraft(kind, given, before, facts.asOf);
    const values = settle(name, id, draft.values, before);
    const after = { ...before, ...values };
    const unread = new Set(
      [...draft.issues, ...issues].filter((issue) => issue.severity === 'error').map((issue) => issue.field),
    );
    const missing = checkRequired(kind, after).filter((issue) => !unread.has(issue.field));
    const isWhole = draft.issues.length + missing.length === 0 && checkRequired(kind, after).length === 0;
    const touched = known === null || Object.keys(values).length > 0;
    const ruled = isWhole && touched ? kind.check(after, { today: facts.today }) : [];
    issues.push(...[...draft.issues, ...missing, ...ruled].map(asRowIssue));
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
    if (known === null || Object.keys(filled).length > 0) writes.push({ kind: name, id, values: filled, isNew: known === null });
    return id;
  };

  const say: RowWork['say'] = (code, field, severity, details) => {
    issues.push({ code, field, severity, ...(details === undefined ? {} : { details }) });
  };
  const separate: RowWork['separate'] = (id, otherId) => {
    const [firstId, secondId] = [id, otherId].sort() as [string, string];
    const values = { firstId, secondId, decision: 'different' };
    writes.push({ kind: 'identity-link', id: linkIdOf(facts.officeId, firstId, secondId), values, isNew: true });
  };
  return { facts, decision, issues, changes, writes, put, separate, say, valuesOf };
};
