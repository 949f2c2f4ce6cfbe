import type { Field } from './field.ts';
import { maskPhone } from './phone.ts';

/** A number of a person as it is shown without a reason (Law 91/2025/QH15): of a phone both ends, of other numbers the last four digits. */
export const maskedValue = (name: string, field: Pick<Field, 'privacy'> | undefined, value: string): string => {
  if (field?.privacy !== 'masked' || value === '') return value;
  if (name === 'phone') return maskPhone(value);
  return value.length > 4 ? `${'•'.repeat(value.length - 4)}${value.slice(-4)}` : '•'.repeat(value.length);
};
