import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromLegacyCode, guessLegacyCode, legacyCodeOfFont } from '#shared/text/legacy-fonts.ts';

describe('TCVN3', () => {
  test.each([
    ['Hßa gi¶i ë c¬ së', 'Hòa giải ở cơ sở'],
    ['NguyÔn ThÞ ¸nh', 'Nguyễn Thị ánh'],
    ['TrÇn V¨n H\u00adng', 'Trần Văn Hưng'],
    ['§¾k L¾k', 'Đắk Lắk'],
  ])('%j is %s', (typed, text) => {
    expect(fromLegacyCode(typed, 'tcvn3')).toBe(text);
  });

  test('in a font of capitals is upper case', () => {
    expect(fromLegacyCode('danh s¸ch hßa gi¶i viªn', 'tcvn3-capitals')).toBe('DANH SÁCH HÒA GIẢI VIÊN');
  });

  test('has every small letter with marks once; only ý is its own code', () => {
    const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
    const marked = [...'aăâeêioôơuưy'].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
    const wanted = [...marked, 'đ'].filter((letter) => !/^[a-z]$/.test(letter));
    const codes = Array.from({ length: 0x100 - 0xa8 }, (_, index) => String.fromCharCode(0xa8 + index));
    const read = codes.map((code) => fromLegacyCode(code, 'tcvn3')).filter((letter, index) => letter !== codes[index]);
    expect(wanted.length).toBe(67);
    expect(wanted.filter((letter) => !read.includes(letter))).toEqual(['ý']);
    expect(fromLegacyCode('ý', 'tcvn3')).toBe('ý');
    expect(new Set(read).size).toBe(read.length);
  });
});

describe('VNI', () => {
  test.each([
    ['Hoøa giaûi ôû cô sôû', 'Hòa giải ở cơ sở'],
    ['Nguyeãn Thò AÙnh', 'Nguyễn Thị Ánh'],
    ['Traàn Vaên Höng', 'Trần Văn Hưng'],
    ['Ñaék Laék', 'Đắk Lắk'],
    ['AÁn Ñoä', 'Ấn Độ'],
    ['Aán Ñoä', 'Ấn Độ'],
    ['thuyû, lyù, Myõ, kî', 'thuỷ, lý, Mỹ, kỵ'],
    ['ñöôøng, ngöôïi, nöõa', 'đường, ngượi, nữa'],
  ])('%s is %s', (typed, text) => {
    expect(fromLegacyCode(typed, 'vni')).toBe(text);
  });
});

describe('both codes', () => {
  test('leave Unicode text as it is', () => {
    for (const code of ['tcvn3', 'tcvn3-capitals', 'vni'] as const)
      expect(fromLegacyCode('Hòa giải ở Đắk Lắk', code)).toBe('Hòa giải ở Đắk Lắk');
  });

  test('leave plain letters, digits and signs as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ABCabcxyz 0123456789.,;-/()') }), (text) => {
        expect([fromLegacyCode(text, 'tcvn3'), fromLegacyCode(text, 'vni'), guessLegacyCode(text)]).toEqual([
          text,
          text,
          undefined,
        ]);
      }),
    );
  });

  test('are read also where a program took the bytes for Windows-1258', () => {
    expect(fromLegacyCode('Th\u0323 Myơ', 'vni')).toBe('Thị Mỹ');
    expect(fromLegacyCode('Trư', 'tcvn3')).toBe(fromLegacyCode('Trý', 'tcvn3'));
  });
});

test.each([
  ['.VnTime', 'tcvn3'],
  ['.VnTimeH', 'tcvn3-capitals'],
  ['.VnArialH Narrow', 'tcvn3-capitals'],
  ['VNI-Times', 'vni'],
  ['Times New Roman', undefined],
  ['.VNTIME', 'tcvn3'],
])('the font %s tells %s', (fontName, code) => {
  expect(legacyCodeOfFont(fontName)).toBe(code);
});

test.each([
  ['Hßa gi¶i ë c¬ së, NguyÔn ThÞ ¸nh', 'tcvn3'],
  ['Hoøa giaûi ôû cô sôû, Nguyeãn Thò AÙnh', 'vni'],
  ['Hòa giải ở cơ sở', undefined],
  ['Hoà, Toán, Hoàng, Loan', undefined],
  ['Y Êñuôl, Niê', undefined],
])('%s looks like %s', (text, code) => {
  expect(guessLegacyCode(text)).toBe(code);
});
