import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageOn, calendarDateSchema, formatDate, parseTypedDate, partialDateSchema, yearOf } from '#shared/domain/date.ts';

describe('parseTypedDate', () => {
  test.each([
    ['1965', '1965'],
    ['5/1965', '1965-05'],
    ['05-1965', '1965-05'],
    ['05/05/1965', '1965-05-05'],
    [' 4 . 5 . 1965 ', '1965-05-04'],
    ['04051965', '1965-05-04'],
    ['1965-05-04', '1965-05-04'],
    ['29/2/2024', '2024-02-29'],
  ])('reads %s', (typed, value) => {
    expect(parseTypedDate(typed)).toEqual({ kind: 'date', value });
  });

  test.each([
    ['5-5-65', ['1965-05-05', '2065-05-05']],
    ['5/3/85', ['1985-03-05', '2085-03-05']],
    ['050385', ['1985-03-05', '2085-03-05']],
    ['29/2/00', ['2000-02-29']],
  ])('asks the century of %s', (typed, options) => {
    expect(parseTypedDate(typed)).toEqual({ kind: 'ambiguous-century', options });
  });

  test.each(['', 'năm 1965', '13/1965', '31/02/1965', '05/13/1965', '0/5/1965', '1/1/0065', '999', '29/2/2023'])(
    'refuses %s',
    (typed) => {
      expect(parseTypedDate(typed)).toEqual({ kind: 'invalid' });
    },
  );

  test('reads back what formatDate wrote', () => {
    const day = fc
      .date({ min: new Date('1850-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), (instant, length) => {
        const value = instant.slice(0, length);
        expect(parseTypedDate(formatDate(value))).toEqual({ kind: 'date', value });
      }),
    );
  });
});

describe('date schemas', () => {
  const accepts = (schema: typeof partialDateSchema, texts: readonly string[]) =>
    texts.filter((text) => schema.safeParse(text).success);
  const texts = ['1965', '1965-05', '1965-05-04', '1965-13', '1965-00', '1965-02-29', '1964-02-29', '65', '1965-5', '04/05/1965'];

  test('take a year, a month or a real day', () => {
    expect(accepts(partialDateSchema, texts)).toEqual(['1965', '1965-05', '1965-05-04', '1964-02-29']);
  });

  test('take only a real day where a day is asked for', () => {
    expect(accepts(calendarDateSchema, texts)).toEqual(['1965-05-04', '1964-02-29']);
  });
});

test('a date is written day first, as far as it is known', () => {
  expect(['1965', '1965-05', '1965-05-04'].map(formatDate)).toEqual(['1965', '05/1965', '04/05/1965']);
  expect(['1965', '1965-05-04'].map(yearOf)).toEqual([1965, 1965]);
});

test('an age counts full years; what is not known counts as the first', () => {
  expect([
    ageOn('1965-05-04', '2019-05-03'),
    ageOn('1965-05-04', '2019-05-04'),
    ageOn('1965-06', '2019-05-31'),
    ageOn('1965', '2019-01-01'),
  ]).toEqual([53, 54, 53, 54]);
});
