import { formatDate, isRealDate, yearOf, type PartialDate } from '#shared/domain/date.ts';
import { daysWithoutZeros, isLikelyDate, readTypedDate } from '#shared/domain/typed-date.ts';
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

const dateIssue = (code: string, field: string, severity: RowIssue['severity'], details?: RowIssue['details']): RowIssue => ({
  code,
  field,
  severity,
  ...(details === undefined ? {} : { details }),
});

const assumed = (value: PartialDate, why: 'century' | 'zeros', field: string): Reading<PartialDate> =>
  why === 'century'
    ? read(value, dateIssue('century-assumed', field, 'question', { year: yearOf(value) }))
    : read(value, dateIssue('date-zeros-lost', field, 'question', { day: formatDate(value) }));

const doubtful = (options: readonly PartialDate[], code: string, field: string): Reading<PartialDate> => {
  const [first] = options;
  if (first === undefined) return unread('date-invalid', field);
  return read(first, dateIssue(code, field, 'decision', { options: options.map(formatDate).join(' / ') }));
};

const readTyped = (typed: string, field: string, today: string): Reading<PartialDate> => {
  const text = plainForm(typed);
  const found = readTypedDate(text, field, today);
  if (found.kind === 'date') return found.assumed === null ? read(found.value) : assumed(found.value, found.assumed, field);
  if (found.kind === 'doubtful') return doubtful(found.options, found.why === 'century' ? 'date-century' : 'date-unclear', field);
  const american = monthFirst(text);
  return american === undefined
    ? unread('date-invalid', field)
    : { value: american, issues: [dateIssue('month-first', field, 'decision')] };
};

/** What digits alone may mean: the spreadsheet's number of a day, or a day typed without separators whose zeros are lost. */
const meaningsOf = (digits: string, field: string, today: string) => {
  const day = /^\d{4,5}$/.test(digits) && !isYear(Number(digits)) ? dayOfSerial(Number(digits)) : undefined;
  const { leading, inner } = daysWithoutZeros(digits);
  const isLikely = (option: PartialDate): boolean => isLikelyDate(option, field, today);
  return {
    serial: day !== undefined && isLikely(day) ? day : undefined,
    leading: leading.filter(isLikely),
    inner: inner.filter(isLikely),
  };
};

const isYear = (number: number): boolean => Number.isInteger(number) && number >= 1850 && number <= 2200;

/** How the numbers in a column of dates are meant, told by those that make sense one way only; absent where nothing or both are told. */
export const habitOf = (
  cells: readonly (GridCell | undefined)[],
  field: string,
  today: string,
): NonNullable<GridCell['habit']> | undefined => {
  const told = cells.flatMap((cell) => {
    if (cell === undefined || cell.kind === 'date') return [];
    const { serial, leading } = meaningsOf(lineOf(cell), field, today);
    return (serial === undefined) === (leading.length === 0)
      ? []
      : [serial === undefined ? ('digits' as const) : ('serial' as const)];
  });
  const [first] = told;
  return told.every((one) => one === first) ? first : undefined;
};

/** Of a number the spreadsheet took the first zero and none but the first; in a text any may be missing. */
const readDigits = (digits: string, cell: GridCell, field: string, today: string): Reading<PartialDate> => {
  const { serial, leading } = meaningsOf(digits, field, today);
  const [typed] = leading;
  const day = cell.habit === 'digits' && typed !== undefined ? undefined : serial;
  if (day === undefined)
    return cell.kind === 'number' && leading.length === 1 && typed !== undefined
      ? assumed(typed, 'zeros', field)
      : readTyped(digits, field, today);
  return typed === undefined || cell.habit === 'serial'
    ? read(day, dateIssue('date-from-serial', field, 'question', { day: formatDate(day) }))
    : doubtful([day, ...leading], 'date-unclear', field);
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
  if (cell.kind === 'number' && cell.number !== null && isYear(cell.number)) return read(String(cell.number));
  // A day with its time: the day counts.
  const text = cell.kind === 'number' && cell.number !== null ? String(Math.floor(cell.number)) : lineOf(cell);
  return /^\d{4,5}$/.test(text) ? readDigits(text, cell, field, today) : readTyped(text, field, today);
};

/** A whole calendar date; a year or month alone is refused. */
export const readDay = (cell: GridCell | undefined, field: string, today: string): Reading<string> => {
  const found = readPartialDate(cell, field, today);
  if (found.value === null || found.value.length === 10) return found;
  return unread('day-missing', field);
};

/** Whether a birth date is the first of January, which many write for "year only". */
export const isJanuaryFirst = (date: PartialDate): boolean => date.endsWith('-01-01');
