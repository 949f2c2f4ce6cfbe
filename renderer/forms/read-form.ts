import { localToday, plainText } from '../components/format.ts';
import type { Field } from '#shared/domain/field.ts';
import type { Fields, Issue } from '#shared/domain/record.ts';
import { readTypedDate } from '#shared/domain/typed-date.ts';
import { formatCount } from '#shared/text/vietnamese.ts';

/** What stands in the inputs: text, ticks and lists. */
export type FormValues = { readonly [field: string]: string | boolean | readonly string[] };

/** A draft as the engine takes it, and what is wrong with the rest. */
export type ReadForm = { readonly draft: Readonly<Record<string, unknown>>; readonly issues: readonly Issue[] };

const error = (code: string, field: string): Issue => ({ code, field, severity: 'error' });

const readDate = (name: string, text: string, today: string): ReadForm => {
  const read = readTypedDate(text, name, today);
  if (read.kind === 'date') return { draft: { [name]: read.value }, issues: [] };
  if (read.kind === 'invalid') return { draft: {}, issues: [error('date-invalid', name)] };
  const code = read.why === 'century' ? 'date-century' : 'date-unclear';
  return { draft: {}, issues: [{ ...error(code, name), details: { options: read.options.join(' ') } }] };
};

const readNumber = (name: string, text: string): ReadForm => {
  const digits = text.replace(/[.\s]/g, '');
  return /^\d+$/.test(digits)
    ? { draft: { [name]: Number(digits) }, issues: [] }
    : { draft: {}, issues: [error('field-invalid', name)] };
};

const readField = (name: string, field: Field, value: FormValues[string] | undefined, today: string): ReadForm => {
  if (typeof value === 'boolean' || Array.isArray(value)) return { draft: { [name]: value }, issues: [] };
  const text = ((value as string | undefined) ?? '').trim();
  if (text === '')
    return field.required ? { draft: {}, issues: [error('field-required', name)] } : { draft: { [name]: null }, issues: [] };
  if (field.type === 'date' || field.type === 'partial-date') {
    const read = readDate(name, text, today);
    const day = read.draft[name];
    return typeof day === 'string' && !field.schema.safeParse(day).success
      ? { draft: {}, issues: [error('date-invalid', name)] }
      : read;
  }
  if (field.type === 'integer' || field.type === 'amount') return readNumber(name, text);
  const parsed = field.schema.safeParse(text);
  if (parsed.success || field.type === 'unit') return { draft: { [name]: text }, issues: [] };
  const message = parsed.error.issues[0]?.message ?? '';
  return { draft: {}, issues: [error(message === 'name-characters' ? message : 'field-invalid', name)] };
};

/** Reads a form with the kinds' own schemas, the same that the engine uses. `today` tells which century two digits of a year mean. */
export const readForm = (fields: Fields, names: readonly string[], values: FormValues, today = localToday()): ReadForm => {
  const read = names.flatMap((name) => {
    const field = fields[name];
    return field ? [readField(name, field, values[name], today)] : [];
  });
  return {
    draft: Object.assign({}, ...read.map((one) => one.draft)) as ReadForm['draft'],
    issues: read.flatMap((one) => one.issues),
  };
};

const shown = (field: Field, value: unknown): FormValues[string] => {
  if (field.type === 'boolean') return value === true;
  if (field.type === 'codes' || field.type === 'references') return Array.isArray(value) ? (value as string[]) : [];
  if (value === null || value === undefined) return '';
  if (field.type === 'amount' && typeof value === 'number') return formatCount(value);
  if (field.type === 'date' || field.type === 'partial-date') return plainText(value).split('-').reverse().join('/');
  return plainText(value);
};

/** What the inputs show of a record. */
export const formValuesOf = (fields: Fields, names: readonly string[], values: Readonly<Record<string, unknown>>): FormValues =>
  Object.fromEntries(
    names.flatMap((name) => {
      const field = fields[name];
      return field ? [[name, shown(field, values[name])]] : [];
    }),
  );
