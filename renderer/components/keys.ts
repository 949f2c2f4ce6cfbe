import type { KeyboardEvent } from 'react';

const focusable =
  'input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled), button[data-field]:not(:disabled)';

/** Moves to the next or previous field of a form. Returns whether there was one. */
export const moveFocus = (form: HTMLElement, from: Element, by: 1 | -1): boolean => {
  const fields = [...form.querySelectorAll<HTMLElement>(focusable)].filter((field) => field.offsetParent !== null);
  const next = fields[fields.indexOf(from as HTMLElement) + by];
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
  return next !== undefined;
};

/**
 * Keys of every form: Enter goes to the next field and never submits, Shift+Enter back, Ctrl+Enter saves (and goes on, where a form does),
 * Ctrl+S saves and closes. In a paragraph that holds text Enter is a line of it. While an input method composes, Enter belongs to it.
 */
export const formKeys =
  (save: () => void, saveAndClose: () => void = save) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.ctrlKey && (event.key === 'Enter' || event.key === 's')) {
      event.preventDefault();
      if (event.key === 's') saveAndClose();
      else save();
      return;
    }
    const target = event.target as Element;
    const isParagraph = target instanceof HTMLTextAreaElement && (event.shiftKey || target.value === '');
    const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement || isParagraph;
    if (event.key !== 'Enter' || !isField) return;
    event.preventDefault();
    moveFocus(event.currentTarget, target, event.shiftKey ? -1 : 1);
  };

/** What is typed over a list begins a new search: it takes the place of the last one. */
export const beginSearch = (input: HTMLInputElement | null): void => {
  input?.focus();
  input?.select();
};
