import type { NameWord } from './read-name.ts';

/** How two words of names compare, from equal to other. */
export type WordLikeness =
  | 'equal'
  /** Equal but for what keyboards lose: all tones of a name, the stroke of đ, the breve of Ê Đê letters; or i and y. */
  | 'tones-missing'
  /** Equal without tones; both have them, in other places or others. */
  | 'tones-differ'
  /** Spelled otherwise for the same sound: Lý and Lí, Sinh and Xinh. */
  | 'sound'
  /** One letter more, less, other, or two exchanged. */
  | 'slip'
  | 'other';

const sounds: readonly (readonly [RegExp, string])[] = [
  [/y/g, 'i'],
  [/^x/, 's'],
  [/^tr/, 'ch'],
  [/^gi(?=[aeou])/, 'd'],
  [/^r/, 'd'],
  [/ng$/, 'n'],
  [/t$/, 'c'],
];

const makeSoundKey = (plain: string): string => sounds.reduce((word, [from, to]) => word.replace(from, to), plain);

/** Words of names come again and again; a list of these is a few thousand. */
const keptKeys = new Map<string, string>();
const keptLimit = 20_000;

/** Letters that sound alike in some part of the country made one. */
export const soundKey = (plain: string): string => {
  const known = keptKeys.get(plain);
  if (known !== undefined) return known;
  if (keptKeys.size >= keptLimit) keptKeys.clear();
  const made = makeSoundKey(plain);
  keptKeys.set(plain, made);
  return made;
};

/** Whether one insertion, deletion, substitution or exchange of neighbours makes one word the other. */
export const isOneSlip = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
};

/** The stroke of đ and the breves of Ê Đê letters are what keyboards lose first. */
const withoutStroke = (toned: string): string =>
  toned
    .replace(/đ/g, 'd')
    .normalize('NFD')
    .replace(/[\u0306\u030c]/gu, '');

/** Compares two words; `oneIsBare` says that one of the whole names carries no tones at all. */
export const compareWords = (a: NameWord, b: NameWord, oneIsBare: boolean): WordLikeness => {
  if (a.toned === b.toned) return 'equal';
  if (a.plain === b.plain && withoutStroke(a.toned) === withoutStroke(b.toned)) return 'tones-missing';
  if (a.plain === b.plain) return oneIsBare ? 'tones-missing' : 'tones-differ';
  const hasY = a.toned.includes('y') || b.toned.includes('y');
  if (hasY && a.toned.replace(/y/g, 'i') === b.toned.replace(/y/g, 'i')) return 'tones-missing';
  if (soundKey(a.plain) === soundKey(b.plain)) return 'sound';
  const long = Math.max(a.plain.length, b.plain.length) >= 3;
  return long && isOneSlip(a.plain, b.plain) ? 'slip' : 'other';
};
