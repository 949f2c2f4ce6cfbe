import { groupsOf, makeName, type Settlement, type Sex } from './demo-name.ts';
import type { Random } from './random.ts';

/** Year in which the demo's books stand. */
export const bookYear = 2019;

/** What somebody does in the village beside mediating; of some there is one in a village only. */
type Position = {
  readonly title: string | Readonly<Record<Settlement, string>>;
  readonly background: string;
  readonly single: boolean;
  readonly sex?: Sex;
  readonly leastAge: number;
  readonly mostAge: number;
};

const of = (title: Position['title'], background: string, more: Partial<Position> = {}): Position => ({
  title,
  background,
  single: true,
  leastAge: 28,
  mostAge: 70,
  ...more,
});

const villageHead = {
  buon: 'Trưởng buôn',
  'buon-mnong': 'Trưởng buôn',
  thon: 'Trưởng thôn',
  'thon-north': 'Trưởng thôn',
  town: 'Tổ trưởng tổ dân phố',
};

const positions: readonly Position[] = [
  of(villageHead, 'village-head'),
  of('Bí thư chi bộ', 'party-secretary', { leastAge: 35 }),
  of('Trưởng ban công tác Mặt trận', 'front-head', { leastAge: 35 }),
  of('Chi hội trưởng Chi hội Phụ nữ', 'organisation-member', { sex: 'female', mostAge: 62 }),
  of('Chi hội trưởng Chi hội Nông dân', 'organisation-member', { mostAge: 65 }),
  of('Chi hội trưởng Chi hội Cựu chiến binh', 'organisation-member', { sex: 'male', leastAge: 48 }),
  of('Chi hội trưởng Chi hội Người cao tuổi', 'organisation-member', { leastAge: 62, mostAge: 80 }),
  of('Bí thư chi đoàn', 'organisation-member', { leastAge: 26, mostAge: 34 }),
  of('Người có uy tín', 'respected-person', { single: false, leastAge: 50, mostAge: 80 }),
];

const titleIn = ({ title }: Position, settlement: Settlement): string => (typeof title === 'string' ? title : title[settlement]);

/** Somebody for whom the village still has a position free; `taken` collects the titles given. */
const positionOf = (
  random: Random,
  settlement: Settlement,
  sex: Sex,
  age: number,
  taken: Set<string>,
): { readonly position?: string; readonly background?: string } => {
  const open = positions.filter(
    (one) => !taken.has(titleIn(one, settlement)) && (one.sex ?? sex) === sex && age >= one.leastAge && age <= one.mostAge,
  );
  if (open.length === 0 || !random.chance(0.65)) return {};
  const position = random.pick(open);
  const title = titleIn(position, settlement);
  if (position.single) taken.add(title);
  return { position: title, background: position.background };
};

const occupationsOf = (sex: Sex, age: number): readonly string[] => [
  'Nông dân',
  'Nông dân',
  'Nông dân',
  'Buôn bán, kinh doanh',
  ...(age >= 58 ? ['Cán bộ hưu trí', 'Cán bộ hưu trí'] : ['Giáo viên']),
  sex === 'female' ? 'Nội trợ' : 'Thợ xây dựng',
];

const educations = ['primary', 'lower-secondary', 'lower-secondary', 'upper-secondary', 'upper-secondary'] as const;
/** Whom the plan wants as mediators beside those who hold a position. */
const lawBackgrounds = ['jurist', 'lawyer', 'former-judge', 'former-prosecutor', 'former-enforcement-officer'] as const;

type Schooling = { readonly fields: Record<string, unknown>; readonly background?: string };

const schoolingOf = (random: Random, age: number): Schooling => {
  if (random.chance(0.03)) {
    const background = random.pick(age >= 56 ? lawBackgrounds : lawBackgrounds.slice(0, 2));
    const lawDegree = random.pick(['law-intermediate', 'law-bachelor', 'law-bachelor']);
    return { fields: { generalEducation: 'upper-secondary', professionalLevel: 'law', lawDegree }, background };
  }
  if (random.chance(0.25)) return { fields: { generalEducation: 'upper-secondary', professionalLevel: 'other' } };
  return { fields: { generalEducation: random.pick(educations), professionalLevel: 'none' } };
};

const two = (value: number): string => String(value).padStart(2, '0');

const birthDateOf = (random: Random, leastAge: number, mostAge: number): string => {
  const year = bookYear - random.integer(leastAge, mostAge);
  if (random.chance(0.5)) return String(year);
  if (random.chance(0.1)) return `${year}-${two(random.integer(1, 12))}`;
  return `${year}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
};

/** A citizen number of the right form for sex and year, in the province's range; the last six digits are random. */
const citizenIdOf = (random: Random, sex: Sex, birthDate: string): string =>
  `066${sex === 'male' ? 0 : 1}${birthDate.slice(2, 4)}${String(random.integer(0, 999_999)).padStart(6, '0')}`;

const phonePrefixes = ['090', '091', '093', '094', '096', '097', '098', '032', '035', '038', '070', '079', '083', '085'] as const;

const phoneOf = (random: Random): string =>
  `${random.pick(phonePrefixes)}${String(random.integer(0, 9_999_999)).padStart(7, '0')}`;

type Basics = { readonly sex: Sex; readonly age: number; readonly fields: Record<string, unknown> };

/** Name, sex, birth and numbers of a made-up person of a settlement. */
export const makeBasics = (
  random: Random,
  settlement: Settlement,
  sex: Sex,
  ages: readonly [least: number, most: number],
): Basics => {
  const group = random.pick(groupsOf[settlement]);
  const birthDate = birthDateOf(random, ...ages);
  const fields = {
    fullName: makeName(group, sex, random),
    sex,
    birthDate,
    ethnicGroup: group.code,
    ...(random.chance(0.3) ? { citizenId: citizenIdOf(random, sex, birthDate) } : {}),
    ...(random.chance(0.5) ? { phone: phoneOf(random) } : {}),
  };
  return { sex, age: bookYear - Number(birthDate.slice(0, 4)), fields };
};

/** A made-up mediator of a village. `taken` holds the positions that others of the village have. */
export const makeVillager = (
  random: Random,
  settlement: Settlement,
  sex: Sex,
  residentialUnitId: string,
  taken: Set<string>,
): Record<string, unknown> => {
  const { age, fields } = makeBasics(random, settlement, sex, [26, 74]);
  const schooling = schoolingOf(random, age);
  const { position, background } = positionOf(random, settlement, sex, age, taken);
  const backgrounds = [schooling.background, background].filter((one) => one !== undefined).sort();
  return {
    ...fields,
    residentialUnitId,
    ...schooling.fields,
    occupation: random.pick(occupationsOf(sex, age)),
    ...(position === undefined ? {} : { position }),
    ...(backgrounds.length === 0 ? {} : { backgrounds }),
  };
};
