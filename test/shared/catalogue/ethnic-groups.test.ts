import { expect, test } from 'vitest';
import { ethnicGroupCodes, ethnicGroups, isMinority } from '#shared/catalogue/ethnic-groups.ts';

test('there are 54 groups with the codes 01 to 54 of 1979', () => {
  expect(ethnicGroups.map(({ code }) => code)).toEqual(
    Array.from({ length: 54 }, (_, index) => String(index + 1).padStart(2, '0')),
  );
});

test('names and codes of 2008 are not repeated', () => {
  const known = ethnicGroups.flatMap(({ code2008 }) => code2008 ?? []);
  expect([new Set(ethnicGroups.map(({ name }) => name)).size, new Set(known).size, known.length]).toEqual([54, 20, 20]);
});

test("the two lists give different codes to Ê Đê and one code to M'nông", () => {
  const codesOf = (name: string): readonly (string | null | undefined)[] => {
    const group = ethnicGroups.find((one) => one.name === name);
    return [group?.code, group?.code2008];
  };
  expect([codesOf('Ê Đê'), codesOf("M'nông")]).toEqual([
    ['12', '11'],
    ['20', '20'],
  ]);
});

test('the pick list begins with the groups of Đắk Lắk and goes on by alphabet', () => {
  const labels = ethnicGroupCodes.map(({ label }) => label);
  expect(labels.length).toBe(54);
  expect(labels.slice(0, 14)).toEqual([
    'Kinh',
    'Ê Đê',
    "M'nông",
    'Nùng',
    'Tày',
    'Thái',
    'Dao',
    'Mông',
    'Gia Rai',
    'Mường',
    'Ba Na',
    'Bố Y',
    'Brâu',
    'Bru - Vân Kiều',
  ]);
  expect(labels.at(-1)).toBe('Xtiêng');
});

test('every group but Kinh is a minority; an unknown group is none', () => {
  expect([isMinority('01'), isMinority('12'), isMinority(null), isMinority(undefined)]).toEqual([false, true, false, false]);
});
