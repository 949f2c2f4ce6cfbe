import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCitizenId, maskCitizenId, readCitizenId, withLostZero } from '#shared/domain/citizen-id.ts';

const codesOf = (value: string, sex: string | null = null, birthDate: string | null = null): readonly string[] =>
  checkCitizenId(value, sex, birthDate).map((issue) => `${issue.severity} ${issue.code}`);

describe('checkCitizenId', () => {
  test('finds nothing in a number that agrees with sex and year, of any province', () => {
    expect(codesOf('066165000123', 'female', '1965-05-04')).toEqual([]);
    expect(codesOf('999203000123', 'male', '2003')).toEqual([]);
  });

  test('asks when sex or year of birth differ', () => {
    expect(codesOf('066165000123', 'male', '1966')).toEqual(['question citizen-id-sex', 'question citizen-id-year']);
    expect(codesOf('066365000123', 'female', '1965')).toEqual(['question citizen-id-year']);
  });

  test('compares with nothing where sex and date are not known', () => {
    expect(codesOf('066165000123')).toEqual([]);
  });

  test.each([
    ['240123456', ['question citizen-id-old']],
    ['66165000123', ['error citizen-id-lost-zero']],
    ['6.61E+10', ['error citizen-id-rounded']],
    ['6,61e+10', ['error citizen-id-rounded']],
    ['0661650001234', ['error citizen-id-length']],
    ['06616500012A', ['error citizen-id-length']],
    ['', ['error citizen-id-length']],
  ])('says of %s: %j', (value, issues) => {
    expect(codesOf(value)).toEqual(issues);
  });
});

test('a number of twelve digits says place, sex and year', () => {
  expect(readCitizenId('054302000001')).toEqual({ place: '054', sex: 'female', birthYear: 2002 });
  expect(readCitizenId('240123456')).toBeUndefined();
});

test('the lost zero is offered for eleven digits alone', () => {
  expect([withLostZero('66165000123'), withLostZero('066165000123'), withLostZero('240123456')]).toEqual([
    '066165000123',
    undefined,
    undefined,
  ]);
});

test('a masked number has its length and at most three of its digits', () => {
  expect([maskCitizenId('066165000123'), maskCitizenId('123')]).toEqual(['•••••••••123', '•••']);
  fc.assert(
    fc.property(fc.stringMatching(/^\d{0,14}$/), (value) => {
      const masked = maskCitizenId(value);
      expect([masked.length, masked.replaceAll('•', '').length <= 3]).toEqual([value.length, true]);
    }),
  );
});
