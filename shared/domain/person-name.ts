import { fold } from '#shared/text/vietnamese.ts';
import type { Issue } from './record.ts';

const allowed = /^[\p{L}\p{M}][\p{L}\p{M}'’ʼ.\- ]*$/u;

/** Letters with any marks (ơ̆, ŭ, č, ñ of Ê Đê too), apostrophes, dots, hyphens and spaces. */
export const isPersonName = (name: string): boolean => allowed.test(name);

const questionOn = (code: string): readonly Issue[] => [{ code, field: 'sex', severity: 'question' }];

/** "Thị", "Văn", Y and H' say something of the sex, but only as a question. */
export const checkNameAgainstSex = (name: string, sex: string | null | undefined): readonly Issue[] => {
  const words = name.split(' ').map(fold);
  const middle = words.slice(1, -1);
  const first = words[0] ?? '';
  if (sex === 'male' && (middle.includes('thi') || /^[Hh]['’ʼ]/u.test(name) || first === 'h')) return questionOn('name-suggests-female');
  if (sex === 'female' && (middle.includes('van') || first === 'y')) return questionOn('name-suggests-male');
  return [];
};
