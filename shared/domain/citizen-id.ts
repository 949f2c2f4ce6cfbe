import { yearOf, type PartialDate } from './date.ts';
import type { Issue } from './record.ts';

const of = (code: string, severity: Issue['severity']): Issue => ({ code, field: 'citizenId', severity });

/** Century digit: even for men, odd for women, 0-1 for 19xx, 2-3 for 20xx (Circular 07/2016/TT-BCA, article 7). */
const checkTwelve = (digits: string, sex: string | null | undefined, birthDate: PartialDate | null | undefined): readonly Issue[] => {
  const centuryDigit = Number(digits[3]);
  const year = 1900 + 100 * Math.floor(centuryDigit / 2) + Number(digits.slice(4, 6));
  const sexOfNumber = centuryDigit % 2 === 0 ? 'male' : 'female';
  return [
    ...(sex != null && sex !== sexOfNumber ? [of('citizen-id-sex', 'question')] : []),
    ...(birthDate != null && yearOf(birthDate) !== year ? [of('citizen-id-year', 'question')] : []),
  ];
};

/** Issues of a citizen number: wrong length is an error; an old number of 9 digits, a lost zero, sex and year that differ are questions. */
export const checkCitizenId = (
  value: string,
  sex: string | null | undefined,
  birthDate: PartialDate | null | undefined,
): readonly Issue[] => {
  if (/^\d{12}$/.test(value)) return checkTwelve(value, sex, birthDate);
  if (/^\d{9}$/.test(value)) return [of('citizen-id-old', 'question')];
  if (/^\d{11}$/.test(value)) return [of('citizen-id-lost-zero', 'error')];
  if (/e\+/i.test(value)) return [of('citizen-id-rounded', 'error')];
  return [of('citizen-id-length', 'error')];
};

/** Shows only the last three digits. */
export const maskCitizenId = (value: string): string => `${'•'.repeat(Math.max(0, value.length - 3))}${value.slice(-3)}`;
