import { readCitizenId, withLostZero } from '#shared/domain/citizen-id.ts';
import type { Evidence } from './evidence.ts';
import type { PersonFacts } from './person-facts.ts';
import { isOneSlip } from './word-likeness.ts';

const of = (code: Evidence['code'], points: number): readonly Evidence[] => [{ code, points }];

/** A date of birth in parts; 1 January counts as "year only", which many sheets write so. */
export type ReadBirth = { readonly year: string; readonly month: string | null; readonly day: string | null };

export const readBirth = (birthDate: string | null | undefined): ReadBirth | null => {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(birthDate ?? '');
  if (!parts) return null;
  const [, year = '', month = null, day = null] = parts;
  return month === '01' && day === '01' ? { year, month: null, day: null } : { year, month, day };
};

const compareDays = (a: ReadBirth, b: ReadBirth): readonly Evidence[] => {
  if (a.month === null || b.month === null) return of('birth-year-equal', 5);
  if (a.day === null || b.day === null) return a.month === b.month ? of('birth-month-equal', 8) : of('birth-day-differs', -8);
  if (a.month === b.month && a.day === b.day) return of('birth-equal', 13);
  if (a.month === b.day && a.day === b.month) return of('birth-swapped', 11);
  const isSlip = (a.month === b.month && isOneSlip(a.day, b.day)) || (a.day === b.day && isOneSlip(a.month, b.month));
  return isSlip ? of('birth-slip', -1) : of('birth-day-differs', -9);
};

/** Dates of birth: 13 points for the same day, 5 for the same year where no more is known. */
export const compareBirths = (a: ReadBirth | null, b: ReadBirth | null): readonly Evidence[] => {
  if (a === null || b === null) return [];
  if (a.year === b.year) return compareDays(a, b);
  const sameDay = a.day !== null && a.day === b.day && a.month === b.month;
  if (sameDay && isOneSlip(a.year, b.year)) return of('birth-slip', 4);
  if (Math.abs(Number(a.year) - Number(b.year)) === 1) return of('birth-year-near', -6);
  return of('birth-year-differs', -14);
};

/** Digits of a citizen number with a lost zero put back. */
export const readNumber = (value: string | null | undefined): string | null => {
  const digits = (value ?? '').replace(/[\s.-]/g, '');
  return /^\d{8,12}$/.test(digits) ? (withLostZero(digits) ?? (digits.length === 8 ? `0${digits}` : digits)) : null;
};

/** Citizen numbers. A CMND (9 digits) and a CCCD (12) say nothing of each other. */
export const compareNumbers = (a: PersonFacts, b: PersonFacts): readonly Evidence[] => {
  const [first, second] = [readNumber(a.citizenId), readNumber(b.citizenId)];
  if (first === null || second === null) return [];
  if (first === second) {
    const lost = a.citizenId?.length !== b.citizenId?.length;
    return of(lost ? 'number-lost-zero' : 'number-equal', 22);
  }
  if (first.length !== second.length) return of('number-old-and-new', 0);
  if (isOneSlip(first, second)) return of('number-slip', 8);
  return first.length === 12 ? of('number-differs', -18) : of('number-differs', -12);
};

const numberAgainst = (number: string | null | undefined, other: PersonFacts): boolean => {
  const parts = readCitizenId(readNumber(number) ?? '');
  if (parts === undefined) return false;
  const year = readBirth(other.birthDate)?.year;
  return (year !== undefined && Number(year) !== parts.birthYear) || (other.sex != null && other.sex !== parts.sex);
};

/** A number of 12 digits tells sex and year: where the other entry says otherwise, it is another's. */
export const compareNumberWithFacts = (a: PersonFacts, b: PersonFacts): readonly Evidence[] => {
  const sameNumber = readNumber(a.citizenId) === readNumber(b.citizenId);
  return !sameNumber && (numberAgainst(a.citizenId, b) || numberAgainst(b.citizenId, a)) ? of('number-contradicts', -4) : [];
};

export const compareSexes = (a: PersonFacts, b: PersonFacts): readonly Evidence[] =>
  a.sex != null && b.sex != null && a.sex !== b.sex ? of('sex-differs', -10) : [];

const phonesOf = ({ phone }: PersonFacts): readonly string[] =>
  (phone ?? '')
    .split(/[;,/]/)
    .map((one) => one.replace(/\D/g, ''))
    .filter((one) => one.length >= 8);

/** A phone in common: families share one, so it weighs what a house does, and little more where the village is the same anyway. */
export const comparePhones = (a: PersonFacts, b: PersonFacts): readonly Evidence[] => {
  const others = new Set(phonesOf(b));
  const sameVillage = a.residentialUnitId != null && a.residentialUnitId === b.residentialUnitId;
  return phonesOf(a).some((phone) => others.has(phone)) ? of('phone-shared', sameVillage ? 4 : 9) : [];
};

/** Village and commune; a move is possible, so another place weighs little against. */
export const comparePlaces = (a: PersonFacts, b: PersonFacts): readonly Evidence[] => {
  const [village, otherVillage] = [a.residentialUnitId ?? null, b.residentialUnitId ?? null];
  if (village !== null && village === otherVillage) return of('village-equal', 9);
  const [commune, otherCommune] = [a.communeId ?? null, b.communeId ?? null];
  if (commune === null || otherCommune === null) return [];
  if (commune !== otherCommune) return of('commune-differs', -3);
  return village === null || otherVillage === null ? of('commune-equal', 7) : of('village-differs', 1);
};
