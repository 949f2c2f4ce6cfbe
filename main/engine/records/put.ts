import { officeOfRecord } from '#db/queries/projection.ts';
import { findRecord } from '#db/queries/record.ts';
import type { LineIssue } from '#shared/contract/failure.ts';
import { findKind, membershipFieldNames, personFieldNames } from '#shared/domain/kinds.ts';
import { typedAttachmentFields } from '#shared/domain/attachment.ts';
import { isStageChangeAllowed } from '#shared/domain/nomination.ts';
import type { Issue, RecordKind, RecordValues } from '#shared/domain/record.ts';
import { removalOf, winningValues } from '#shared/exchange/heads.ts';
import type { CommandContext, Handler } from '#engine/context.ts';
import { failure, refused } from '#engine/failure.ts';
import { checkRequired, readDraft } from '#engine/read-draft.ts';
import { namesakeIssues } from './namesake.ts';

/** One line to validate: a record of a kind, known by its id or new, with what was typed. */
export type Line = {
  readonly line: number;
  readonly kind: RecordKind;
  readonly id: string | undefined;
  readonly typed: Readonly<Record<string, unknown>>;
};

/** One line after validation: what to write, and what is wrong or doubtful. */
export type Decided = {
  readonly line: number;
  readonly kind: RecordKind;
  readonly id: string;
  readonly isNew: boolean;
  readonly values: RecordValues;
  readonly issues: readonly Issue[];
};

/** What lines of one call share: the ids they bring, the dates they are read as of. */
export type Batch = { readonly ids: ReadonlyMap<string, string>; readonly asOf: string; readonly today: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const error = (code: string, field: string | null, details?: Issue['details']): Issue => ({
  code,
  field,
  severity: 'error',
  ...(details === undefined ? {} : { details }),
});

const checkReferences = (context: CommandContext, kind: RecordKind, values: RecordValues, batch: Batch): readonly Issue[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const field = kind.fields[name];
    if (field?.to === undefined || value == null) return [];
    const targets = Array.isArray(value) ? (value as readonly string[]) : [value as string];
    const target = field.to;
    const isThere = (id: string): boolean =>
      batch.ids.get(id) === target || officeOfRecord(context.database, target, id) === context.identity.officeId;
    return targets.every(isThere) ? [] : [error('reference-missing', name)];
  });

const checkStage = (kind: RecordKind, before: RecordValues, after: RecordValues): readonly Issue[] => {
  if (kind.kind !== 'nomination' || typeof before.stage !== 'string' || typeof after.stage !== 'string') return [];
  return isStageChangeAllowed(before.stage, after.stage)
    ? []
    : [error('stage-not-allowed', 'stage', { from: before.stage, to: after.stage })];
};

/** A content is never typed: attachments come with their file, and only their name may be written anew. */
const checkAttachment = ({ kind }: RecordKind, isNew: boolean, values: RecordValues): readonly Issue[] =>
  kind === 'attachment' && (isNew || !Object.keys(values).every((name) => typedAttachmentFields.includes(name)))
    ? [error('attachment-by-file', null)]
    : [];

/** Validates one line against the books, without writing. */
export const decide = (context: CommandContext, line: Line, batch: Batch): Decided => {
  const id = line.id ?? context.ids.recordId();
  const stored = line.id === undefined ? undefined : findRecord(context.database, line.kind.kind, line.id);
  const base = { line: line.line, kind: line.kind, id, isNew: stored === undefined };
  if (!uuid.test(id)) return { ...base, values: {}, issues: [error('field-invalid', 'id')] };
  if (stored && stored.officeId !== context.identity.officeId)
    return { ...base, values: {}, issues: [error('record-not-owned', 'id')] };
  if (stored && removalOf(stored.state)) return { ...base, values: {}, issues: [error('record-removed', 'id')] };
  const before = stored ? winningValues(stored.state) : {};
  const read = readDraft(line.kind, line.typed, before, batch.asOf);
  const after = { ...before, ...read.values };
  const unread = new Set(read.issues.map((issue) => issue.field));
  const missing = checkRequired(line.kind, after).filter((issue) => !unread.has(issue.field));
  const ruled = read.issues.length + missing.length === 0 ? line.kind.check(after, { today: batch.today }) : [];
  const issues = [
    ...read.issues,
    ...missing,
    ...ruled,
    ...checkReferences(context, line.kind, read.values, batch),
    ...checkStage(line.kind, before, after),
    ...checkAttachment(line.kind, base.isNew, read.values),
    ...(line.kind.kind === 'residential-unit' ? namesakeIssues(context, id, before, after) : []),
  ];
  return { ...base, values: read.values, issues };
};

const asText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const plainLine = (kind: RecordKind, typed: Readonly<Record<string, unknown>>, line: number): Line => {
  const { id, ...rest } = typed;
  return {
    line,
    kind,
    id: id === undefined || id === null ? undefined : typeof id === 'string' ? id.toLowerCase() : '',
    typed: rest,
  };
};

const pick = (typed: Readonly<Record<string, unknown>>, names: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => names.includes(name)));

/** Fails with `validation-failed` for a kind that there is not. */
export const getKind = (name: string): RecordKind => {
  const kind = findKind(name);
  if (!kind) throw refused([{ line: 0, code: 'kind-unknown', field: null, severity: 'error' }]);
  return kind;
};

/** A mediator's line as two lines: the person, then the membership that carries the line's id. */
const mediatorLines = (context: CommandContext, typed: Readonly<Record<string, unknown>>, line: number): readonly Line[] => {
  const membershipId = asText(typed.id)?.toLowerCase() ?? context.ids.recordId();
  const stored = findRecord(context.database, 'membership', membershipId);
  const known = stored && winningValues(stored.state).personId;
  const personId = asText(typed.personId)?.toLowerCase() ?? (typeof known === 'string' ? known : context.ids.recordId());
  const names = new Set([...personFieldNames, ...membershipFieldNames, 'id']);
  const unknown = Object.fromEntries(Object.entries(typed).filter(([name]) => !names.has(name)));
  const membership = { ...pick(typed, membershipFieldNames), ...unknown, personId };
  const personValues = pick(typed, personFieldNames);
  const linksOnly = Object.keys(personValues).length === 0 && findRecord(context.database, 'person', personId) !== undefined;
  return [
    ...(linksOnly ? [] : [{ line, kind: getKind('person'), id: personId, typed: personValues }]),
    { line, kind: getKind('membership'), id: membershipId, typed: membership },
  ];
};

const linesOf = (
  context: CommandContext,
  kindName: string,
  inputs: readonly Readonly<Record<string, unknown>>[],
): readonly Line[] =>
  inputs.flatMap((typed, index) =>
    kindName === 'mediator' ? mediatorLines(context, typed, index + 1) : [plainLine(getKind(kindName), typed, index + 1)],
  );

const repeatedIds = (lines: readonly Line[]): readonly LineIssue[] => {
  const seen = new Set<string>();
  return lines.flatMap((line) => {
    if (line.id === undefined) return [];
    const key = `${line.kind.kind} ${line.id}`;
    if (seen.has(key) && line.kind.kind !== 'person') return [{ ...error('id-repeated', 'id'), line: line.line }];
    seen.add(key);
    return [];
  });
};

type PutResult = ReturnType<Handler<'record.put'>>['results'][number];

/** Adds or changes records: validate every line, decide, then write all of them or none. */
export const putRecords: Handler<'record.put'> = (context, input) => {
  if (input.kind !== 'mediator' && !findKind(input.kind)) throw failure('usage-wrong', { reason: input.kind });
  const lines = linesOf(context, input.kind, input.lines);
  const ids = new Map(lines.flatMap((line) => (line.id === undefined ? [] : [[line.id, line.kind.kind] as const])));
  const batch: Batch = { ids, asOf: context.identity.asOf, today: context.today };
  const decided = lines.map((line) => decide(context, line, batch));
  const issues = decided.flatMap((one) => one.issues.map((issue): LineIssue => ({ ...issue, line: one.line })));
  const stopping = issues.filter((issue) => issue.severity === 'error' || input.stopAtQuestions);
  const refusedIssues = [...repeatedIds(lines), ...stopping];
  if (refusedIssues.length > 0) throw refused(refusedIssues);
  const results = decided.map((one): PutResult => {
    const dot = context.records.write({ kind: one.kind.kind, id: one.id, values: one.values, reason: input.reason });
    const change = dot === null ? 'same' : one.isNew ? 'added' : 'changed';
    return { line: one.line, id: one.id, change, questions: one.issues.map((issue) => ({ ...issue })) };
  });
  return { results: input.kind === 'mediator' ? joinMediatorResults(decided, results) : results };
};

/** One result per typed line: the membership's id, changed when either record did. */
const joinMediatorResults = (decided: readonly Decided[], results: readonly PutResult[]): PutResult[] =>
  results.flatMap((result, index) => {
    if (decided[index]?.kind.kind !== 'membership') return [];
    const previous = results[index - 1];
    const personResult = previous?.line === result.line ? previous : undefined;
    const change = result.change === 'same' && personResult && personResult.change !== 'same' ? 'changed' : result.change;
    return [{ ...result, change, questions: [...(personResult?.questions ?? []), ...result.questions] }];
  });
