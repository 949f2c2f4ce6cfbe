import { createRandom, type Random } from '#engine/demo/random.ts';

/** Ways in which one name comes to be written in two books. Each returns a changed name, or the same where the slip does not apply. */
export type NameSlip = (name: string, random: Random) => string;

const withoutMarks = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
const tones = /[\u0300\u0301\u0303\u0309\u0323]/u;

const changeWord = (name: string, random: Random, change: (word: string) => string): string => {
  const words = name.split(' ');
  const at = random.integer(0, words.length - 1);
  return words.map((word, index) => (index === at ? change(word) : word)).join(' ');
};

const lettersOf = (word: string): readonly string[] => word.normalize('NFD').match(/\P{M}\p{M}*/gu) ?? [];
const join = (letters: readonly string[]): string => letters.join('').normalize('NFC');

/** Takes the tone of one letter away, gives it another, or moves it to the next vowel. */
const slipTone = (word: string, random: Random): string => {
  const letters = lettersOf(word);
  const at = letters.findIndex((letter) => tones.test(letter));
  if (at < 0) return word;
  const letter = letters[at] as string;
  const tone = tones.exec(letter)?.[0] ?? '';
  const bare = letter.replace(tones, '');
  const way = random.integer(0, 2);
  if (way === 0) return join(letters.with(at, bare));
  if (way === 1) {
    const others = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].filter((other) => other !== tone);
    return join(letters.with(at, bare + random.pick(others)));
  }
  const next = letters[at + 1];
  return next !== undefined && /[aeiouy]/i.test(next[0] ?? '') ? join(letters.with(at, bare).with(at + 1, next + tone)) : word;
};

const alphabet = [...'abcdeghiklmnopqrstuvxy'];

/** One letter more, less, other, or two exchanged; the first letter stays. */
const slipLetter = (word: string, random: Random): string => {
  const letters = lettersOf(word);
  if (letters.length < 2) return word;
  const at = random.integer(1, letters.length - 1);
  const way = random.integer(0, 3);
  if (way === 0) return join(letters.toSpliced(at, 0, random.pick(alphabet)));
  if (way === 1) return letters.length > 2 ? join(letters.toSpliced(at, 1)) : word;
  if (way === 2) return join(letters.with(at, random.pick(alphabet)));
  return at + 1 < letters.length ? join(letters.with(at, letters[at + 1] as string).with(at + 1, letters[at] as string)) : word;
};

const confusions = [
  ['y', 'i'],
  ['i', 'y'],
  ['s', 'x'],
  ['x', 's'],
  ['tr', 'ch'],
  ['ch', 'tr'],
  ['ng', 'n'],
  ['c', 't'],
  ['gi', 'd'],
  ['l', 'n'],
] as const;

/** Letters that sound alike somewhere in the country. */
const slipSound = (word: string, random: Random): string => {
  const [from, to] = random.pick(confusions);
  return word.normalize('NFD').replace(from, to).normalize('NFC');
};

const isUpland = (name: string): boolean => /^(Y|H|H'.*) /u.test(name) || /^H'/u.test(name);

/** Whether words of two letters or the prefix of a name would be hit: those carry too little to be recognised again. */
const onLongWord =
  (change: (word: string, random: Random) => string): NameSlip =>
  (name, random) =>
    changeWord(name, random, (word) => (word.length >= 3 ? change(word, random) : word));

export const nameSlips = {
  'tones-missing': (name) => withoutMarks(name),
  'tone-slip': (name, random) => changeWord(name, random, (word) => slipTone(word, random)),
  'd-stroke': (name) => name.replace(/đ/g, 'd').replace(/Đ/g, 'D'),
  'letter-slip': onLongWord(slipLetter),
  'sound-slip': onLongWord(slipSound),
  'parts-order': (name, random) => {
    const words = name.split(' ');
    return random.chance(0.5) ? [...words.slice(1), words[0]].join(' ') : [words.at(-1), ...words.slice(0, -1)].join(' ');
  },
  'middle-dropped': (name) => name.replace(/ (Văn|Thị) (?=\S)/u, ' '),
  'middle-added': (name) =>
    isUpland(name) || / (văn|thị|van|thi) /iu.test(name.normalize('NFC'))
      ? name
      : name.trim().replace(/ /u, /[ ](Thu|Kim|Bích|Mỹ) /u.test(name) ? ' Thị ' : ' Văn '),
  capitals: (name) => name.toUpperCase(),
  decomposed: (name) => ` ${name.normalize('NFD').replace(' ', '  ')}`,
  'prefix-form': (name, random) =>
    /^H/u.test(name) && isUpland(name)
      ? name.replace(/^H[' ]+/u, random.pick(["H'", "H' ", 'H ', 'H’', 'Hʼ ', 'H']))
      : name.replace(/^Y /u, random.pick(['Y ', 'Y- ', 'Y'])),
  'clan-dropped': (name) => {
    if (!isUpland(name)) return name;
    const words = name.replace(/^H'(?=\S)/u, "H' ").split(' ');
    return words.length > 2 ? words.slice(0, 2).join(' ') : name;
  },
  'clan-shortened': (name) =>
    isUpland(name)
      ? name.replace(/ (Niê Kdăm|Mlô Duôn Du|Buôn Yă|Buôn Krông)$/u, (clan) => clan.slice(0, clan.indexOf(' ', 1)))
      : name,
  'clan-first': (name) => {
    const match = /^((?:Y|H'?) ?\S+) (.+)$/u.exec(name);
    return isUpland(name) && match ? `${match[2] ?? ''} ${match[1] ?? ''}` : name;
  },
  'breve-lost': (name) =>
    name
      .normalize('NFD')
      .replace(/[\u0306\u030c]/gu, '')
      .normalize('NFC'),
} as const satisfies Readonly<Record<string, NameSlip>>;

export type NameSlipName = keyof typeof nameSlips;
export const nameSlipNames = Object.keys(nameSlips) as readonly NameSlipName[];

/** One slip by a seed of its own, for examples in tests. */
export const slip = (name: string, how: NameSlipName, seed: number): string => nameSlips[how](name, createRandom(seed));
