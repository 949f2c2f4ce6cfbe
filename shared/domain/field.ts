import { z } from 'zod';
import { cleanParagraph, cleanText } from '#shared/text/vietnamese.ts';
import { partialDateSchema } from './date.ts';

/** A value as it stands in a record, in the log and in a package: plain JSON, `null` means absent. */
export type FieldValue = string | number | boolean | readonly string[] | null;

/** How a field is typed, stored, compared and shown. Closed set: a new type is a change of the wire format. */
export type FieldType =
  | 'text'
  | 'paragraph'
  | 'code'
  | 'codes'
  | 'date'
  | 'partial-date'
  | 'integer'
  | 'amount'
  | 'boolean'
  | 'reference'
  | 'references'
  | 'unit';

/** Why a field needs care (Law 91/2025/QH15): masked fields are shown in part and left out of public sheets. */
export type Privacy = 'plain' | 'personal' | 'masked';

export type CodeEntry = { readonly code: string; readonly label: string };

export type Field<Value extends FieldValue = FieldValue> = {
  readonly type: FieldType;
  readonly schema: z.ZodType<Value>;
  readonly required: boolean;
  readonly privacy: Privacy;
  /** Codes and labels of a `code` or `codes` field. */
  readonly codes?: readonly CodeEntry[];
  /** Kind that a `reference` or `references` field points to. */
  readonly to?: string;
  readonly example: Value;
  /** Whether the value takes part in the search box. */
  readonly searched: boolean;
};

type Options<Value> = {
  readonly required?: boolean;
  readonly privacy?: Privacy;
  readonly example: Value;
  readonly searched?: boolean;
};

const field = <Value extends FieldValue>(
  type: FieldType,
  schema: z.ZodType<Value>,
  options: Options<Value>,
  more: Pick<Field, 'codes' | 'to'> = {},
): Field<Value> => ({
  type,
  schema,
  required: options.required ?? false,
  privacy: options.privacy ?? 'plain',
  example: options.example,
  searched: options.searched ?? false,
  ...more,
});

type Required<Value extends FieldValue> = Field<Value> & { readonly required: true };
type Given<Value extends FieldValue, O> = O extends { readonly required: true } ? Required<Value> : Field<Value>;

const identifier = z.uuid();

/** One line of text, at most `max` characters (200 unless told), kept in NFC with single spaces. */
export const text = <const O extends Options<string> & { readonly max?: number; readonly schema?: z.ZodType<string> }>(
  options: O,
) =>
  field(
    'text',
    options.schema ??
      z
        .string()
        .transform(cleanText)
        .pipe(
          z
            .string()
            .min(1)
            .max(options.max ?? 200),
        ),
    options,
  ) as Given<string, O>;

/** Several lines of text, at most 10,000 characters. */
export const paragraph = <const O extends Options<string>>(options: O) =>
  field('paragraph', z.string().transform(cleanParagraph).pipe(z.string().min(1).max(10_000)), options) as Given<string, O>;

/** One code of a closed list. */
export const code = <const List extends readonly CodeEntry[], const O extends Options<List[number]['code']>>(
  codes: List,
  options: O,
) =>
  field('code', z.enum(codes.map((entry) => entry.code) as [string, ...string[]]), options, { codes }) as Given<
    List[number]['code'],
    O
  >;

/** Several codes of a closed list, kept sorted and without repetition: a list is one field when merged. */
export const codes = <const List extends readonly CodeEntry[], const O extends Options<readonly string[]>>(
  list: List,
  options: O,
) =>
  field(
    'codes',
    z
      .array(z.enum(list.map((entry) => entry.code) as [string, ...string[]]))
      .transform((values) => [...new Set(values)].sort()) as unknown as z.ZodType<readonly string[]>,
    options,
    { codes: list },
  ) as Given<readonly string[], O>;

/** A calendar date `YYYY-MM-DD`. */
export const date = <const O extends Options<string>>(options: O) => field('date', z.iso.date(), options) as Given<string, O>;

/** A date known to the year, the month or the day: `1965`, `1965-05` or `1965-05-04`. */
export const partialDate = <const O extends Options<string>>(options: O) =>
  field('partial-date', partialDateSchema, options) as Given<string, O>;

/** A whole number from 0 to `max` (1,000,000 unless told). */
export const integer = <const O extends Options<number> & { readonly max?: number }>(options: O) =>
  field(
    'integer',
    z
      .int()
      .min(0)
      .max(options.max ?? 1_000_000),
    options,
  ) as Given<number, O>;

/** Money in whole đồng, from 0. */
export const amount = <const O extends Options<number>>(options: O) =>
  field('amount', z.int().min(0).max(Number.MAX_SAFE_INTEGER), options) as Given<number, O>;

export const boolean = <const O extends Options<boolean>>(options: O) =>
  field('boolean', z.boolean(), options) as Given<boolean, O>;

/** The id of one record of another kind. */
export const reference = <const O extends Options<string>>(to: string, options: O) =>
  field('reference', identifier, options, { to }) as Given<string, O>;

/** The ids of several records of another kind, sorted. */
export const references = <const O extends Options<readonly string[]>>(to: string, options: O) =>
  field(
    'references',
    z.array(identifier).transform((values) => [...new Set(values)].sort()) as unknown as z.ZodType<readonly string[]>,
    options,
    { to },
  ) as Given<readonly string[], O>;

/** The id of an administrative unit of the catalogue: its code, or `code@validFrom` where a code was used again. */
export const unit = <const O extends Options<string>>(options: O) =>
  field('unit', z.string().regex(/^\d{2,5}(@\d{4}-\d{2}-\d{2})?$/), options) as Given<string, O>;
