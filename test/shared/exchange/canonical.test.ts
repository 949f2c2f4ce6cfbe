import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, type Json } from '#shared/exchange/canonical.ts';

test('canonical text is that of RFC 8785: sorted by code units, no spaces, ECMAScript numbers and escapes', () => {
  const value = {
    '€': 'Euro',
    '\r': 'CR',
    '\ufb33': 'Dalet',
    1: 'One',
    '😀': 'Smile',
    '\u0080': 'Control',
    ö: 'o',
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0],
  };
  expect(canonicalJson(value)).toBe(
    '{"\\r":"CR","1":"One","numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"\u0080":"Control","ö":"o","€":"Euro","😀":"Smile","\ufb33":"Dalet"}',
  );
});

/** JSON but for the key that is refused. */
const anyValue = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('"__proto__":'));

test('any value survives, and its canonical text is its own canonical form', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
    }),
  );
});

test('what JSON cannot carry is refused', () => {
  expect(() => canonicalJson('\ud800')).toThrow(TypeError);
  expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
  expect(() => canonicalJson(JSON.parse('[{"__proto__":null}]') as Json)).toThrow(TypeError);
});
