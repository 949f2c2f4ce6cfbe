import { useEffect } from 'react';
import { actionText } from '#shared/text/action-words.vi.ts';
import { actionFor, combinationOf, openActions } from './registry.ts';

const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** The one place that turns keys of the window into actions. Behind a dialog nothing is started; while an input method composes neither. */
export const useActionKeys = (): void => {
  useEffect(() => {
    // The field in which something was typed since it has the focus.
    let typedIn: EventTarget | null = null;
    const enter = (): void => {
      typedIn = null;
    };
    const type = (event: Event): void => {
      typedIn = event.target;
    };
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented || document.querySelector('[role=dialog]')) return;
      const combination = combinationOf(event);
      if (combination.length === 1 && isField(event.target)) return;
      const action = actionFor(combination, openActions());
      if (action === undefined || (actionText(action.id).yieldsToTyping === true && typedIn === event.target)) return;
      event.preventDefault();
      action.run();
    };
    document.addEventListener('focusin', enter);
    document.addEventListener('input', type);
    window.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('focusin', enter);
      document.removeEventListener('input', type);
      window.removeEventListener('keydown', press);
    };
  }, []);
};
