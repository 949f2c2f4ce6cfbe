import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanParagraph, cleanText, fold, formatAmount, formatCount, formatPercent, toneKey } from '#shared/text/vietnamese.ts';

const typed = fc.string({
  unit: fc.constantFrom(
    ...'aoeuyAĐđ hqHàảơưữỹ',
    '\u0301',
    '\u0323',
    '\u0302',
    '\u0306',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\t',
    "'",
    '’',
    'ʼ',
  ),
});

describe('cleanText', () => {
  test('removes what cannot be seen and folds spaces', () => {
    expect(cleanText('\ufeff  Nguyễn\u00a0\u00a0Thị\u200b \tÁnh\u3000')).toBe('Nguyễn Thị Ánh');
  });

  test('joins a mark to its letter, even when a zero-width space stood between', () => {
    expect(cleanText('a\u200b\u0301')).toBe('á');
  });

  test('leaves the letters of Ê Đê that no single character holds', () => {
    expect(cleanText('Adrơ̆ng')).toBe('Adr\u01a1\u0306ng');
  });

  test('keeps the soft hyphen, which is a letter in old files', () => {
    expect(cleanText('T\u00ad')).toBe('T\u00ad');
  });

  test('changes nothing the second time, and is in NFC', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const once = cleanText(text);
        expect([cleanText(once), once.normalize('NFC')]).toEqual([once, once]);
      }),
    );
  });

  test('keeps the lines of a paragraph', () => {
    expect(cleanParagraph(' a \r\n\r\n b  c \n')).toBe('a\n\nb c');
  });
});

describe('fold', () => {
  test.each([
    ['Đắk Lắk', 'dak lak'],
    ['ĐẮK  LẮK', 'dak lak'],
    ["H'Hen Niê", 'hhen nie'],
    ['H’Hen Niê', 'hhen nie'],
    ['HʼHen Niê', 'hhen nie'],
    ['Adrơ̆ng', 'adrong'],
    ['Y Čuôr Êñuôl', 'y cuor enuol'],
  ])('makes %s to %s', (text, key) => {
    expect(fold(text)).toBe(key);
  });

  test('is the same for composed, decomposed and cleaned text', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect([fold(text.normalize('NFD')), fold(cleanText(text)), fold(fold(text))]).toEqual([
          fold(text),
          fold(text),
          fold(text),
        ]);
      }),
    );
  });
});

describe('toneKey', () => {
  test.each([
    ['hòa', 'hoà'],
    ['Khỏe', 'khoẻ'],
    ['THÚY', 'thuý'],
    ['Hòa Thủy', 'hoà thuỷ'],
    ['qủa', 'quả'],
  ])('is one for the old and new tone place: %s, %s', (old, young) => {
    expect(toneKey(old)).toBe(toneKey(young));
  });

  test.each([
    ['múa', 'muá'],
    ['của', 'cuả'],
    ['hoàng', 'hòang'],
  ])('does not move tones where no spelling rule does: %s, %s', (text, other) => {
    expect(toneKey(text)).not.toBe(toneKey(other));
  });

  test('keeps tones and marks apart', () => {
    expect(new Set(['Hoa', 'Hòa', 'Hóa', 'Hỏa', 'Họa'].map(toneKey)).size).toBe(5);
    expect(toneKey('Đa')).not.toBe(toneKey('Da'));
  });

  test('is the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(toneKey(text.normalize('NFD'))).toBe(toneKey(text.normalize('NFC')));
      }),
    );
  });
});

describe('numbers on paper', () => {
  test('are grouped by dots and cut by a comma', () => {
    expect([formatCount(0), formatCount(999), formatCount(2214), formatCount(1234567)]).toEqual([
      '0',
      '999',
      '2.214',
      '1.234.567',
    ]);
    expect([formatPercent(0.764), formatPercent(1), formatPercent(0)]).toEqual(['76,4 %', '100,0 %', '0,0 %']);
    expect(formatAmount(1500000)).toBe('1.500.000 đồng');
  });
});
