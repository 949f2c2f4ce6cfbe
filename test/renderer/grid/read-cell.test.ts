import { describe, expect, test } from 'vitest';
import { mediatorFields } from '#shared/domain/kinds.ts';
import type { Field } from '#shared/domain/field.ts';
import { residentialUnit } from '#shared/domain/residential-unit.ts';
import { findOption, readCell, suggestSex } from '#renderer/screens/grid/read-cell.ts';

const today = '2026-11-23';
const read = (name: string, text: string) => {
  const field = mediatorFields[name] as Field;
  const options = (field.codes ?? []).map((entry) => ({ value: entry.code, label: entry.label }));
  const cell = readCell(name, field, options, text, today);
  return cell.ok ? cell.value : cell.issue.code;
};

describe('dates', () => {
  test.each([
    ['birthDate', '65', '1965'],
    ['birthDate', '050385', '1985-03-05'],
    ['birthDate', '5/3/85', '1985-03-05'],
    ['birthDate', '5385', '1985-03-05'],
    ['birthDate', '11185', 'date-unclear'],
    ['birthDate', '1972', '1972'],
    ['birthDate', '5/3/05', '2005-03-05'],
    ['birthDate', '31/2/1965', 'date-invalid'],
    ['birthDate', '15', 'date-century'],
    ['recognizedOn', '15/3/19', '2019-03-15'],
    ['recognizedOn', '1965', 'date-invalid'],
  ])('%s %s is %s', (name, text, expected) => {
    expect(read(name, text)).toBe(expected);
  });
});

describe('codes', () => {
  test.each([
    ['sex', 'nu', 'female'],
    ['sex', 'NAM', 'male'],
    ['role', 'tt', 'leader'],
    ['role', 'tổ phó', 'deputy'],
    ['ethnicGroup', 'ê đê', '12'],
    ['ethnicGroup', 'kinh', '01'],
    ['sex', 'khác', 'code-unknown'],
  ])('%s %s is %s', (name, text, expected) => {
    expect(read(name, text)).toBe(expected);
  });

  test('a text that fits several is not guessed', () => {
    const teams = ['Tổ hòa giải thôn 1', 'Tổ hòa giải thôn 10'].map((label) => ({ value: label, label }));
    expect(findOption(teams, 'thôn')).toBeUndefined();
    expect(findOption(teams, 'to hoa giai thon 1')?.value).toBe('Tổ hòa giải thôn 1');
    expect(findOption(teams, '10')?.value).toBe('Tổ hòa giải thôn 10');
  });
});

test('a name suggests the sex only where it says something', () => {
  expect(['Lê Thị Hoa', 'Trần Văn Bình', "H' Hen Niê", 'Y Bhăm Êban', 'Nguyễn Minh Anh'].map(suggestSex)).toEqual([
    'female',
    'male',
    'female',
    'male',
    undefined,
  ]);
});

test.each([
  ['minorityArea', 'x', true],
  ['minorityArea', 'Không', false],
  ['minorityArea', 'nhiều', 'mark-unclear'],
  ['householdCount', '1.200', 1200],
  ['householdCount', 'trăm', 'field-invalid'],
  ['householdCount', '900000', 'number-out-of-range'],
])('a mark or number of a residential unit: %s %s is %s', (name, text, expected) => {
  const cell = readCell(name, (residentialUnit.fields as Readonly<Record<string, Field>>)[name] as Field, [], text, today);
  expect(cell.ok ? cell.value : cell.issue.code).toBe(expected);
});
