import { describe, expect, expectTypeOf, test } from 'vitest';
import * as codeLists from '#shared/catalogue/code-lists.ts';
import * as personLists from '#shared/catalogue/person-lists.ts';
import type { CodeEntry } from '#shared/domain/field.ts';

const { labelOf, ...closedLists } = codeLists;
const lists: readonly (readonly [string, readonly CodeEntry[]])[] = Object.entries({ ...closedLists, ...personLists });

describe.each(lists)('%s', (_, entries) => {
  test('has distinct kebab-case codes and distinct labels in NFC', () => {
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
    expect(new Set(entries.map(({ label }) => label)).size).toBe(entries.length);
    expect(
      entries.filter(({ code, label }) => !/^[a-z]+(-[a-z]+)*$/.test(code) || label !== label.normalize('NFC').trim()),
    ).toEqual([]);
  });
});

test('lists that the law or the plan closes have its number of entries', () => {
  const { ceaseReasons, electionMethods, professionalLevels, trainerSources } = codeLists;
  expect([electionMethods, ceaseReasons, trainerSources, professionalLevels].map((list) => list.length)).toEqual([3, 3, 4, 3]);
});

test('a code that this program does not know stays readable', () => {
  expect([labelOf(codeLists.sexes, 'female'), labelOf(codeLists.sexes, 'new-code')]).toEqual(['Nữ', 'new-code']);
});

test('the type of a code is the union of its list', () => {
  expectTypeOf<codeLists.CodeOf<typeof codeLists.professionalLevels>>().toEqualTypeOf<'law' | 'other' | 'none'>();
});
