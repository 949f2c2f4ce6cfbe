import { ageOn, parseTypedDate, type CalendarDate, type PartialDate } from './date.ts';

/** A typed date as understood for a field. */
export type TypedReading =
  | {
      readonly kind: 'date';
      readonly value: PartialDate;
      /** `century`: two digits of the year, and one century alone makes sense; `zeros`: digits without their zeros. */
      readonly assumed: 'century' | 'zeros' | null;
    }
  /** Several days make sense and a person is asked; `why`: the year has two digits, or the digits lack their zeros. */
  | { readonly kind: 'doubtful'; readonly why: 'century' | 'zeros'; readonly options: readonly PartialDate[] }
  | { readonly kind: 'invalid' };

const [youngest, oldest] = [16, 95] as const;

/**
 * Whether a date makes sense where it stands: of birth, with an age that people in these books have; of anything else, not in the future
 * and within a life. Dates that fail may be right all the same, so that this chooses among readings and refuses nothing.
 */
export const isLikelyDate = (value: PartialDate, field: string, today: CalendarDate): boolean => {
  const age = ageOn(value, today);
  return field === 'birthDate' ? age >= youngest && age <= oldest : value <= today && age < oldest;
};

const likely = (options: readonly PartialDate[], field: string, today: CalendarDate): readonly PartialDate[] =>
  options.filter((option) => isLikelyDate(option, field, today));

const chosen = (options: readonly PartialDate[], why: 'century' | 'zeros', field: string, today: CalendarDate): TypedReading => {
  const found = likely(options, field, today);
  const [only] = found;
  if (found.length === 1 && only !== undefined) return { kind: 'date', value: only, assumed: why };
  return options.length === 0 ? { kind: 'invalid' } : { kind: 'doubtful', why, options: found.length > 1 ? found : options };
};

const days = (text: string, pattern: RegExp): readonly PartialDate[] => {
  const parts = pattern.exec(text);
  const read = parts ? parseTypedDate(`${parts[1] ?? ''}/${parts[2] ?? ''}/${parts[3] ?? ''}`) : { kind: 'invalid' as const };
  if (read.kind === 'date') return [read.value];
  return read.kind === 'ambiguous-century' ? read.options : [];
};

/**
 * Days that digits without their zeros may mean. `leading`: only the first zero is gone, as spreadsheets take it from a number (50385 is
 * 050385, 5031985 is 05031985), or all are (5385 is 5/3/85); `inner`: the month alone lost its zero (12385 is 12/3/85).
 */
export const daysWithoutZeros = (
  digits: string,
): { readonly leading: readonly PartialDate[]; readonly inner: readonly PartialDate[] } => ({
  leading: [
    ...days(digits, /^(\d)(\d)(\d\d)$/),
    ...days(digits, /^(\d)(\d\d)(\d\d)$/),
    ...days(digits, /^(\d)(\d\d)(\d{4})$/),
    ...days(digits, /^(\d)(\d)(\d{4})$/),
  ],
  inner: [...days(digits, /^(\d\d)(\d)(\d\d)$/), ...days(digits, /^(\d\d)(\d)(\d{4})$/)],
});

/**
 * Reads a date as people type it, one rule for forms, rows and spreadsheets: what `parseTypedDate` reads, a year of birth of two digits, and
 * digits whose zeros are lost. Of two centuries the one that makes sense is taken; where both do or none, it is a question.
 */
export const readTypedDate = (typed: string, field: string, today: CalendarDate): TypedReading => {
  const text = typed.trim();
  if (field === 'birthDate' && /^\d{2}$/.test(text)) return chosen([`19${text}`, `20${text}`], 'century', field, today);
  const parsed = parseTypedDate(text);
  if (parsed.kind === 'date') return { ...parsed, assumed: null };
  if (parsed.kind === 'ambiguous-century') return chosen(parsed.options, 'century', field, today);
  const { leading, inner } = daysWithoutZeros(text);
  const all = [...new Set([...leading, ...inner])];
  const [only] = all;
  // A year of four digits leaves nothing open.
  if (text.length >= 6 && all.length === 1 && only !== undefined) return { kind: 'date', value: only, assumed: null };
  return chosen(all, 'zeros', field, today);
};
