import type { SheetCell } from './read-sheet.ts';
import { dateOfSerial } from './serial-date.ts';

/** Formats that a file names by number alone, as far as they show something other than the bare number. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
};

/** Local dates of East Asian editions. */
const isLocalDate = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The format behind a number; `null` where it is general or unknown. */
export const builtInFormat = (id: number): string | null => builtIn[id] ?? (isLocalDate(id) ? 'dd/mm/yyyy' : null);

const bareFormat = (format: string): string => (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');

/** Whether a number in this format is shown as a calendar date; a time of day alone is none. */
export const isDateFormat = (format: string | null): boolean =>
  format !== null && /[dy]|mmm/i.test(bareFormat(format).replace(/general|standard/i, ''));

const plainNumber = (value: number): string => {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  return String(value);
};

const shownNumber = (value: number, format: string | null): string => {
  const plain = plainNumber(value);
  if (format === null || !Number.isInteger(value) || value < 0) return plain;
  const bare = bareFormat(format);
  return /^0{2,}$/.test(bare.trim()) ? plain.padStart(bare.trim().length, '0') : plain;
};

/** The cell of a number; a date where the format says so and there is such a day. */
export const numberCell = (value: number, format: string | null, font: string | null): SheetCell => {
  const day = isDateFormat(format) ? dateOfSerial(value) : undefined;
  return day === undefined
    ? { kind: 'number', value, text: shownNumber(value, format), format, font, runs: null }
    : { kind: 'date', value, text: day.split('-').reverse().join('/'), format, font, runs: null };
};
