import { formatDate } from '#shared/domain/date.ts';
import type { Field } from '#shared/domain/field.ts';
import { checkNameAgainstSex } from '#shared/domain/person-name.ts';
import type { Issue } from '#shared/domain/record.ts';
import { readTypedDate } from '#shared/domain/typed-date.ts';
import { gridWords } from '#shared/text/grid-words.vi.ts';
import { fold } from '#shared/text/vietnamese.ts';
import type { Option } from '#renderer/forms/options.ts';

/** A cell as read: what it stands for, or what is wrong with it. An empty cell is `null`. */
export type ReadCell =
  | { readonly ok: true; readonly value: string | number | boolean | null; readonly shown: string }
  | { readonly ok: false; readonly issue: Issue };

const wrong = (code: string, field: string): ReadCell => ({ ok: false, issue: { code, field, severity: 'error' } });

const initialsOf = (label: string): string =>
  fold(label)
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('');

const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

/** The one option that a text means: the whole label, its beginning, or its initials ("tt" for "Tổ trưởng"), tones or not. */
export const findOption = (options: readonly Option[], typed: string): Option | undefined => {
  const text = fold(typed);
  const keyed = options.map((option) => ({ option, key: fold(option.label) }));
  return (
    keyed.find(({ key }) => key === text)?.option ??
    only(keyed.filter(({ key }) => key.startsWith(text)))?.option ??
    only(options.filter((option) => initialsOf(option.label) === text)) ??
    only(keyed.filter(({ key }) => text.split(' ').every((word) => key.includes(word))))?.option
  );
};

const readDate = (name: string, field: Field, text: string, today: string): ReadCell => {
  const read = readTypedDate(text, name, today);
  if (read.kind === 'invalid') return wrong('date-invalid', name);
  if (read.kind === 'doubtful') return wrong(read.why === 'century' ? 'date-century' : 'date-unclear', name);
  const { value } = read;
  return field.schema.safeParse(value).success ? { ok: true, value, shown: formatDate(value) } : wrong('date-invalid', name);
};

/** "x" and the like are a mark, as lists on paper have it; "không" and 0 say that there is none. */
const readMark = (name: string, text: string): ReadCell => {
  if (/^(?:x|v|✓|1|co|yes)$/.test(fold(text))) return { ok: true, value: true, shown: gridWords.yes };
  return /^(?:khong|0|no|-)$/.test(fold(text)) ? { ok: true, value: false, shown: '' } : wrong('mark-unclear', name);
};

const readNumber = (name: string, field: Field, text: string): ReadCell => {
  const parsed = field.schema.safeParse(Number(text.replace(/[.\s]/g, '')));
  if (!/^\d[\d.\s]*$/.test(text)) return wrong('field-invalid', name);
  return parsed.success ? { ok: true, value: parsed.data as number, shown: text } : wrong('number-out-of-range', name);
};

/** Reads what was typed or pasted into a cell. */
export const readCell = (name: string, field: Field, options: readonly Option[], typed: string, today: string): ReadCell => {
  const text = typed.trim();
  if (text === '') return field.required ? wrong('field-required', name) : { ok: true, value: null, shown: '' };
  if (options.length > 0) {
    const found = findOption(options, text);
    return found ? { ok: true, value: found.value, shown: found.label } : wrong('code-unknown', name);
  }
  if (field.type === 'boolean') return readMark(name, text);
  if (field.type === 'integer') return readNumber(name, field, text);
  if (field.type === 'date' || field.type === 'partial-date') return readDate(name, field, text, today);
  const parsed = field.schema.safeParse(text);
  if (parsed.success) return { ok: true, value: parsed.data as string, shown: text };
  const message = parsed.error.issues[0]?.message ?? '';
  return wrong(message.includes('-') && !message.includes(' ') ? message : 'field-invalid', name);
};

/** What a name says of the sex ("Thị", "Văn", Y, H'), to fill an empty cell that the clerk then sees. */
export const suggestSex = (fullName: string): 'male' | 'female' | undefined => {
  if (fullName.trim() === '') return undefined;
  if (checkNameAgainstSex(fullName, 'male').length > 0) return 'female';
  return checkNameAgainstSex(fullName, 'female').length > 0 ? 'male' : undefined;
};
