import type { Issue } from './record.ts';

/** Prefixes of eleven-digit mobile numbers and what became of them in 2018. */
// prettier-ignore
const renamed: Readonly<Record<string, string>> = {
  '0120': '070', '0121': '079', '0122': '077', '0126': '076', '0128': '078',
  '0123': '083', '0124': '084', '0125': '085', '0127': '081', '0129': '082',
  '0162': '032', '0163': '033', '0164': '034', '0165': '035', '0166': '036', '0167': '037', '0168': '038', '0169': '039',
  '0186': '056', '0188': '058', '0199': '059',
};

/** Digits of a phone number, old mobile prefixes made new, `+84` made `0`; several numbers stay apart by `; `. */
export const normalisePhone = (typed: string): string =>
  typed
    .split(/[;,/\n]|\s-\s/)
    .map((part) => part.replace(/[^\d+]/g, '').replace(/^\+?84(?=\d{9,10}$)/, '0'))
    .filter(Boolean)
    .map((digits) => {
      const prefix = renamed[digits.slice(0, 4)];
      return digits.length === 11 && prefix !== undefined ? prefix + digits.slice(4) : digits;
    })
    .join('; ');

const isKnownForm = (digits: string): boolean => /^0[35789]\d{8}$/.test(digits) || /^02\d{8,9}$/.test(digits);

const lostZero = /^[35789]\d{8}$/;

/**
 * Questions on normalised numbers: `phone-lost-zero`, `phone-form`. Never an error, and one number for several people is no issue:
 * odd and shared numbers are normal.
 */
export const checkPhone = (value: string): readonly Issue[] => {
  const numbers = value.split('; ');
  if (numbers.some((digits) => lostZero.test(digits))) return [{ code: 'phone-lost-zero', field: 'phone', severity: 'question' }];
  return numbers.every(isKnownForm) ? [] : [{ code: 'phone-form', field: 'phone', severity: 'question' }];
};

/** The numbers with the zero put back where nine digits show that it is lost, to be offered. */
export const withPhoneZeros = (value: string): string =>
  value
    .split('; ')
    .map((digits) => (lostZero.test(digits) ? `0${digits}` : digits))
    .join('; ');

/** Shows the first three and the last two digits of each number, and none of a number too short for that. */
export const maskPhone = (value: string): string =>
  value
    .split('; ')
    .map((digits) =>
      digits.length >= 9 ? `${digits.slice(0, 3)}${'•'.repeat(digits.length - 5)}${digits.slice(-2)}` : '•'.repeat(digits.length),
    )
    .join('; ');
