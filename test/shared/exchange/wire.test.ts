import { expect, test } from 'vitest';
import { storedKinds } from '#shared/domain/kinds.ts';
import { proposalAnswerKind } from '#shared/exchange/proposal.ts';
import { fitsField, stateLineSchema, wireFields } from '#shared/exchange/wire.ts';
import type { FieldType } from '#shared/domain/field.ts';

const wireTypeOf = (type: FieldType): string =>
  ({ integer: 'integer', amount: 'integer', boolean: 'boolean', codes: 'list', references: 'list' })[type as string] ?? 'text';

test('the frozen wire fields are those of the record kinds and of the two kinds of answers; the kinds only ever add', () => {
  const now = Object.fromEntries(
    storedKinds.map(({ kind, fields }) => [
      kind,
      Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, wireTypeOf(field.type)])),
    ]),
  );
  const { [proposalAnswerKind]: answer, 'finding-answer': findingAnswer, ...ofRecords } = wireFields;
  expect(answer).toEqual({ answer: 'text', reason: 'text' });
  expect(findingAnswer).toEqual({ rule: 'text', recordKind: 'text', recordId: 'text', saw: 'text', note: 'text' });
  for (const [kind, fields] of Object.entries(ofRecords)) expect([kind, now[kind]]).toMatchObject([kind, fields]);
});

test('every example value of every field travels', () => {
  for (const { kind, fields } of storedKinds)
    for (const [name, field] of Object.entries(fields))
      expect([kind, name, fitsField(kind, name, field.example)]).toEqual([kind, name, true]);
});

test('an unknown kind or field takes any plain value, a known one only its own type', () => {
  expect(fitsField('case', 'outcome', ['a'])).toBe(true);
  expect(fitsField('person', 'nickname', 7)).toBe(true);
  expect(fitsField('person', 'fullName', 7)).toBe(false);
  expect(fitsField('person', 'fullName', null)).toBe(true);
  expect(fitsField('session', 'dayCount', 1.5)).toBe(false);
  expect(fitsField('person', 'removed', { reason: 'x', saw: [] })).toBe(true);
  expect(fitsField('person', 'removed', true)).toBe(false);
});

const id = '0190a000-0000-7000-8000-000000000001';
const [a, b] = [`${'a'.repeat(16)}.1-${'0'.repeat(16)}`, `${'b'.repeat(16)}.1-${'0'.repeat(16)}`];

test('a state line has heads in order, at least one a field, and nothing that this version does not write', () => {
  const line = (fields: unknown) => stateLineSchema.safeParse({ kind: 'person', id, fields }).success;
  expect(
    line({
      fullName: [
        [a, 1, 'x'],
        [b, 1, 'y'],
      ],
    }),
  ).toBe(true);
  expect(
    line({
      fullName: [
        [b, 1, 'y'],
        [a, 1, 'x'],
      ],
    }),
  ).toBe(false);
  expect(
    line({
      fullName: [
        [a, 2, 'x'],
        [a, 2, 'x'],
      ],
    }),
  ).toBe(false);
  expect(line({ fullName: [] })).toBe(false);
  expect(line({ fullName: [[a, 0, 'x']] })).toBe(false);
  expect(line({ fullName: [['a', 1, 'x']] })).toBe(false);
  expect(line({ fullName: [[a, 1, '\ud800']] })).toBe(false);
  expect(line({ 'Full Name': [[a, 1, 'x']] })).toBe(false);
});
