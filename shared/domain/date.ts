import { z } from 'zod';

/** A day of the calendar, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** A date known to the year, month or day: `1965`, `1965-05`, `1965-05-04`. */
export type PartialDate = string;

/** A typed date as understood; a range of years from 1850 to 2200 is taken as meant. */
export type TypedDate =
  | { readonly kind: 'date'; readonly value: PartialDate }
  /** A year of two digits: the person is asked which century. */
  | { readonly kind: 'ambiguous-century'; readonly options: readonly PartialDate[] }
  | { readonly kind: 'invalid' };

const two = (value: number): string => String(value).padStart(2, '0');

/** Whether year, month and day name a day of the calendar. */
export const isRealDate = (year: number, month: number, day: number): boolean => {
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
};

const ofParts = (year: number, month?: number, day?: number): PartialDate | undefined => {
  if (year < 1850 || year > 2200) return undefined;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return `${year}-${two(month)}`;
  return isRealDate(year, month, day) ? `${year}-${two(month)}-${two(day)}` : undefined;
};

const read = (yearText: string, month?: number, day?: number): TypedDate => {
  if (yearText.length === 4) {
    const value = ofParts(Number(yearText), month, day);
    return value === undefined ? { kind: 'invalid' } : { kind: 'date', value };
  }
  const options = [1900, 2000]
    .map((century) => ofParts(century + Number(yearText), month, day))
    .filter((value) => value !== undefined);
  return options.length === 0 ? { kind: 'invalid' } : { kind: 'ambiguous-century', options };
};

/** A real day of the calendar: `2023-02-29` is refused. */
export const calendarDateSchema: z.ZodType<CalendarDate> = z.iso.date();

const isPartialDate = (text: string): boolean => {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!parts) return false;
  const [, year, month = '01', day = '01'] = parts;
  return isRealDate(Number(year), Number(month), Number(day));
};

/** A year, a month of a year or a real day. */
export const partialDateSchema: z.ZodType<PartialDate> = z.string().refine(isPartialDate, { error: 'date-invalid' });

/** Reads a date as people type it, day always first: 1965, 5/1965, 05/05/1965, 5-5-65, 5/3/85, 050385, 05031985. */
export const parseTypedDate = (typed: string): TypedDate => {
  const text = typed.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return read(text.slice(0, 4), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
  if (/^\d{4}-\d{2}$/.test(text)) return read(text.slice(0, 4), Number(text.slice(5, 7)));
  if (/^\d{4}$/.test(text)) return read(text);
  if (/^\d{6}$/.test(text)) return read(text.slice(4), Number(text.slice(2, 4)), Number(text.slice(0, 2)));
  if (/^\d{8}$/.test(text)) return read(text.slice(4), Number(text.slice(2, 4)), Number(text.slice(0, 2)));
  const month = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(text);
  if (month) return read(month[2] as string, Number(month[1]));
  const full = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$/.exec(text);
  if (full) return read(full[3] as string, Number(full[2]), Number(full[1]));
  return { kind: 'invalid' };
};

/** `1965`, `05/1965` or `04/05/1965`. */
export const formatDate = (value: PartialDate): string => value.split('-').reverse().join('/');

/** The year, which every partial date has. */
export const yearOf = (value: PartialDate): number => Number(value.slice(0, 4));

/** Full years a person has on a day; a date known to the year counts as 1 January. */
export const ageOn = (birthDate: PartialDate, day: CalendarDate): number => {
  const [month = '01', date = '01'] = birthDate.slice(5).split('-').filter(Boolean);
  const hadBirthday = day.slice(5) >= `${month}-${date}`;
  return yearOf(day) - yearOf(birthDate) - (hadBirthday ? 0 : 1);
};
