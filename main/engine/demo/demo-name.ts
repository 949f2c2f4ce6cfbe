import { edeNames, kinhNames, mnongNames, mongNames, nungNames, thaiNames, type NameParts } from './name-parts.ts';
import type { Random } from './random.ts';
import { isWellKnown } from './well-known-names.ts';

export type Sex = 'male' | 'female';

/** An ethnic group by its code, and how its people are named. */
export type Group = { readonly code: string; readonly names: NameParts; readonly clanLast: boolean };

const kinh: Group = { code: '01', names: kinhNames, clanLast: false };
const ede: Group = { code: '12', names: edeNames, clanLast: true };
const mnong: Group = { code: '20', names: mnongNames, clanLast: true };
const nung: Group = { code: '07', names: nungNames, clanLast: false };
const tay: Group = { code: '02', names: nungNames, clanLast: false };
const thai: Group = { code: '03', names: thaiNames, clanLast: false };
const mong: Group = { code: '08', names: mongNames, clanLast: false };

/** Groups by kind of settlement; repeated ones are more frequent. */
export const groupsOf = {
  buon: [ede, ede, ede, ede, ede, ede, ede, kinh],
  'buon-mnong': [mnong, mnong, mnong, mnong, mnong, mnong, kinh],
  thon: [kinh, kinh, kinh, kinh, kinh, kinh, kinh, kinh, nung, tay],
  'thon-north': [nung, nung, tay, tay, thai, mong, kinh],
  town: [kinh, kinh, kinh, kinh, kinh, kinh, kinh, kinh, kinh, ede],
} as const;
export type Settlement = keyof typeof groupsOf;

/** Offices write the mark of a woman's name in several ways. */
const womanMarks = ["H' ", "H' ", "H' ", "H'", "H'", 'H '] as const;

const draw = ({ names, clanLast }: Group, sex: Sex, random: Random): string => {
  const given = random.pick(names.given[sex]);
  const family = random.pick(names.family);
  if (!clanLast) return `${family} ${random.pick(names.middle[sex])} ${given}`;
  return sex === 'male' ? `Y ${given} ${family}` : `${random.pick(womanMarks)}${given} ${family}`;
};

/** A made-up name; one that a well-known person bears is drawn again. */
export const makeName = (group: Group, sex: Sex, random: Random): string => {
  for (;;) {
    const name = draw(group, sex, random);
    if (!isWellKnown(name)) return name;
  }
};
