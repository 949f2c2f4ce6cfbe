import { cleanText, fold, toneKey } from '#shared/text/vietnamese.ts';

/** One word of a name: without tones for comparing, with tones to see whether they agree. */
export type NameWord = { readonly plain: string; readonly toned: string };

/** A name in its parts. Names of the Ê Đê and M'nông have a prefix (Y, H), a given name and a clan; all others family, middle and given name. */
export type ReadName = {
  readonly form: 'upland' | 'lowland';
  /** What "Văn", "Thị", Y or H' say. */
  readonly sex: 'male' | 'female' | null;
  readonly given: NameWord;
  /** Family name, or the words of the clan; absent where only a given name was written. */
  readonly family: readonly NameWord[];
  /** Middle names without "Văn" and "Thị". */
  readonly middle: readonly NameWord[];
  /** Whether any word carries a tone or a Vietnamese letter: a name without any was typed without tones. */
  readonly hasMarks: boolean;
};

const marks = /[\u0300-\u036f\u0111]/u;

const wordOf = (toned: string): NameWord => ({ plain: fold(toned), toned: toneKey(toned) });

const isVowel = (letter: string | undefined): boolean => letter !== undefined && /[aeiouy]/.test(letter);

/** Takes the prefix of `H'Linh`, `HLinh`, `Y-Bhiu` and `YBhiu` as a word of its own: no lowland syllable has H or Y before a consonant. */
const splitPrefix = (word: string): readonly string[] => {
  const apostrophe = /^([HhYy])[-'’ʼ‘`´.]+(\S*)$/u.exec(word);
  if (apostrophe) return [apostrophe[1] ?? '', apostrophe[2] ?? ''].filter(Boolean);
  const first = fold(word[0] ?? '');
  const rest = word.slice(1);
  const second = fold(rest[0] ?? '');
  if ((first === 'h' || first === 'y') && second !== '' && !isVowel(second)) return [word[0] ?? '', rest];
  return first === 'y' && /^Y\p{Lu}\p{Ll}/u.test(word) ? ['Y', rest] : [word];
};

const prefixSex: Readonly<Record<string, 'male' | 'female'>> = { y: 'male', h: 'female' };

const isPrefix = (word: NameWord): boolean => word.toned === 'y' || word.toned === 'h';

/** Family names that stand before a middle name "Y" of the lowlands (Nguyễn Y Vân). */
const lowlandFamilies = new Set([
  'nguyen',
  'tran',
  'le',
  'pham',
  'hoang',
  'huynh',
  'phan',
  'vu',
  'vo',
  'dang',
  'bui',
  'do',
  'ho',
  'ngo',
  'duong',
  'ly',
]);

const hasMarksIn = (name: string): boolean => marks.test(name.toLowerCase().normalize('NFD'));

const readUpland = (words: readonly NameWord[], at: number, hasMarks: boolean): ReadName => ({
  form: 'upland',
  sex: prefixSex[words[at]?.plain ?? ''] ?? null,
  given: words[at + 1] ?? wordOf(''),
  family: [...words.slice(at + 2), ...words.slice(0, at)],
  middle: [],
  hasMarks,
});

/** "Văn" and "Thị" with any slip of the tone; "Vân" and "Vạn" are names of their own. */
const fillerSex = ({ plain, toned }: NameWord): 'male' | 'female' | null =>
  plain === 'thi' ? 'female' : /^(van|v[ăắằẳẵặ]n)$/u.test(toned) ? 'male' : null;

/** Reads lowland words in the order family, middle, given. */
export const readLowland = (words: readonly NameWord[], hasMarks: boolean): ReadName => {
  const inside = words.slice(1, -1);
  const filler = inside.find((word) => fillerSex(word) !== null);
  return {
    form: 'lowland',
    sex: filler === undefined ? null : fillerSex(filler),
    given: words.at(-1) ?? wordOf(''),
    family: words.length > 1 ? words.slice(0, 1) : [],
    middle: inside.filter((word) => word !== filler),
    hasMarks,
  };
};

const isMarkedPrefix = (word: string): boolean => /^[HhYy](?:[-'’ʼ‘`´.]+\S*)?$/u.test(word);

/** Words of a name as compared, the prefix apart. A prefix without a mark of its own is looked for in the first word alone. */
export const nameWords = (fullName: string): readonly NameWord[] => {
  const words = cleanText(fullName).split(' ');
  const isMarkedLater = words.slice(1, -1).some(isMarkedPrefix) || words.slice(1).some((word) => /^[Hh]['’ʼ‘`´]/u.test(word));
  return words
    .flatMap((word, index) => ((index === 0 && !isMarkedLater) || isMarkedPrefix(word) ? splitPrefix(word) : [word]))
    .map(wordOf)
    .filter((word) => word.plain !== '');
};

const readWords = (words: readonly NameWord[], hasMarks: boolean): ReadName => {
  const at = words.findIndex((word, index) => isPrefix(word) && index < words.length - 1);
  const isUpland = at === 0 || (at > 0 && !lowlandFamilies.has(words[0]?.plain ?? ''));
  return isUpland ? readUpland(words, at, hasMarks) : readLowland(words, hasMarks);
};

/** Reads a name as written. The clan may stand in front of the prefix (`Niê Y Bhiu`). */
export const readName = (fullName: string): ReadName => readWords(nameWords(fullName), hasMarksIn(fullName));

/** Other ways to read a name: parts in another order, as some sheets have them, or a prefix grown together with the given name (HYưn). */
export const readReordered = (fullName: string): readonly ReadName[] => {
  const words = nameWords(fullName);
  const hasMarks = hasMarksIn(fullName);
  const [first, ...rest] = words;
  const grown =
    first !== undefined && /^[hy]../u.test(first.toned)
      ? [[wordOf(first.toned.slice(0, 1)), wordOf(first.toned.slice(1)), ...rest]]
      : [];
  const rotations =
    words.length === 2 ? [words.toReversed()] : [1, 2, words.length - 1].map((by) => [...words.slice(by), ...words.slice(0, by)]);
  return [...grown, ...(words.length > 1 ? rotations : [])].map((order) => readWords(order, hasMarks));
};
