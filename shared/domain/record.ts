import { z } from 'zod';
import type { Field, FieldValue } from './field.ts';

/** One thing wrong or doubtful with a draft. Errors stop a save, questions ask once and may be confirmed. */
export type Issue = {
  /** Stable kebab-case code; its sentence stands in `messages.vi.ts`. */
  readonly code: string;
  readonly field: string | null;
  readonly severity: 'error' | 'question';
  /** Legal source, e.g. `35/2013/QH13 Điều 12`, where the rule has one. */
  readonly article?: string;
  /** Numbers and code labels for the sentence; never names or citizen numbers. */
  readonly details?: Readonly<Record<string, string | number>>;
};

/** Values of a record by field name; an absent field is missing or `null`. */
export type RecordValues = { readonly [field: string]: FieldValue | undefined };

export type Fields = { readonly [name: string]: Field };

type ValueOf<F> = F extends Field<infer Value> ? Value : never;

/** The TypeScript type of a kind's values: required fields are there, all others may be `null` or missing. */
export type ValuesOf<K extends { readonly fields: Fields }> = {
  readonly [N in keyof K['fields'] as K['fields'][N]['required'] extends true ? N : never]: ValueOf<K['fields'][N]>;
} & {
  readonly [N in keyof K['fields'] as K['fields'][N]['required'] extends true ? never : N]?: ValueOf<K['fields'][N]> | null;
};

/** What the rules of a kind may look at beside the draft: given by the engine or the form, never fetched by a rule. */
export type RuleFacts = {
  /** Today in the office, `YYYY-MM-DD`. */
  readonly today: string;
};

/**
 * One description of a record kind. Validation, storage, change log, wire form, diff, search, command line and forms all
 * follow from it, so that a new kind is: this description, a table, its labels.
 */
export type RecordKind<Name extends string = string, F extends Fields = Fields> = {
  readonly kind: Name;
  readonly fields: F;
  /** Rules over the values of one record alone; cross-record rules are in `findings`. */
  readonly check: (values: RecordValues, facts: RuleFacts) => readonly Issue[];
  /** Text that names a record in lists, history and previews. */
  readonly title: (values: RecordValues) => string;
};

export const describeKind = <const Name extends string, const F extends Fields>(description: {
  readonly kind: Name;
  readonly fields: F;
  readonly check?: (values: ValuesOf<{ fields: F }>, facts: RuleFacts) => readonly Issue[];
  readonly title: (values: Partial<ValuesOf<{ fields: F }>>) => string;
}): RecordKind<Name, F> => ({
  kind: description.kind,
  fields: description.fields,
  check: (description.check ?? (() => [])) as RecordKind['check'],
  title: description.title as RecordKind['title'],
});

/** The strict schema of a whole draft: unknown fields are refused, optional ones may be `null`. */
export const draftSchemaOf = <K extends RecordKind>(kind: K): z.ZodType<ValuesOf<K>> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(kind.fields).map(([name, field]) => [name, field.required ? field.schema : field.schema.nullish()]),
    ),
  ) as unknown as z.ZodType<ValuesOf<K>>;

/** The kind under whose name a record is stored: a mediator is a person and a membership, and is known by the membership. */
export const storedKindOf = (kind: string): string => (kind === 'mediator' ? 'membership' : kind);
