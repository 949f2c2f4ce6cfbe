import { toneKey } from '#shared/text/vietnamese.ts';
import type { Issue } from './record.ts';

const allowed = /^[\p{L}\p{M}][\p{L}\p{M}'’ʼ.\- ]*$/u;

/** Letters with any marks (ơ̆, ŭ, č, ñ of Ê Đê too), apostrophes, dots, hyphens and spaces. */
export const isPersonName = (name: string): boolean => allowed.test(name);

const questionOn = (code: string): readonly Issue[] => [{ code, field: 'sex', severity: 'question' }];

/**
 * "Thị", "Văn", Y (men) and H, H' (women of Ê Đê and M'nông) say something of the sex, but only as a question. Tones count: "Vân" is
 * no "Văn". "Văn" in front is a family name; "Thị" in front is a woman's prefix of the M'nông.
 */
export const checkNameAgainstSex = (name: string, sex: string | null | undefined): readonly Issue[] => {
  const words = name.split(' ').map(toneKey);
  const first = words[0] ?? '';
  const hasThi = words.slice(0, -1).includes('thị');
  const isFemalePrefix = words.length > 1 && (first === 'h' || /^[Hh]['’ʼ]/u.test(name));
  const isMalePrefix = words.length > 1 && first === 'y';
  if (sex === 'male' && (hasThi || isFemalePrefix)) return questionOn('name-suggests-female');
  if (sex === 'female' && !hasThi && (isMalePrefix || words.slice(1, -1).includes('văn')))
    return questionOn('name-suggests-male');
  return [];
};
