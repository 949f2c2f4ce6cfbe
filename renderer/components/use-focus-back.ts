import { useEffect, type RefObject } from 'react';

/** The button that stops work, and the one that started it, go or rest with the work: the keyboard is given back when it ends. */
export const useFocusBack = (isRunning: boolean, button: RefObject<HTMLButtonElement | null>): void => {
  useEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body || activeElement.matches('[role=dialog]');
    if (!isRunning && isLost) button.current?.focus();
  }, [isRunning, button]);
};
