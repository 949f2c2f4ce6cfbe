import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVietnamese, defaultSortName, nameSortKey, vietnameseSortKey } from '#shared/text/sort-key.ts';

const onsets = ['', ...'bcdđghklmnqrstvxfjwzčñ', 'ch', 'gi', 'gh', 'kh', 'ng', 'ngh', 'nh', 'ph', 'th', 'tr'];
const nuclei = 'a ă â e ê i o ô ơ u ư y ŭ ĭ ŏ ĕ oa oe uy uê ươ iê ia ưa ơ̆ ư̆ ê̆ ô̆'.split(' ');
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const codas = ['', 'c', 'ch', 'n', 'ng', 'nh', 'p', 'm', 't', 'h', 'k', 'i', 'u'];

const syllable = fc
  .tuple(fc.constantFrom(...onsets), fc.constantFrom(...nuclei), fc.constantFrom(...tones), fc.constantFrom(...codas))
  .map(([onset, nucleus, tone, coda]) => (onset + nucleus + tone + coda).normalize('NFC'));

/** Syllables of one skeleton, so that pairs often differ in nothing but marks. */
const closeSyllables = fc.tuple(fc.constantFrom('n', 'd', 'c'), fc.constantFrom('ng', '')).chain(([onset, coda]) =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...nuclei), fc.constantFrom(...tones))
      .map(([nucleus, tone]) => (onset + nucleus + tone + coda).normalize('NFC')),
    { minLength: 2, maxLength: 2 },
  ),
);

const icu = new Intl.Collator('vi', { sensitivity: 'accent' });

const icuPerSyllable = (a: string, b: string): number => {
  const [first, second] = [a.split(' '), b.split(' ')];
  const decided = first.findIndex((word, index) => second[index] === undefined || icu.compare(word, second[index]) !== 0);
  if (decided < 0) return first.length - second.length;
  const other = second[decided];
  return other === undefined ? 1 : icu.compare(first[decided] ?? '', other);
};

const sorted = (texts: readonly string[], key: (text: string) => string): readonly string[] =>
  [...texts].sort((a, b) => (key(a) < key(b) ? -1 : 1));

describe('vietnameseSortKey', () => {
  test('has the order of ICU for any two syllables', () => {
    fc.assert(
      fc.property(syllable, syllable, (a, b) => {
        expect(Math.sign(compareVietnamese(a, b))).toBe(Math.sign(icu.compare(a, b)));
      }),
      { numRuns: 5000 },
    );
  });

  test('has the order of ICU for syllables that differ in marks alone', () => {
    fc.assert(
      fc.property(closeSyllables, ([a = '', b = '']) => {
        expect(Math.sign(compareVietnamese(a, b))).toBe(Math.sign(icu.compare(a, b)));
      }),
      { numRuns: 5000 },
    );
  });

  test('has the order of ICU syllable by syllable for names of several', () => {
    const name = fc
      .array(fc.oneof(syllable, fc.constantFrom('an', 'anh', 'án')), { minLength: 1, maxLength: 4 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(Math.sign(compareVietnamese(a, b))).toBe(Math.sign(icuPerSyllable(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  test('puts letters before tones and tones in their order', () => {
    const order = ['An', 'Án', 'Ăn', 'Ân', 'Ba', 'Bà', 'Bả', 'Bã', 'Bá', 'Bạ', 'Da', 'Đa', 'On', 'Ôn', 'Ơn', 'Un', 'Ưn'];
    expect(sorted([...order].reverse(), vietnameseSortKey)).toEqual(order);
  });

  test('lets letter case and apostrophes count for nothing', () => {
    expect(new Set(["H'HEN", 'H’Hen', 'hʼhen', 'HHen'].map(vietnameseSortKey)).size).toBe(1);
  });

  test('is the same for composed and decomposed text', () => {
    expect(vietnameseSortKey('Nguyễn Thượng Ộc'.normalize('NFD'))).toBe(vietnameseSortKey('Nguyễn Thượng Ộc'));
  });
});

describe('defaultSortName', () => {
  test.each([
    ['Nguyễn Thị Ánh', 'Ánh'],
    ['Y Bhăm Niê Kdăm', 'Bhăm'],
    ['H Lan Ayŭn', 'Lan'],
    ["H' Lan Ayŭn", 'Lan'],
    ["H'Lan Ayŭn", 'Lan'],
    ['HʼLan', 'Lan'],
    ['Đỗ Thị Hằng Buôn Krông', 'Krông'],
    ['Ý Nhi Lê', 'Lê'],
    ['Y', 'Y'],
    ['Ánh', 'Ánh'],
    ['', ''],
  ])('of %s is %s', (fullName, sortName) => {
    expect(defaultSortName(fullName)).toBe(sortName);
  });
});

describe('nameSortKey', () => {
  test('orders by given name, then family and middle name, the shorter first', () => {
    const order = ['Trần Văn An', 'Nguyễn Bình', 'Nguyễn Ái Bình', 'Nguyễn Anh Bình', 'Trần Bình', 'Y Bình Niê', 'Lê Thị Cúc'];
    expect(sorted([...order].reverse(), nameSortKey)).toEqual(order);
  });

  test('follows a sort name that was set, also one of two words', () => {
    const people = [
      { fullName: 'Đỗ Thị Hằng Buôn Krông', sortName: 'Hằng' },
      { fullName: 'Lê Văn Hà', sortName: null },
      { fullName: 'Trần Hằng Nga', sortName: 'Hằng Nga' },
      { fullName: 'Lê Thị Hiền', sortName: '' },
    ];
    const inOrder = sorted(
      people.map(({ fullName }) => fullName),
      (fullName) => nameSortKey(fullName, people.find((one) => one.fullName === fullName)?.sortName),
    );
    expect(inOrder).toEqual(['Lê Văn Hà', 'Đỗ Thị Hằng Buôn Krông', 'Trần Hằng Nga', 'Lê Thị Hiền']);
  });

  test('is one key for every way to write the prefix H', () => {
    expect(new Set(["H'Hen Niê", 'H’ Hen Niê', 'H Hen Niê'].map((name) => nameSortKey(name))).size).toBe(1);
  });
});
