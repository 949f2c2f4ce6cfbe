import { fold } from './vietnamese.ts';

const letters = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];
const rankOf = new Map(letters.map((letter, index) => [letter, String.fromCharCode(0x41 + index)]));
/** Order of the tones in Vietnamese dictionaries: level, huyền, hỏi, ngã, sắc, nặng. */
const toneRanks = new Map([
  ['\u0300', '1'],
  ['\u0309', '2'],
  ['\u0303', '3'],
  ['\u0301', '4'],
  ['\u0323', '5'],
]);
const shapes = '\u0302\u0306\u031b';

type Syllable = { readonly letters: string; readonly tones: string };

const readSyllable = (syllable: string): Syllable => {
  const found: string[] = [];
  let base = '';
  let tone = '';
  const flush = (): void => {
    if (base === '') return;
    const composed = base.normalize('NFC');
    const known = rankOf.get(composed) ?? rankOf.get(base[0] ?? '');
    found.push(known === undefined ? base : known + (rankOf.has(composed) ? '' : '~'));
    tone += toneRanks.get(toneMark) ?? '0';
    base = '';
    toneMark = '';
  };
  let toneMark = '';
  for (const symbol of syllable.toLowerCase().normalize('NFD')) {
    if (toneRanks.has(symbol)) toneMark = symbol;
    else if (shapes.includes(symbol) || /\p{M}/u.test(symbol)) base += symbol;
    else {
      flush();
      base = symbol;
    }
  }
  flush();
  return { letters: found.join(''), tones: tone };
};

const syllableKey = (syllable: string): string => {
  const { letters: base, tones: tone } = readSyllable(syllable.replace(/['’ʼ]/g, ''));
  return `${base} ${tone}`;
};

/** A text whose plain comparison gives dictionary order, syllable by syllable: letters first, then tones. */
export const vietnameseSortKey = (value: string): string =>
  value.split(/\s+/).filter(Boolean).map(syllableKey).join('!');

const personPrefixes = new Set(['y', 'h']);

/**
 * The word by which a person is sorted when nobody said otherwise: the last, or the word after the prefix in names that begin with
 * Y, H or H' (Ê Đê, M'nông), where the clan comes last.
 */
export const defaultSortName = (fullName: string): string => {
  const words = fullName.split(/\s+/).filter(Boolean);
  const first = words[0] ?? '';
  if (words.length > 1 && personPrefixes.has(fold(first))) return words[1] ?? '';
  const joined = /^[Hh]['’ʼ](.+)$/u.exec(first);
  if (joined?.[1] !== undefined && words.length > 1) return joined[1];
  return words.at(-1) ?? '';
};

/** Key for the order of people: given name, then family and middle names. */
export const nameSortKey = (fullName: string, sortName?: string | null): string =>
  `${vietnameseSortKey(sortName ?? defaultSortName(fullName))}" ${vietnameseSortKey(fullName)}`;
