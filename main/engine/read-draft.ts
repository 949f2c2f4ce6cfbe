import type { z } from 'zod';
import { findUnit, isUnitValidOn, type AdministrativeUnit } from '#shared/catalogue/units.ts';
import type { FieldValue } from '#shared/domain/field.ts';
import type { Issue, RecordKind, RecordValues } from '#shared/domain/record.ts';

/** Values of one line as typed, read against a kind: what is right, and what is wrong with the rest. */
export type ReadDraft = { readonly values: RecordValues; readonly issues: readonly Issue[] };

type ZodIssue = z.core.$ZodIssue;

const error = (code: string, field: string, details?: Issue['details']): Issue => ({
  code,
  field,
  severity: 'error',
  ...(details === undefined ? {} : { details }),
});

const codeOf = (issue: ZodIssue, field: string, type: string): Issue => {
  if (issue.code === 'custom' && issue.message.includes('-')) return error(issue.message, field);
  if (issue.code === 'invalid_value') return error('code-unknown', field);
  if (issue.code === 'too_big' && issue.origin === 'string') return error('text-too-long', field, { max: Number(issue.maximum) });
  if (issue.code === 'too_small' && issue.origin === 'string') return error('field-required', field);
  if (issue.code === 'too_big' || issue.code === 'too_small') return error('number-out-of-range', field);
  return error(type === 'date' || type === 'partial-date' ? 'date-invalid' : 'field-invalid', field);
};

/** An empty text means absent, as forms and spreadsheets send it. */
const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** The unit a typed code means on the workspace's date; one of another time only by its full id. */
const findTypedUnit = (typed: string, asOf: string): AdministrativeUnit | undefined => {
  const found = findUnit(typed, asOf);
  return found && (typed.includes('@') || isUnitValidOn(found, asOf)) ? found : undefined;
};

const readField = (kind: RecordKind, name: string, typed: unknown, asOf: string, known: FieldValue | undefined): ReadDraft => {
  const field = kind.fields[name];
  if (!field) return { values: {}, issues: [error('field-unknown', name)] };
  if (isAbsent(typed)) return { values: { [name]: null }, issues: [] };
  if (field.type === 'unit' && typed !== known) {
    const found = findTypedUnit(String(typed), asOf);
    return found ? { values: { [name]: found.id }, issues: [] } : { values: {}, issues: [error('unit-unknown', name)] };
  }
  const parsed = field.schema.safeParse(typed);
  return parsed.success
    ? { values: { [name]: parsed.data }, issues: [] }
    : { values: {}, issues: [codeOf(parsed.error.issues[0] as ZodIssue, name, field.type)] };
};

/** Reads the fields that a line names. Unit codes are read as of `asOf` unless they are what the record has already. */
export const readDraft = (
  kind: RecordKind,
  typed: Readonly<Record<string, unknown>>,
  known: RecordValues,
  asOf: string,
): ReadDraft => {
  const read = Object.entries(typed).map(([name, value]) => readField(kind, name, value, asOf, known[name]));
  return {
    values: Object.assign({}, ...read.map((one) => one.values)) as RecordValues,
    issues: read.flatMap((one) => one.issues),
  };
};

/** Required fields that a whole record lacks. */
export const checkRequired = (kind: RecordKind, values: RecordValues): readonly Issue[] =>
  Object.entries(kind.fields)
    .filter(([name, field]) => field.required && values[name] == null)
    .map(([name]) => error('field-required', name));
