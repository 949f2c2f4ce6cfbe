import { isCommonGivenName } from './given-names.ts';
import { sumOf, type Evidence, type EvidenceCode } from './evidence.ts';
import type { NameWord, ReadName } from './read-name.ts';
import { compareWords, type WordLikeness } from './word-likeness.ts';

/** Points that an agreeing family name is worth: the rarer, the more. Shares of bearers in the country, about. */
const familyPoints: Readonly<Record<string, number>> = {
  nguyen: 1.7,
  tran: 3,
  le: 3.4,
  pham: 3.8,
  hoang: 4.2,
  huynh: 4.4,
  phan: 4.5,
  vu: 4.6,
  vo: 4.6,
  dang: 5,
  bui: 5,
  do: 5.2,
  ho: 5.5,
  ngo: 5.6,
  duong: 5.8,
  ly: 6,
  nie: 2.8,
  mlo: 3.4,
};
const otherFamilyPoints = 6;
const givenPoints = 5;
const middlePoints = 3;

/** What part of a word's points remains, and what is taken off besides. */
const shares: Readonly<Record<Exclude<WordLikeness, 'other'>, readonly [share: number, cost: number]>> = {
  equal: [1, 0],
  'tones-missing': [0.9, 0],
  'tones-differ': [0.7, 3],
  sound: [0.7, 2.5],
  slip: [0.7, 3.5],
};

const codes: Readonly<Record<Exclude<WordLikeness, 'other'>, EvidenceCode>> = {
  equal: 'name-equal',
  'tones-missing': 'name-tones-missing',
  'tones-differ': 'name-tones-differ',
  sound: 'name-sound',
  slip: 'name-slip',
};

const wordEvidence = (likeness: WordLikeness, points: number, other: Evidence): Evidence => {
  if (likeness === 'other') return other;
  const [share, cost] = shares[likeness];
  return { code: codes[likeness], points: points * share - cost };
};

type Compare = (a: NameWord, b: NameWord) => WordLikeness;

const otherGiven: Evidence = { code: 'name-given-differs', points: -20 };

/** Two given names in common use that differ are two names, however alike they look. */
const compareGiven = (a: NameWord, b: NameWord, compare: Compare): Evidence => {
  const likeness = compare(a, b);
  const areTwoNames = isCommonGivenName(a.toned) && isCommonGivenName(b.toned);
  if (likeness === 'slip' && !areTwoNames) return { code: 'name-slip', points: 1.5 };
  if (!areTwoNames || likeness === 'equal' || likeness === 'tones-missing')
    return wordEvidence(likeness, givenPoints, otherGiven);
  return likeness === 'tones-differ' ? { code: 'name-tones-differ', points: -9 } : { ...otherGiven, points: -18 };
};

const compareFamilies = (a: ReadName, b: ReadName, compare: Compare): readonly Evidence[] => {
  const [first, second] = [a.family[0], b.family[0]];
  if (first === undefined || second === undefined)
    return a.family.length === b.family.length ? [] : [{ code: 'name-clan-missing', points: -0.5 }];
  const points = Math.min(familyPoints[first.plain] ?? otherFamilyPoints, familyPoints[second.plain] ?? otherFamilyPoints);
  const main = wordEvidence(compare(first, second), points, {
    code: 'name-family-differs',
    points: a.form === 'upland' ? -12 : -9,
  });
  if (main.code === 'name-family-differs' || a.form === 'lowland') return [main];
  if (a.family.length !== b.family.length) return [main, { code: 'name-clan-shortened', points: -1 }];
  const rest = a.family.slice(1).map((word, index) => compare(word, b.family[index + 1] as NameWord));
  return rest.includes('other') ? [main, { code: 'name-family-differs', points: -8 }] : [main];
};

const otherMiddle: Evidence = { code: 'name-middle-differs', points: -7 };

const closest = (word: NameWord, others: readonly NameWord[], compare: Compare): WordLikeness =>
  others.map((other) => compare(word, other)).reduce((best, one) => (rank(one) < rank(best) ? one : best), 'other');

const compareMiddles = (a: ReadName, b: ReadName, compare: Compare): readonly Evidence[] => {
  if (a.middle.length === 0 && b.middle.length === 0) return [];
  if (a.middle.length === 0 || b.middle.length === 0) return [{ code: 'name-middle-missing', points: -3 }];
  if (a.middle.length === b.middle.length)
    return a.middle.map((word, index) => wordEvidence(compare(word, b.middle[index] as NameWord), middlePoints, otherMiddle));
  const [short, long] = a.middle.length < b.middle.length ? [a.middle, b.middle] : [b.middle, a.middle];
  const found = short.map((word) => wordEvidence(closest(word, long, compare), middlePoints, otherMiddle));
  return [...found, { code: 'name-middle-missing', points: -1 }];
};

const order: readonly WordLikeness[] = ['equal', 'tones-missing', 'tones-differ', 'sound', 'slip', 'other'];
const rank = (likeness: WordLikeness): number => order.indexOf(likeness);

/** Compares two names as they are read; names of different form have nothing to compare but their given names. */
export const compareReadNames = (a: ReadName, b: ReadName): readonly Evidence[] => {
  const compare: Compare = (first, second) => compareWords(first, second, !a.hasMarks || !b.hasMarks);
  const fillers: readonly Evidence[] =
    a.sex !== null && b.sex !== null && a.sex !== b.sex ? [{ code: 'name-filler-differs', points: -9 }] : [];
  const given = compareGiven(a.given, b.given, compare);
  if (a.form !== b.form) return [given, ...fillers, { code: 'name-family-differs', points: -9 }];
  return [given, ...fillers, ...compareFamilies(a, b, compare), ...compareMiddles(a, b, compare)];
};

/** Points of the evidence that a name in another order takes off. */
export const reorderCost = 2;

/** The better of the name as written and its other orders. */
export const compareNames = (
  a: ReadName,
  b: ReadName,
  otherOrders: () => readonly (readonly [ReadName, ReadName])[],
): readonly Evidence[] => {
  const plain = compareReadNames(a, b);
  if (sumOf(plain) > 4) return plain;
  return otherOrders().reduce<readonly Evidence[]>((best, [first, second]) => {
    const reordered: readonly Evidence[] = [...compareReadNames(first, second), { code: 'name-order', points: -reorderCost }];
    return sumOf(reordered) > sumOf(best) ? reordered : best;
  }, plain);
};
