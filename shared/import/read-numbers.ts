import { readCitizenId } from '#shared/domain/citizen-id.ts';
import { yearOf } from '#shared/domain/date.ts';
import { normalisePhone, withPhoneZeros } from '#shared/domain/phone.ts';
import { lineOf, type GridCell } from './grid.ts';
import { nothing, read, unread, type Reading } from './row-issue.ts';

type Bearer = { readonly sex: string | null; readonly birthDate: string | null };

const agrees = (number: string, { sex, birthDate }: Bearer): boolean => {
  const parts = readCitizenId(number);
  return (
    parts !== undefined && (sex === null || sex === parts.sex) && (birthDate === null || yearOf(birthDate) === parts.birthYear)
  );
};

/**
 * A citizen number. Zeros that the spreadsheet took from the front of a number are put back where the whole number then agrees with sex and
 * year of birth; otherwise the number stays as it is and the rules of the number say what is wrong with it.
 */
export const readCitizenNumber = (cell: GridCell | undefined, bearer: Bearer): Reading<string> => {
  if (cell === undefined) return nothing;
  const typed = lineOf(cell)
    .replace(/^(cccd|cmnd|cmt)\s*:?\s*/i, '')
    .replace(/[\s.'-]/g, '');
  if (cell.kind === 'error') return unread('cell-error', 'citizenId');
  if (/^\d[.,]?\d*e\+\d+$/i.test(typed)) return unread('citizen-id-rounded', 'citizenId');
  const full = /^\d{10,11}$/.test(typed) ? typed.padStart(12, '0') : typed;
  if (full !== typed && agrees(full, bearer) && bearer.sex !== null && bearer.birthDate !== null)
    return read(full, { code: 'citizen-id-zero-restored', field: 'citizenId', severity: 'question' });
  return read(typed);
};

/** Phone numbers of one cell; a zero that the spreadsheet took from the front is put back. */
export const readPhone = (cell: GridCell | undefined): Reading<string> => {
  if (cell === undefined) return nothing;
  if (cell.kind === 'error') return unread('cell-error', 'phone');
  const typed = cell.text.replace(/\s+(?:và|hoặc)\s+/gu, ';');
  if (/^\s*\d[.,]\d*e\+\d+\s*$/i.test(typed)) return unread('number-rounded', 'phone');
  const normal = normalisePhone(splitPacked(typed));
  if (normal === '') return unread('phone-form', 'phone', 'question');
  const full = withPhoneZeros(normal);
  return full === normal ? read(normal) : read(full, { code: 'phone-zero-restored', field: 'phone', severity: 'question' });
};

/** Two numbers with a space between them only: `0905123456 0262385111`. */
const splitPacked = (typed: string): string => typed.replace(/(\d{9,11})\s+(?=0\d{8,})/g, '$1;');

/** A count or an amount: `1.200`, `120 hộ`. */
export const readCount = (cell: GridCell | undefined, field: string): Reading<number> => {
  if (cell === undefined) return nothing;
  if (cell.kind === 'number' && cell.number !== null)
    return Number.isInteger(cell.number) && cell.number >= 0 ? read(cell.number) : unread('number-invalid', field);
  const digits = /^(\d{1,3}(?:[.,]\d{3})+|\d+)\s*(?:\p{L}+\s*)?$/u.exec(lineOf(cell))?.[1];
  return digits === undefined ? unread('number-invalid', field) : read(Number(digits.replace(/[.,]/g, '')));
};
