import { yearOf, type PartialDate } from './date.ts';
import type { Issue } from './record.ts';

const of = (code: string, severity: Issue['severity']): Issue => ({ code, field: 'citizenId', severity });

/** What a number of 12 digits says of its bearer. There is no check digit. */
export type CitizenIdParts = {
  /** Province or country of birth registration, three digits; every value is taken. */
  readonly place: string;
  readonly sex: 'male' | 'female';
  readonly birthYear: number;
};

/** Reads a number of 12 digits. Fourth digit: even for men, odd for women, 0-1 for 19xx, 2-3 for 20xx (Circular 07/2016/TT-BCA, article 7). */
export const readCitizenId = (value: string): CitizenIdParts | undefined => {
  if (!/^\d{12}$/.test(value)) return undefined;
  const century = Number(value[3]);
  return {
    place: value.slice(0, 3),
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(value.slice(4, 6)),
  };
};

/** The number with the zero that a spreadsheet took from its front, to be offered; absent unless there are 11 digits. */
export const withLostZero = (value: string): string | undefined => (/^\d{11}$/.test(value) ? `0${value}` : undefined);

const checkParts = (
  parts: CitizenIdParts,
  sex: string | null | undefined,
  birthDate: PartialDate | null | undefined,
): readonly Issue[] => [
  ...(sex != null && sex !== parts.sex ? [of('citizen-id-sex', 'question')] : []),
  ...(birthDate != null && yearOf(birthDate) !== parts.birthYear ? [of('citizen-id-year', 'question')] : []),
];

/**
 * Issues of a citizen number written without spaces. Errors: `citizen-id-length`, `citizen-id-lost-zero` (11 digits),
 * `citizen-id-rounded` (6.61E+10, cannot be restored). Questions: `citizen-id-old` (9 digits), `citizen-id-sex`, `citizen-id-year`.
 */
export const checkCitizenId = (
  value: string,
  sex: string | null | undefined,
  birthDate: PartialDate | null | undefined,
): readonly Issue[] => {
  const parts = readCitizenId(value);
  if (parts) return checkParts(parts, sex, birthDate);
  if (/^\d{9}$/.test(value)) return [of('citizen-id-old', 'question')];
  if (withLostZero(value) !== undefined) return [of('citizen-id-lost-zero', 'error')];
  if (/e\+/i.test(value)) return [of('citizen-id-rounded', 'error')];
  return [of('citizen-id-length', 'error')];
};

/** Shows only the last three digits, and none of a number too short to hide the others. */
export const maskCitizenId = (value: string): string => {
  const shown = value.length >= 9 ? 3 : 0;
  return '•'.repeat(value.length - shown) + value.slice(value.length - shown);
};
