import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';

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
 * Keys of every form: Enter goes to the next field and never submits, Shift+Enter back, Ctrl+Enter saves. While an input method composes,
 * Enter belongs to it.
 */
export const formKeys =
  (save: () => void) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.ctrlKey && (event.key === 'Enter' || event.key === 's')) {
      event.preventDefault();
      save();
      return;
    }
    const target = event.target as Element;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (event.key !== 'Enter' || !isField) return;
    event.preventDefault();
    moveFocus(event.currentTarget, target, event.shiftKey ? -1 : 1);
  };

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** A key of the whole screen, e.g. `ctrl+n`, `f1`, `escape`; a lone sign such as `/` only where nothing is being typed. */
export const useKey = (combination: string, action: () => void, enabled = true): void => {
  const latest = useRef(action);
  useLayoutEffect(() => {
    latest.current = action;
  }, [action]);
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return;
      const pressed = `${event.ctrlKey ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${event.key.toLowerCase()}`;
      if (pressed !== combination || document.querySelector('[role=dialog]')) return;
      if (combination.length === 1 && isTyping(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [combination, enabled]);
};
