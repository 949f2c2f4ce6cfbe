import { toneKey } from './vietnamese.ts';

const letters = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];
const rankOf = new Map(letters.map((letter, index) => [letter, String.fromCharCode(0x41 + index)]));

/**
 * Order of the marks that tell equal letters apart: tones as in Vietnamese dictionaries (level, huyền, hỏi, ngã, sắc, nặng), then the
 * breve and caron of Ê Đê letters (ŭ, č), which ICU weighs like tones.
 */
const markRanks = new Map([
  ['\u0300', '1'],
  ['\u0309', '2'],
  ['\u0303', '3'],
  ['\u0301', '4'],
  ['\u0323', '5'],
  ['\u0306', '6'],
  ['\u0302', '7'],
  ['\u030c', '8'],
]);
const endOfMarks = '0';
const dotBelow = '\u0323';

type Letter = { readonly base: string; readonly marks: readonly string[] };

/** Takes the mark that makes a Vietnamese letter (ă, ơ) into the base; what follows stays a mark: ơ̆ is ơ with a breve. */
const readLetter = ([first = '', ...marks]: readonly string[]): Letter => {
  const index = marks.findIndex((mark) => mark !== dotBelow);
  const shape = marks[index];
  const composed = shape === undefined ? first : (first + shape).normalize('NFC');
  if (shape === undefined || !rankOf.has(composed)) return { base: first, marks };
  return { base: composed, marks: marks.filter((_, at) => at !== index) };
};

const lettersOf = (syllable: string): readonly Letter[] =>
  (
    syllable
      .toLowerCase()
      .normalize('NFD')
      .match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
  ).map((cluster) => readLetter([...cluster]));

const syllableKey = (syllable: string): string => {
  const read = lettersOf(syllable.replace(/['’ʼ]/g, ''));
  const bases = read.map(({ base }) => rankOf.get(base) ?? base).join('');
  const marks = read.map((letter) => letter.marks.map((mark) => markRanks.get(mark) ?? '9').join('') + endOfMarks).join('');
  return `${bases} ${marks}`;
};

const wordsOf = (value: string): readonly string[] => value.split(/\s+/).filter(Boolean);

/**
 * A text whose plain comparison (by code unit, as SQLite does it) gives dictionary order syllable by syllable: letters first, then
 * tones. Equals ICU `vi` per syllable, but letter case and apostrophes do not count: `H'Hen` stands with `HHen`.
 */
export const vietnameseSortKey = (value: string): string => wordsOf(value).map(syllableKey).join('!');

/** Order of two texts by `vietnameseSortKey`: negative, zero or positive. For lists in memory; tables store the key. */
export const compareVietnamese = (a: string, b: string): number => {
  const [first, second] = [vietnameseSortKey(a), vietnameseSortKey(b)];
  return first < second ? -1 : first > second ? 1 : 0;
};

const joinedPrefix = /^[Hh]['’ʼ](?=\S)/u;
const personPrefixes = new Set(['y', 'h']);

/** Words of a name, with H' of `H'Hen` as a word of its own, so that `H'Hen`, `H' Hen` and `H Hen` are one name. */
const nameWords = (fullName: string): readonly string[] => wordsOf(fullName.trim().replace(joinedPrefix, 'H '));

const givenNameIndex = (words: readonly string[]): number =>
  words.length > 1 && personPrefixes.has(toneKey(words[0] ?? '')) ? 1 : words.length - 1;

/**
 * The word by which a person is sorted when nobody said otherwise: the last, or the word after the prefix in names that begin with
 * Y, H or H' (Ê Đê, M'nông), where the clan comes last.
 */
export const defaultSortName = (fullName: string): string => {
  const words = nameWords(fullName);
  return words[givenNameIndex(words)] ?? '';
};

/** The name without the words it is sorted by, where they stand in it; the last place counts, except after a prefix. */
const withoutSortName = (words: readonly string[], sortWords: readonly string[]): readonly string[] => {
  const wanted = sortWords.map(toneKey).join(' ');
  const isAt = (index: number): boolean =>
    words
      .slice(index, index + sortWords.length)
      .map(toneKey)
      .join(' ') === wanted;
  const places = words.map((_, index) => index).filter(isAt);
  const given = givenNameIndex(words);
  const place = places.includes(given) ? given : places.at(-1);
  return place === undefined ? words : words.toSpliced(place, sortWords.length);
};

/** Key for the order of people: given name (or the sort name that was set), then family and middle names. */
export const nameSortKey = (fullName: string, sortName?: string | null): string => {
  const sortWords = wordsOf(sortName ?? '');
  const chosen = sortWords.length > 0 ? sortWords : [defaultSortName(fullName)];
  const rest = withoutSortName(nameWords(fullName), chosen);
  return `${vietnameseSortKey(chosen.join(' '))} ${vietnameseSortKey(rest.join(' '))}`;
};
