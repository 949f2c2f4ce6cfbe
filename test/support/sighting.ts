import { groupsOf, makeName, type Settlement } from '#engine/demo/demo-name.ts';
import type { Random } from '#engine/demo/random.ts';
import type { PersonFacts } from '#shared/matching/person-facts.ts';
import { nameSlipNames, nameSlips, type NameSlipName } from './name-slips.ts';

/** A made-up person as life has them; books hold sightings of them. */
export type Human = {
  readonly fullName: string;
  readonly sex: 'male' | 'female';
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Number of 12 digits and the older one of 9. */
  readonly cccd: string;
  readonly cmnd: string;
  readonly phone: string;
  readonly communeId: string;
  readonly village: string;
};

const two = (value: number): string => String(value).padStart(2, '0');
const digits = (random: Random, count: number): string => Array.from({ length: count }, () => random.integer(0, 9)).join('');

export const cccdOf = (random: Random, sex: Human['sex'], year: number): string => {
  const century = (year >= 2000 ? 2 : 0) + (sex === 'male' ? 0 : 1);
  return `${random.pick(['066', '066', '066', '052', '042', '004'])}${century}${two(year % 100)}${digits(random, 6)}`;
};

export const phoneOf = (random: Random): string => `0${random.pick(['90', '97', '35', '38', '83', '94'])}${digits(random, 7)}`;

/** Communes of the made-up province and villages in them. */
export const placeOf = (random: Random): Pick<Human, 'communeId' | 'village'> => {
  const communeId = String(24100 + random.integer(0, 183));
  return { communeId, village: `${communeId}-${random.integer(1, 12)}` };
};

const settlements: readonly Settlement[] = ['thon', 'thon', 'buon', 'buon-mnong', 'thon-north', 'town'];

export const makeHuman = (random: Random, settlement: Settlement = random.pick(settlements)): Human => {
  const sex = random.chance(0.6) ? 'male' : 'female';
  const year = random.integer(1940, 2001);
  return {
    fullName: makeName(random.pick(groupsOf[settlement]), sex, random),
    sex,
    year,
    month: random.integer(1, 12),
    day: random.integer(1, 28),
    cccd: cccdOf(random, sex, year),
    cmnd: `24${digits(random, 7)}`,
    phone: phoneOf(random),
    ...placeOf(random),
  };
};

export const fullDate = ({ year, month, day }: Human): string => `${year}-${two(month)}-${two(day)}`;

/** One book's entry for a human: some facts are not asked for, dates are known to the year only in many books. */
export const sight = (human: Human, random: Random): PersonFacts => {
  const number = random.chance(0.55) ? (random.chance(0.75) ? human.cccd : human.cmnd) : null;
  return {
    fullName: human.fullName,
    sex: random.chance(0.95) ? human.sex : null,
    birthDate: random.chance(0.6) ? fullDate(human) : String(human.year),
    citizenId: number,
    phone: random.chance(0.55) ? human.phone : null,
    residentialUnitId: random.chance(0.85) ? human.village : null,
    communeId: human.communeId,
  };
};

type FactSlip = (facts: PersonFacts, human: Human, random: Random) => PersonFacts;

/** Ways in which the facts beside the name come to differ. */
export const factSlips = {
  'day-month-swapped': (facts, { year, month, day }) =>
    day <= 12 ? { ...facts, birthDate: `${year}-${two(day)}-${two(month)}` } : facts,
  'year-only': (facts, { year }) => ({ ...facts, birthDate: String(year) }),
  'first-of-january': (facts, { year }) => ({ ...facts, birthDate: `${year}-01-01` }),
  'old-number': (facts, { cmnd }) => ({ ...facts, citizenId: cmnd }),
  'new-number': (facts, { cccd }) => ({ ...facts, citizenId: cccd }),
  'number-lost-zero': (facts, { cccd }) => ({ ...facts, citizenId: cccd.replace(/^0/, '') }),
  'number-slip': (facts, { cccd }, random) => {
    const at = random.integer(6, 11);
    return { ...facts, citizenId: `${cccd.slice(0, at)}${(Number(cccd[at]) + random.integer(1, 9)) % 10}${cccd.slice(at + 1)}` };
  },
  'phone-changed': (facts, _, random) => ({ ...facts, phone: phoneOf(random) }),
  'phone-added': (facts, { phone }, random) => ({ ...facts, phone: `${phoneOf(random)}; ${phone}` }),
  'moved-commune': (facts, _, random) => {
    const { communeId, village } = placeOf(random);
    return { ...facts, communeId, residentialUnitId: village };
  },
  'moved-village': (facts, { communeId }, random) => ({ ...facts, residentialUnitId: `${communeId}-${random.integer(1, 12)}` }),
  'place-unknown': (facts) => ({ ...facts, residentialUnitId: null }),
  'sex-unknown': (facts) => ({ ...facts, sex: null }),
} as const satisfies Readonly<Record<string, FactSlip>>;

export type FactSlipName = keyof typeof factSlips;
const factSlipNames = Object.keys(factSlips) as readonly FactSlipName[];

export type Trouble = NameSlipName | FactSlipName;

/** A second sighting of a human with at most two slips of the name and two of the other facts; tells which really changed something. */
export const sightWithTroubles = (
  human: Human,
  random: Random,
): { readonly facts: PersonFacts; readonly troubles: readonly Trouble[] } => {
  const nameTroubles = Array.from({ length: random.integer(0, 2) }, () => random.pick(nameSlipNames));
  const factTroubles = Array.from({ length: random.integer(0, 2) }, () => random.pick(factSlipNames));
  const troubles: Trouble[] = [];
  let facts = sight(human, random);
  for (const trouble of nameTroubles) {
    const fullName = nameSlips[trouble](facts.fullName, random);
    if (fullName !== facts.fullName) troubles.push(trouble);
    facts = { ...facts, fullName };
  }
  for (const trouble of factTroubles) {
    facts = factSlips[trouble](facts, human, random);
    troubles.push(trouble);
  }
  return { facts, troubles };
};
