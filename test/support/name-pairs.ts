import { groupsOf } from '#engine/demo/demo-name.ts';
import { createRandom, type Random } from '#engine/demo/random.ts';
import type { PersonFacts } from '#shared/matching/person-facts.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { cccdOf, fullDate, makeHuman, phoneOf, placeOf, sight, sightWithTroubles, type Human, type Trouble } from './sighting.ts';

/*
 * Labelled pairs for the matcher. Written before it, so that it is measured against what happens in books and not against itself.
 * A pair enters only if a careful clerk could decide it from what both entries show (`isConnected`, `isTellable`): of two entries that
 * show nothing but a common name and a year nobody can say whose they are, and no label of theirs would be true.
 */

export type LabelledPair = {
  readonly first: PersonFacts;
  readonly second: PersonFacts;
  readonly same: boolean;
  /** What stands between the two entries of one person, or how two people come to look alike. */
  readonly troubles: readonly (Trouble | Lookalike)[];
};

type Lookalike = keyof typeof lookalikes;

const isFull = (date: string | null | undefined): date is string => date?.length === 10 && !date.endsWith('-01-01');
const known = (value: string | null | undefined): value is string => value != null && value !== '';

const differingDigits = (a: string, b: string): number => [...a].filter((digit, index) => digit !== b[index]).length;

const numbersOf = (facts: PersonFacts): readonly string[] => (known(facts.phone) ? facts.phone.split('; ') : []);
const sharesPhone = (a: PersonFacts, b: PersonFacts): boolean => numbersOf(a).some((number) => numbersOf(b).includes(number));

/** Beside the name something ties the two entries: number, phone, the whole day of birth (swapped too), or the place. */
const isConnected = (a: PersonFacts, b: PersonFacts): boolean => {
  const swapped = isFull(b.birthDate) ? `${b.birthDate.slice(0, 4)}-${b.birthDate.slice(8)}-${b.birthDate.slice(5, 7)}` : null;
  const sameDay = isFull(a.birthDate) && (a.birthDate === b.birthDate || a.birthDate === swapped);
  const sameNumber = known(a.citizenId) && known(b.citizenId) && a.citizenId.slice(-8) === b.citizenId.slice(-8);
  const samePlace =
    a.communeId === b.communeId &&
    (a.residentialUnitId === b.residentialUnitId || !known(a.residentialUnitId) || !known(b.residentialUnitId));
  return sameDay || sameNumber || sharesPhone(a, b) || samePlace;
};

/** Something both entries show tells the two people apart. */
const isTellable = (a: PersonFacts, b: PersonFacts): boolean => {
  const sameKind = known(a.citizenId) && known(b.citizenId) && a.citizenId.length === b.citizenId.length;
  const otherNumber = sameKind && differingDigits(a.citizenId ?? '', b.citizenId ?? '') >= 2;
  const years = [a.birthDate, b.birthDate].map((date) => Number(date?.slice(0, 4)));
  const otherYear = Math.abs((years[0] ?? 0) - (years[1] ?? 0)) >= 2;
  const otherDay = isFull(a.birthDate) && isFull(b.birthDate) && a.birthDate.slice(5) !== b.birthDate.slice(5);
  const otherVillage = known(a.residentialUnitId) && known(b.residentialUnitId) && a.residentialUnitId !== b.residentialUnitId;
  const otherSex = known(a.sex) && known(b.sex) && a.sex !== b.sex;
  const [wordsA, wordsB] = [fold(a.fullName).split(' '), fold(b.fullName).split(' ')];
  const unshared = [...wordsA.filter((word) => !wordsB.includes(word)), ...wordsB.filter((word) => !wordsA.includes(word))];
  const otherWords = unshared.length >= 2;
  return otherNumber || otherYear || otherDay || otherSex || otherWords || (otherVillage && !sharesPhone(a, b));
};

const commonMen = ['Nguyễn Văn Hùng', 'Nguyễn Văn Bình', 'Trần Văn Dũng', 'Nguyễn Văn Sơn', 'Lê Văn Thành', 'Phạm Văn Minh'];
const commonWomen = ['Nguyễn Thị Hoa', 'Nguyễn Thị Lan', 'Trần Thị Hương', 'Lê Thị Hồng', 'Nguyễn Thị Mai', 'Phạm Thị Thu'];
const alike = {
  male: ['Hùng Hưng', 'Long Lâm', 'Sơn Sinh', 'Thành Thanh', 'Minh Mạnh', 'Đức Dũng', 'Tuấn Tuân', 'Phúc Phước', 'Quang Quân'],
  female: ['Lan Loan', 'Hoa Hòa', 'Hà Hạ', 'Hồng Hương', 'Thu Thủy', 'Nga Ngà', 'Liên Liễu', 'Hạnh Hành', 'Mai Mận'],
} as const;

const withGiven = (fullName: string, given: string): string => [...fullName.split(' ').slice(0, -1), given].join(' ');

const anotherBody = (human: Human, random: Random, year = human.year): Human => ({
  ...human,
  year,
  month: random.integer(1, 12),
  day: random.integer(1, 28),
  cccd: cccdOf(random, human.sex, year),
  cmnd: `24${random.integer(1_000_000, 9_999_999)}`,
  phone: phoneOf(random),
});

/** A brother or sister: family and middle name, village and often the phone in common. */
const siblings = (human: Human, random: Random): readonly [Human, Human] => {
  const [one = '', other = ''] = random.pick(alike[human.sex]).split(' ');
  const elder = { ...human, fullName: withGiven(human.fullName, one) };
  const younger = {
    ...anotherBody(elder, random, human.year + random.integer(1, 6)),
    fullName: withGiven(human.fullName, other),
  };
  return [elder, random.chance(0.5) ? { ...younger, phone: elder.phone } : younger];
};

const kinhHuman = (random: Random): Human => {
  const human = makeHuman(random, 'town');
  return human.fullName.startsWith('Y ') || human.fullName.startsWith('H') ? kinhHuman(random) : human;
};

const uplandHuman = (random: Random): Human => {
  const human = makeHuman(random, random.pick(['buon', 'buon-mnong']));
  return /^(Y |H'|H )/u.test(human.fullName) ? human : uplandHuman(random);
};

/** Two different people who look alike in the books. */
const lookalikes = {
  'namesake-same-commune': (random) => {
    const human = kinhHuman(random);
    const first = { ...human, fullName: random.pick(human.sex === 'male' ? commonMen : commonWomen) };
    const village = `${first.communeId}-${random.integer(1, 12)}`;
    return [first, { ...anotherBody(first, random), village }];
  },
  'namesake-elsewhere': (random) => {
    const first = makeHuman(random);
    return [first, { ...anotherBody(first, random), ...placeOf(random) }];
  },
  'namesake-other-age': (random) => {
    const first = makeHuman(random);
    return [first, anotherBody(first, random, first.year + random.integer(3, 30))];
  },
  'father-and-son': (random) => {
    const son = kinhHuman(random);
    const given = random.pick(['Thắng', 'Lợi', 'Hòa', 'Bình', 'Sáu', 'Bảy', 'Tâm', 'Sơn']);
    const father = { ...anotherBody({ ...son, sex: 'male' }, random, son.year - random.integer(18, 40)), phone: son.phone };
    return [son, { ...father, fullName: random.chance(0.15) ? son.fullName : withGiven(son.fullName, given) }];
  },
  siblings: (random) => siblings(kinhHuman(random), random),
  twins: (random) => {
    const [elder, younger] = siblings(kinhHuman(random), random);
    const lastDigits = String((Number(elder.cccd.slice(-4)) + random.integer(11, 99)) % 10_000).padStart(4, '0');
    const { year, month, day } = elder;
    return [elder, { ...younger, year, month, day, cccd: elder.cccd.slice(0, 8) + lastDigits }];
  },
  'brother-and-sister': (random) => {
    const brother = { ...kinhHuman(random), sex: 'male' as const };
    const family = brother.fullName.split(' ')[0] ?? '';
    const given = random.pick(['Thanh', 'Bình', 'Xuân', 'Tâm', 'Ngọc', 'Bảy']);
    const sister: Human = {
      ...anotherBody({ ...brother, sex: 'female' }, random),
      fullName: `${family} Thị ${given}`,
      phone: brother.phone,
    };
    return [{ ...brother, fullName: `${family} Văn ${given}` }, sister];
  },
  'other-clan': (random) => {
    const first = uplandHuman(random);
    const other = uplandHuman(random);
    const words = first.fullName.replace(/^H'(?=\S)/u, "H' ").split(' ');
    const clan = other.fullName
      .replace(/^H'(?=\S)/u, "H' ")
      .split(' ')
      .slice(2)
      .join(' ');
    if (words.slice(2).join(' ') === clan) return [first, { ...anotherBody(other, random), ...placeOf(random) }];
    return [first, { ...anotherBody(first, random), fullName: [...words.slice(0, 2), clan].join(' ') }];
  },
  'same-clan': (random) => {
    const first = uplandHuman(random);
    const group = groupsOf.buon[0];
    const clan = first.fullName
      .replace(/^H'(?=\S)/u, "H' ")
      .split(' ')
      .slice(2)
      .join(' ');
    const prefix = first.sex === 'male' ? 'Y' : "H'";
    return [first, { ...anotherBody(first, random), fullName: `${prefix} ${random.pick(group.names.given[first.sex])} ${clan}` }];
  },
  couple: (random) => {
    const first = kinhHuman(random);
    const other = kinhHuman(random);
    return [first, { ...other, communeId: first.communeId, village: first.village, phone: first.phone }];
  },
  strangers: (random) => [makeHuman(random), makeHuman(random)],
} as const satisfies Readonly<Record<string, (random: Random) => readonly [Human, Human]>>;

const lookalikeNames = Object.keys(lookalikes) as readonly Lookalike[];

const samePair = (random: Random): LabelledPair => {
  for (;;) {
    const human = makeHuman(random);
    const first = sight(human, random);
    const { facts: second, troubles } = sightWithTroubles(human, random);
    if (troubles.length > 0 && isConnected(first, second)) return { first, second, same: true, troubles };
  }
};

const differentPair = (random: Random): LabelledPair => {
  const lookalike = random.pick(lookalikeNames);
  for (;;) {
    const [one, other] = lookalikes[lookalike](random);
    if (one.fullName === other.fullName && one.village === other.village && fullDate(one) === fullDate(other)) continue;
    const [first, second] = [sight(one, random), sight(other, random)];
    if (isTellable(first, second)) return { first, second, same: false, troubles: [lookalike] };
  }
};

/** `count` pairs of one person and as many of two, by seed. */
export const makePairs = (seed: number, count: number): readonly LabelledPair[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => [samePair(random), differentPair(random)]).flat();
};

/** A book of `size` people, some of whom stand in it twice with troubles; `twice` holds the indexes that belong together. */
export const makeBook = (
  seed: number,
  size: number,
  doubledCount: number,
): { readonly people: readonly PersonFacts[]; readonly twice: readonly (readonly [number, number])[] } => {
  const random = createRandom(seed);
  const people: PersonFacts[] = [];
  const twice: (readonly [number, number])[] = [];
  while (people.length < size) {
    const human = makeHuman(random);
    const first = sight(human, random);
    people.push(first);
    if (twice.length >= doubledCount) continue;
    const { facts } = sightWithTroubles(human, random);
    if (!isConnected(first, facts)) continue;
    twice.push([people.length - 1, people.length]);
    people.push(facts);
  }
  return { people, twice };
};
