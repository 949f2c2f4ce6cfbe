import { edeNames, kinhNames, mnongNames, mongNames, nungNames, thaiNames, type NameParts } from './name-parts.ts';
import type { Random } from './random.ts';

export type Sex = 'male' | 'female';

type Group = { readonly code: string; readonly names: NameParts; readonly clanLast: boolean };

const kinh: Group = { code: '01', names: kinhNames, clanLast: false };
const ede: Group = { code: '12', names: edeNames, clanLast: true };
const mnong: Group = { code: '20', names: mnongNames, clanLast: true };
const nung: Group = { code: '07', names: nungNames, clanLast: false };
const tay: Group = { code: '02', names: nungNames, clanLast: false };
const thai: Group = { code: '03', names: thaiNames, clanLast: false };
const mong: Group = { code: '08', names: mongNames, clanLast: false };

/** Groups by kind of settlement; repeated ones are more frequent. */
const groupsOf = {
  buon: [ede, ede, ede, ede, ede, ede, ede, kinh],
  'buon-mnong': [mnong, mnong, mnong, mnong, mnong, mnong, kinh],
  thon: [kinh, kinh, kinh, kinh, kinh, kinh, kinh, kinh, nung, tay],
  'thon-north': [nung, nung, tay, tay, thai, mong, kinh],
  town: [kinh, kinh, kinh, kinh, kinh, kinh, kinh, kinh, kinh, ede],
} as const;
export type Settlement = keyof typeof groupsOf;

const fullNameOf = ({ names, clanLast }: Group, sex: Sex, random: Random): string => {
  const given = random.pick(names.given[sex]);
  const family = random.pick(names.family);
  if (!clanLast) return `${family} ${random.pick(names.middle[sex])} ${given}`;
  return sex === 'male' ? `Y ${given} ${family}` : `H' ${given} ${family}`;
};

const positions = [
  'Trưởng thôn',
  'Bí thư chi bộ',
  'Trưởng ban công tác Mặt trận',
  'Chi hội trưởng Chi hội Phụ nữ',
  'Chi hội trưởng Chi hội Nông dân',
  'Chi hội trưởng Chi hội Cựu chiến binh',
  'Chi hội trưởng Chi hội Người cao tuổi',
  'Người có uy tín',
] as const;
const occupations = [
  'Nông dân',
  'Nông dân',
  'Nông dân',
  'Cán bộ hưu trí',
  'Giáo viên',
  'Buôn bán, kinh doanh',
  'Thợ xây dựng',
  'Nội trợ',
] as const;
const educations = ['primary', 'lower-secondary', 'lower-secondary', 'upper-secondary', 'upper-secondary'] as const;

const two = (value: number): string => String(value).padStart(2, '0');

const birthDateOf = (random: Random): string => {
  const year = random.integer(1946, 1992);
  if (random.chance(0.55)) return String(year);
  return `${year}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
};

/** A citizen number of the right form for sex and year, in the province's range; the last six digits are random. */
const citizenIdOf = (random: Random, sex: Sex, birthDate: string): string =>
  `066${sex === 'male' ? 0 : 1}${birthDate.slice(2, 4)}${String(random.integer(0, 999_999)).padStart(6, '0')}`;

/** A made-up person of a settlement. */
export const makePerson = (
  random: Random,
  settlement: Settlement,
  sex: Sex,
  residentialUnitId: string | undefined,
): Record<string, unknown> => {
  const group = random.pick(groupsOf[settlement]);
  const birthDate = birthDateOf(random);
  const isLawyer = random.chance(0.03);
  return {
    fullName: fullNameOf(group, sex, random),
    sex,
    birthDate,
    ethnicGroup: group.code,
    ...(residentialUnitId === undefined ? {} : { residentialUnitId }),
    ...(random.chance(0.3) ? { citizenId: citizenIdOf(random, sex, birthDate) } : {}),
    ...(random.chance(0.5) ? { phone: `09${random.integer(0, 8)}${String(random.integer(0, 9_999_999)).padStart(7, '0')}` } : {}),
    generalEducation: random.pick(educations),
    professionalLevel: isLawyer ? 'law' : random.chance(0.25) ? 'other' : 'none',
    ...(isLawyer ? { lawDegree: 'law-bachelor' } : {}),
    occupation: random.pick(occupations),
    ...(random.chance(0.6) ? { position: random.pick(positions) } : {}),
  };
};
