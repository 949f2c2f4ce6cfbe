import { useCallback, useSyncExternalStore } from 'react';

/** What a list looked like when it was left: filters, place, chosen row. Lives as long as the workspace is open, never on disk. */
const kept = new Map<string, unknown>();
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const forgetKept = (): void => {
  kept.clear();
};

export const readKept = <T>(name: string): T | undefined => kept.get(name) as T | undefined;

export const keep = (name: string, value: unknown): void => {
  kept.set(name, value);
  for (const listener of listeners) listener();
};

/** State that is still there when the screen is opened again. `initial` is a constant. */
export const useKept = <T>(name: string, initial: T): readonly [value: T, set: (value: T) => void] => {
  const value = useSyncExternalStore(subscribe, () => readKept<T>(name) ?? initial);
  const set = useCallback(
    (next: T) => {
      keep(name, next);
    },
    [name],
  );
  return [value, set];
};
