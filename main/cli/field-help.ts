import { z } from 'zod';
import type { Field } from '#shared/domain/field.ts';
import { findKind, mediatorFields, storedKinds } from '#shared/domain/kinds.ts';
import type { Fields } from '#shared/domain/record.ts';
import { say } from '#shared/text/command-words.vi.ts';
import { fieldRules, typeRules } from '#shared/text/field-rules.vi.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';

/** Every kind that can be typed, in an order in which references point backwards; attachments come with `shg attach` only. */
export const kindNames: readonly string[] = storedKinds
  .filter(({ kind }) => kind !== 'attachment')
  .flatMap(({ kind }) => (kind === 'membership' ? [kind, 'mediator'] : [kind]));

/** The fields of a kind, or of a mediator's line; absent for an unknown kind. */
export const findFields = (kind: string): Fields | undefined => (kind === 'mediator' ? mediatorFields : findKind(kind)?.fields);

/** Where a mediator's field comes from: rules and labels are kept under the stored kinds. */
const ownersOf = (kind: string): readonly string[] => (kind === 'mediator' ? ['mediator', 'membership', 'person'] : [kind]);

const limitOf = (field: Field): string | number => {
  const { maxLength, maximum } = z.toJSONSchema(field.schema, { io: 'output', unrepresentable: 'any' });
  return maxLength ?? maximum ?? '';
};

const ruleOf = (kind: string, name: string, field: Field): string => {
  const form = say(typeRules[field.type] ?? field.type, { max: limitOf(field), to: field.to ?? '' });
  const own = ownersOf(kind)
    .map((owner) => fieldRules[`${owner}.${name}`])
    .find((rule) => rule !== undefined);
  return own === undefined ? form : `${form}; ${own}`;
};

export type FieldHelp = {
  readonly field: string;
  readonly label: string;
  readonly type: string;
  readonly required: boolean;
  /** Kind a reference points to. */
  readonly to?: string;
  /** Label by code. */
  readonly codes?: Readonly<Record<string, string>>;
  readonly rule: string;
  readonly example: unknown;
};

/** What there is to know about every field of a kind. */
export const describeFields = (kind: string, fields: Fields): readonly FieldHelp[] =>
  Object.entries(fields).map(([name, field]) => ({
    field: name,
    label: fieldLabel(kind, name),
    type: field.type,
    required: field.required,
    ...(field.to === undefined ? {} : { to: field.to }),
    ...(field.codes === undefined ? {} : { codes: Object.fromEntries(field.codes.map((entry) => [entry.code, entry.label])) }),
    rule: ruleOf(kind, name, field),
    example: field.example,
  }));

/** Ids of the examples: the one that other kinds' examples refer to, so that all of them can be put one after the other. */
const exampleIds: ReadonlyMap<string, string> = (() => {
  const ids = new Map<string, string>();
  for (const { fields } of storedKinds)
    for (const field of Object.values(fields) as readonly Field[])
      if (field.to !== undefined && typeof field.example === 'string' && !ids.has(field.to)) ids.set(field.to, field.example);
  for (const [index, kind] of kindNames.entries())
    if (!ids.has(kind)) ids.set(kind, `0190a000-0000-7000-8000-${String(index + 100).padStart(12, '0')}`);
  return ids;
})();

const ends = ['ceasedOn', 'ceaseReason', 'ceaseDetail', 'dissolvedOn', 'validTo', 'endedOn', 'endReason', 'refusalReason'];
const outOfExample: Readonly<Record<string, readonly string[]>> = {
  person: ['sortName', 'lawDegree'],
  mediator: ['sortName', 'lawDegree'],
  nomination: ['teamId', 'organisationName', 'decisionNumber', 'decidedOn'],
};

/** Optional references are left out, so that a line needs as little as possible; a nomination needs its subject. */
const isShown = (kind: string, name: string, field: Field): boolean => {
  if (field.required || (kind === 'nomination' && name === 'personId')) return true;
  if (field.type === 'reference' || field.type === 'references') return false;
  return !ends.includes(name) && !(outOfExample[kind] ?? []).includes(name);
};

/** A whole line that `put` takes once the examples it refers to have been put. */
export const exampleOf = (kind: string, fields: Fields): Readonly<Record<string, unknown>> => ({
  id: exampleIds.get(kind),
  ...Object.fromEntries(
    Object.entries(fields)
      .filter(([name, field]) => isShown(kind, name, field))
      .map(([name, field]) => [name, field.example]),
  ),
});
