import { useCallback, useSyncExternalStore } from 'react';
import { readStored, store } from './stored-state.ts';

/** What a list looked like when it was left: filters, place, chosen row. Lives as long as the workspace is open. */
const kept = new Map<string, unknown>();
const listeners = new Set<() => void>();

/** Filters that are chosen from closed lists, and the folder packages go to, are kept from one day to the next; what else was typed never is. */
const lasting = /^[a-z-]+ (?:place|traits|ceased|findings|removed|stage|subject|role|kind|pool|folder)$/;

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
  if (lasting.test(name)) store(name, value);
  for (const listener of listeners) listener();
};

/** Whether a stored value has the shape of the constant it stands for: the program may have changed since. */
const hasShape = (value: unknown, model: unknown): boolean => {
  if (typeof value !== typeof model || value === null || Array.isArray(value) !== Array.isArray(model)) return false;
  if (typeof model !== 'object' || model === null) return true;
  return Object.entries(model).every(([key, part]) => hasShape((value as Readonly<Record<string, unknown>>)[key], part));
};

const readLasting = <T>(name: string, initial: T): T => {
  if (kept.has(name) || !lasting.test(name)) return readKept<T>(name) ?? initial;
  const stored = readStored(name);
  const value = hasShape(stored, initial) ? (stored as T) : initial;
  kept.set(name, value);
  return value;
};

/** State that is still there when the screen is opened again. `initial` is a constant. */
export const useKept = <T>(name: string, initial: T): readonly [value: T, set: (value: T) => void] => {
  const value = useSyncExternalStore(subscribe, () => readLasting<T>(name, initial));
  const set = useCallback(
    (next: T) => {
      keep(name, next);
    },
    [name],
  );
  return [value, set];
};
