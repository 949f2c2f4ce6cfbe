import { ethnicGroupCodes } from '#shared/catalogue/ethnic-groups.ts';
import { findUnitById } from '#shared/catalogue/units.ts';
import { labelOf } from '#shared/catalogue/code-lists.ts';
import { formatDate } from '#shared/domain/date.ts';
import type { Field } from '#shared/domain/field.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { words } from '#shared/text/screen-words.vi.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `14:05 02/12/2019`, local time. */
export const formatTime = (instant: string): string => {
  const at = new Date(instant);
  return `${two(at.getHours())}:${two(at.getMinutes())} ${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
};

/** Today at this PC, `YYYY-MM-DD`: only to show where something stands, never for a rule. */
export const localToday = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

export const formatPartial = (value: string | null | undefined): string => (value == null ? '' : formatDate(value));

/** First and last day of something, what they share said once: `15-16/08/2019`, `30/06 - 01/07/2019`. */
export const formatDays = (startsOn: string | null, endsOn: string | null): string => {
  const [first, last] = [formatPartial(startsOn), formatPartial(endsOn)];
  if (last === '' || last === first) return first;
  if (startsOn?.slice(0, 7) === endsOn?.slice(0, 7)) return `${first.slice(0, 2)}-${last}`;
  return startsOn?.slice(0, 4) === endsOn?.slice(0, 4) ? `${first.slice(0, 5)} - ${last}` : `${first} - ${last}`;
};

export const ethnicName = (code: string | null): string => (code === null ? '' : labelOf(ethnicGroupCodes, code));

export const unitName = (id: string | null): string => (id === null ? '' : (findUnitById(id)?.fullName ?? id));

const teamPrefix = /^tổ hòa giải\s+(?=\S)/iu;

/** A team's name under a head that says what it is: `Tổ hòa giải thôn 3` as `Thôn 3`, so that what differs is not cut. */
export const shortTeamName = (name: string): string => {
  const rest = name.normalize('NFC').replace(teamPrefix, '');
  return rest === name ? name : rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1);
};

/** A plain value as text; anything else as JSON. */
export const plainText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const formatByField = (field: Field, value: unknown): string => {
  if (field.codes)
    return Array.isArray(value)
      ? value.map((code) => labelOf(field.codes ?? [], String(code))).join(', ')
      : labelOf(field.codes, plainText(value));
  if (field.type === 'date' || field.type === 'partial-date') return formatDate(plainText(value));
  if (field.type === 'unit') return unitName(plainText(value));
  return typeof value === 'number' ? formatCount(value) : plainText(value);
};

const noTitles: ReadonlyMap<string, string> = new Map();

const formatReference = (value: unknown, titles: ReadonlyMap<string, string>): string =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value])
    .map((one) => titles.get(plainText(one)) ?? plainText(one).slice(0, 13))
    .join(', ');

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A value as people read it. What a field refers to is shown by its title, where that is known, else by the first part of its id. */
export const formatValue = (
  kind: string,
  fieldName: string | null,
  value: unknown,
  titles: ReadonlyMap<string, string> = noTitles,
): string => {
  if (isBlank(value)) return words.history.blank;
  if (typeof value === 'boolean') return value ? words.common.yes : words.common.no;
  const field = fieldName === null ? undefined : findKind(kind)?.fields[fieldName];
  if (field?.type === 'reference' || field?.type === 'references') return formatReference(value, titles);
  if (typeof value === 'number' && /year$/i.test(fieldName ?? '')) return String(value);
  if (field) return formatByField(field, value);
  if (typeof value === 'object' && value !== null && 'reason' in value)
    return `${words.history.removed}: ${plainText(value.reason)}`;
  return plainText(value);
};
