/**
 * What windows remember from one day to the next, for each user apart: how lists are set up, which commune is chosen. Names of columns,
 * codes and numbers; never anything that was typed.
 */
let owner = '';

export const rememberFor = (userId: string): void => {
  owner = userId;
};

const keyOf = (name: string): string => `${owner} ${name}`;

/** What was stored under a name, of whatever shape; `undefined` when nothing can be read. */
export const readStored = (name: string): unknown => {
  try {
    const text = window.localStorage.getItem(keyOf(name));
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
};

export const store = (name: string, value: unknown): void => {
  try {
    window.localStorage.setItem(keyOf(name), JSON.stringify(value));
  } catch {
    // A full or locked profile: the window works without a memory.
  }
};
