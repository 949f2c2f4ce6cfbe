import type { ReadableDatabase } from '#db/open.ts';
import { mapPeople } from '#db/queries/finding-facts.ts';
import { findProjected, listProjected, type ProjectedRecord } from '#db/queries/projection.ts';
import { listWrittenSince, recordsVersion } from '#db/queries/record.ts';
import type { FieldValue } from '#shared/domain/field.ts';
import type { RawFinding } from '#shared/domain/findings.ts';
import { storedKinds } from '#shared/domain/kinds.ts';
import type { Issue, RecordKind } from '#shared/domain/record.ts';
import type { QueryContext } from './context.ts';

/** A finding on one record alone, with the value that it rests on. */
export type RecordFinding = RawFinding & { readonly value: FieldValue };

const everything = { where: {}, includeRemoved: false, limit: 10_000_000, offset: 0 } as const;

/** Kinds whose records are many and checked wherever they are written. */
const uncheckedKinds: readonly string[] = ['presence', 'dossier-item', 'funding-line', 'identity-link', 'attachment'];

const checkedKinds = storedKinds
  .map((kind) => kind as unknown as RecordKind)
  .filter(({ kind }) => !uncheckedKinds.includes(kind));

/** A record that the rules of its form have something to say about. */
type Doubtful = { readonly row: ProjectedRecord; readonly issues: readonly Issue[] };
type DoubtfulById = ReadonlyMap<string, Doubtful>;

/** What the rules of a form say of every record as it stands, at a version of the records and on a day. */
export type CheckedRecords = {
  readonly version: number;
  readonly today: string;
  readonly doubtful: ReadonlyMap<string, DoubtfulById>;
};

const check = (kind: RecordKind, row: ProjectedRecord, today: string): readonly (readonly [string, Doubtful])[] => {
  const issues = kind.check(row.values, { today });
  return issues.length === 0 ? [] : [[row.id, { row, issues }]];
};

const checkKind = ({ database, today }: QueryContext, kind: RecordKind): DoubtfulById =>
  new Map(listProjected(database, { kind: kind.kind, ...everything }).rows.flatMap((row) => check(kind, row, today)));

const checkAgain = (
  { database, today }: QueryContext,
  kind: RecordKind,
  before: DoubtfulById,
  ids: readonly string[],
): DoubtfulById => {
  const after = new Map(before);
  for (const id of ids) {
    after.delete(id);
    const row = findProjected(database, kind.kind, id);
    if (row !== undefined && !row.removed) for (const [key, found] of check(kind, row, today)) after.set(key, found);
  }
  return after;
};

/** Checks every record, or only those written since `before`. */
export const checkRecords = (context: QueryContext, before?: CheckedRecords): CheckedRecords => {
  const { database, today } = context;
  const version = recordsVersion(database);
  const written = before?.today === today ? listWrittenSince(database, before.version) : undefined;
  const doubtful = checkedKinds.map((kind): readonly [string, DoubtfulById] => {
    const known = before?.doubtful.get(kind.kind);
    if (known === undefined || written === undefined) return [kind.kind, checkKind(context, kind)];
    const ids = new Set(written.filter((one) => one.kind === kind.kind).map(({ id }) => id));
    return [kind.kind, ids.size === 0 ? known : checkAgain(context, kind, known, [...ids])];
  });
  return { version, today, doubtful: new Map(doubtful) };
};

const personOf = ({ kind, id, values }: ProjectedRecord): string => (kind === 'person' ? id : String(values.personId ?? ''));

const inOrder = (a: Doubtful, b: Doubtful): number => {
  if (a.row.sortKey !== b.row.sortKey) return a.row.sortKey < b.row.sortKey ? -1 : 1;
  return a.row.id < b.row.id ? -1 : 1;
};

/**
 * What the rules of a form say of the records as they stand: records that came from a spreadsheet or a package have passed no form, and what
 * was confirmed once may be looked at again.
 */
export const listRecordFindings = (database: ReadableDatabase, { doubtful }: CheckedRecords): readonly RecordFinding[] => {
  const found = [...doubtful.values()].flatMap((byId) => [...byId.values()].sort(inOrder));
  const people = mapPeople(database, [...new Set(found.map(({ row }) => personOf(row)))]);
  return found.flatMap(({ row, issues }) => {
    const person = people.get(personOf(row));
    const { communeId } = row.values;
    return issues.map((issue): RecordFinding => ({
      rule: issue.code,
      article: issue.article ?? null,
      severity: issue.severity,
      kind: row.kind,
      id: row.id,
      officeId: row.officeId,
      unitId: typeof communeId === 'string' ? communeId : (person?.communeId ?? null),
      title: row.title === '' ? (person?.fullName ?? '') : row.title,
      details: issue.details ?? {},
      value: issue.field === null ? null : (row.values[issue.field] ?? null),
    }));
  });
};
