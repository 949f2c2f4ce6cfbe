import { useSyncExternalStore } from 'react';
import { readStored, store } from './stored-state.ts';

/** How the window looks: on paper-coloured ground, for dark rooms, or black on white with hard lines. */
export const looks = ['light', 'dark', 'contrast'] as const;
export type Look = (typeof looks)[number];

const name = 'look';
const listeners = new Set<() => void>();

const readLook = (): Look => looks.find((one) => one === readStored(name)) ?? 'light';

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Chooses a look; it is kept for the user from one day to the next. */
export const setLook = (look: Look): void => {
  store(name, look);
  tellLook();
};

/** Another user has another look: asked for when somebody opens the books. */
export const tellLook = (): void => {
  document.documentElement.dataset.look = readLook();
  for (const listener of listeners) listener();
};

export const useLook = (): Look => useSyncExternalStore(subscribe, readLook);
