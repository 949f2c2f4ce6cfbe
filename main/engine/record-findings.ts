import { mapPeople } from '#db/queries/finding-facts.ts';
import { listProjected, type ProjectedRecord } from '#db/queries/projection.ts';
import type { FieldValue } from '#shared/domain/field.ts';
import type { RawFinding } from '#shared/domain/findings.ts';
import { storedKinds } from '#shared/domain/kinds.ts';
import type { RecordKind } from '#shared/domain/record.ts';
import type { QueryContext } from './context.ts';

/** A finding on one record alone, with the value that it rests on. */
export type RecordFinding = RawFinding & { readonly value: FieldValue };

const everything = { where: {}, includeRemoved: false, limit: 10_000_000, offset: 0 } as const;

/** Kinds whose records are many and checked wherever they are written. */
const uncheckedKinds: readonly string[] = ['presence', 'dossier-item', 'funding-line', 'identity-link', 'attachment'];

const checkedKinds = storedKinds
  .map((kind) => kind as unknown as RecordKind)
  .filter(({ kind }) => !uncheckedKinds.includes(kind));

const personOf = ({ kind, id, values }: ProjectedRecord): string => (kind === 'person' ? id : String(values.personId ?? ''));
/**
 * What the rules of a form say of every record as it stands: records that came from a spreadsheet or a package have passed no form, and what
 * was confirmed once may be looked at again.
 */
export const listRecordFindings = ({ database, today }: QueryContext): readonly RecordFinding[] => {
  const people = mapPeople(database);
  return checkedKinds.flatMap((kind) =>
    listProjected(database, { kind: kind.kind, ...everything }).rows.flatMap((row) =>
      kind.check(row.values, { today }).map((issue): RecordFinding => {
        const person = people.get(personOf(row));
        const { communeId } = row.values;
        return {
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
        };
      }),
    ),
  );
};
