import { ageOn, isRealDate, parseTypedDate, yearOf, type PartialDate } from '#shared/domain/date.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { lineOf, type GridCell } from './grid.ts';
import { nothing, read, unread, type Reading, type RowIssue } from './row-issue.ts';

const dayLength = 86_400_000;
const serialOf1970 = 25_569;

/** The day of an Excel serial number; absent for numbers that are no day of the last or this century. */
const dayOfSerial = (serial: number): PartialDate | undefined =>
  serial < 3_654 || serial > 73_050
    ? undefined
    : new Date((Math.floor(serial) - serialOf1970) * dayLength).toISOString().slice(0, 10);

const two = (digits: string): string => digits.padStart(2, '0');

/** Dates in words and with remarks: `ngày 5 tháng 3 năm 1985`, `sinh năm 1965`, `1965 (54 tuổi)`, `05 / 03 /1985`. */
const plainForm = (typed: string): string => {
  const text = fold(typed)
    .replace(/\(.*?\)/g, ' ')
    .replace(/\bsn\b|\bsinh\b/g, ' ')
    .trim();
  const words = /^(?:ngay )?(?:(\d{1,2}) )?(?:thang (\d{1,2}) )?nam (\d{2,4})$/.exec(text.replace(/\s+/g, ' '));
  if (words) return [words[1], words[2], words[3]].filter((part) => part !== undefined).join('/');
  return text.replace(/\s*[/.\-\\,]\s*/g, '/').replace(/^\/+|\/+$/g, '');
};

/** A month in the first place, as programs set to American dates write it. */
const monthFirst = (text: string): PartialDate | undefined => {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!parts) return undefined;
  const [, month = '', day = '', year = ''] = parts;
  return isRealDate(Number(year), Number(month), Number(day)) ? `${year}-${two(month)}-${two(day)}` : undefined;
};

/** Of the centuries that two digits leave open, the one in which the person is of an age that a mediator can have. */
const likelyCentury = (options: readonly PartialDate[], today: string): readonly PartialDate[] =>
  options.filter((option) => {
    const age = ageOn(option, today);
    return age >= 18 && age <= 95;
  });

const readTyped = (typed: string, field: string, today: string): Reading<PartialDate> => {
  const text = plainForm(typed);
  if (/^\d{2}$/.test(text)) return readCentury([`19${text}`, `20${text}`], field, today);
  const parsed = parseTypedDate(text);
  if (parsed.kind === 'date') return read(parsed.value);
  if (parsed.kind === 'ambiguous-century') return readCentury(parsed.options, field, today);
  const american = monthFirst(text);
  return american === undefined
    ? unread('date-invalid', field)
    : { value: american, issues: [{ code: 'month-first', field, severity: 'decision' }] };
};

const readCentury = (options: readonly PartialDate[], field: string, today: string): Reading<PartialDate> => {
  const likely = field === 'birthDate' ? likelyCentury(options, today) : options.filter((option) => option <= today);
  const only = likely.length === 1 ? likely[0] : undefined;
  if (only !== undefined)
    return read(only, { code: 'century-assumed', field, severity: 'question', details: { year: yearOf(only) } });
  const [first] = likely.length > 0 ? likely : options;
  return first === undefined
    ? unread('date-invalid', field)
    : { value: first, issues: [{ code: 'date-century', field, severity: 'decision' }] };
};

const readNumber = (number: number, field: string, today: string): Reading<PartialDate> => {
  if (Number.isInteger(number) && number >= 1850 && number <= 2200) return read(String(number));
  const day = dayOfSerial(number);
  if (day !== undefined && day <= today) {
    const issue: RowIssue = { code: 'date-from-serial', field, severity: 'question' };
    return read(day, issue);
  }
  const digits = String(number);
  // 50385 is 050385 whose zero the spreadsheet took away.
  if (/^\d{5}$|^\d{7}$/.test(digits)) return readTyped(`0${digits}`, field, today);
  return readTyped(digits, field, today);
};

/** A date known to the year, month or day, as text, number or date of the spreadsheet. `field` names it in issues. */
export const readPartialDate = (cell: GridCell | undefined, field: string, today: string): Reading<PartialDate> => {
  if (cell === undefined) return nothing;
  if (cell.kind === 'error') return unread('cell-error', field);
  if (cell.kind === 'date' && cell.number !== null) {
    const day = dayOfSerial(cell.number);
    if (day !== undefined) return read(day);
    // A year typed into a cell that was formatted as a date: 1965 shows as 18/05/1905.
    return cell.number >= 1850 && cell.number <= 2200 ? read(String(cell.number)) : unread('date-invalid', field);
  }
  if (cell.kind === 'number' && cell.number !== null) return readNumber(cell.number, field, today);
  return readTyped(lineOf(cell), field, today);
};

/** A whole calendar date; a year or month alone is refused. */
export const readDay = (cell: GridCell | undefined, field: string, today: string): Reading<string> => {
  const found = readPartialDate(cell, field, today);
  if (found.value === null || found.value.length === 10) return found;
  return unread('day-missing', field);
};

/** Whether a birth date is the first of January, which many write for "year only". */
export const isJanuaryFirst = (date: PartialDate): boolean => date.endsWith('-01-01');
