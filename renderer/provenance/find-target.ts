export type Target = { readonly records: string; readonly field: string | undefined };

const marked = '[data-records]';

/** The line of a list that the keyboard is on: lists keep the focus themselves and name their active line. */
const activeLine = (list: Element | null): Element | null => {
  const id = list?.getAttribute('aria-activedescendant');
  return id == null ? null : document.getElementById(id);
};

const targetOf = (holder: Element | null, focused: Element | null): Target | null => {
  const records = holder?.getAttribute('data-records');
  if (records == null || records === '') return null;
  return { records, field: focused?.closest('[data-value]')?.getAttribute('data-value') ?? undefined };
};

/** What is asked about: where the keyboard is, else the chosen line or the record of what is open. */
export const findTarget = (): Target | null => {
  const focused = document.activeElement;
  const scope = [...document.querySelectorAll('main, [role=dialog]')].at(-1) ?? null;
  const line = activeLine(focused)?.closest(marked) ?? focused?.closest(marked);
  const list = scope?.querySelector('[aria-activedescendant]') ?? null;
  const holder = line ?? activeLine(list)?.closest(marked) ?? scope?.querySelector(marked) ?? null;
  return targetOf(holder, focused);
};
