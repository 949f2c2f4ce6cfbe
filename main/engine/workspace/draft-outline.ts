/** What a draft is about, in a line of a list: a name or number that was typed, and how many rows there are. */
export type DraftOutline = { readonly title: string; readonly rowCount: number };

const naming = ['fullName', 'name', 'title', 'number', 'guestName', 'organisationName', 'subject', 'note'] as const;

const titleOf = (values: unknown): string => {
  if (typeof values !== 'object' || values === null) return '';
  const typed = values as Readonly<Record<string, unknown>>;
  const found = naming.map((name) => typed[name]).find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? found.trim() : '';
};

const parsed = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
};

/** Reads a draft as its form kept it: fields of one record, or rows of a grid. Whatever else stands there has no title. */
export const outlineOfDraft = (content: string): DraftOutline => {
  const value = parsed(content);
  if (!Array.isArray(value)) return { title: titleOf(value), rowCount: 1 };
  return { title: value.map(titleOf).find((title) => title !== '') ?? '', rowCount: value.length };
};
