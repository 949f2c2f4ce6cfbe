import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPhone, maskPhone, normalisePhone, withPhoneZeros } from '#shared/domain/phone.ts';

describe('normalisePhone', () => {
  test.each([
    ['0905 123 456', '0905123456'],
    ['0905.123.456', '0905123456'],
    ['0905-123-456', '0905123456'],
    ['+84 905 123 456', '0905123456'],
    ['(+84)905123456', '0905123456'],
    ['84905123456', '0905123456'],
    ['01682345678', '0382345678'],
    ['+84 168 234 5678', '0382345678'],
    ['0120 2345678', '0702345678'],
    ['01992345678', '0592345678'],
    ['0262 3812345', '02623812345'],
    ['0905123456; 01682345678', '0905123456; 0382345678'],
    ['0905123456/0935123456', '0905123456; 0935123456'],
    ['0905123456 - 0935123456', '0905123456; 0935123456'],
    ['0905123456\n0935123456', '0905123456; 0935123456'],
    ['không có', ''],
  ])('makes %j to %j', (typed, stored) => {
    expect(normalisePhone(typed)).toBe(stored);
  });

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d +;/.-]{0,30}$/), (typed) => {
        const once = normalisePhone(typed);
        fc.pre(!once.includes('+') && !once.split('; ').some((digits) => digits.startsWith('84') || /^01\d{9}/.test(digits)));
        expect(normalisePhone(once)).toBe(once);
      }),
    );
  });
});

describe('checkPhone', () => {
  test('finds nothing in mobile and landline numbers, alone or several', () => {
    expect(
      ['0305123456', '0505123456', '0705123456', '0805123456', '0905123456', '02623812345', '0905123456; 02623812345'].flatMap(
        checkPhone,
      ),
    ).toEqual([]);
  });

  test.each([
    ['905123456', 'phone-lost-zero'],
    ['0405123456', 'phone-form'],
    ['113', 'phone-form'],
    ['01692345', 'phone-form'],
  ])('asks about %s', (value, code) => {
    expect(checkPhone(value)).toEqual([{ code, field: 'phone', severity: 'question' }]);
  });

  test('offers the lost zero', () => {
    expect(withPhoneZeros('905123456; 02623812345')).toBe('0905123456; 02623812345');
  });
});

test('a masked number shows five digits, a short one none', () => {
  expect(maskPhone('0905123456; 113')).toBe('090•••••56; •••');
});
