import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTypedDate } from '#shared/domain/date.ts';
import { readTypedDate } from '#shared/domain/typed-date.ts';

const today = '2026-11-29';

test.each([
  ['birthDate', '5/3/85', '1985-03-05', 'century'],
  ['birthDate', '050385', '1985-03-05', 'century'],
  ['birthDate', '5/3/05', '2005-03-05', 'century'],
  ['birthDate', '65', '1965', 'century'],
  ['birthDate', '1985', '1985', null],
  ['birthDate', '5385', '1985-03-05', 'zeros'],
  ['birthDate', '50385', '1985-03-05', 'zeros'],
  ['birthDate', '12385', '1985-03-12', 'zeros'],
  ['birthDate', '531985', '1985-03-05', null],
  ['birthDate', '5031985', '1985-03-05', null],
  ['recognizedOn', '15/3/19', '2019-03-15', 'century'],
  ['recognizedOn', '15319', '2019-03-15', 'zeros'],
])('%s %s is %s', (field, typed, value, assumed) => {
  expect(readTypedDate(typed, field, today)).toEqual({ kind: 'date', value, assumed });
});

test.each([
  ['birthDate', '15', 'century', ['1915', '2015']],
  ['birthDate', '11185', 'zeros', ['1985-11-01', '1985-01-11']],
  ['recognizedOn', '1/6/27', 'century', ['1927-06-01', '2027-06-01']],
])('%s %s is asked about', (field, typed, why, options) => {
  expect(readTypedDate(typed, field, today)).toEqual({ kind: 'doubtful', why, options });
});

test.each(['', '999', '9985x', '31/2/1965', '5385999', '00085'])('"%s" is no date', (typed) => {
  expect(readTypedDate(typed, 'birthDate', today)).toEqual({ kind: 'invalid' });
});

test('a date that is written whole is never read otherwise, and what is read is a date of the typed digits', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9/.-]{1,10}$/), (typed) => {
      const plain = parseTypedDate(typed);
      const read = readTypedDate(typed, 'birthDate', today);
      if (plain.kind === 'date') expect(read).toEqual({ ...plain, assumed: null });
      if (plain.kind === 'ambiguous-century' && read.kind === 'date') expect(plain.options).toContain(read.value);
    }),
  );
});
