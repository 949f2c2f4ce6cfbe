import type { ActionId } from '#shared/text/action-words.vi.ts';
import { actionText } from '#shared/text/action-words.vi.ts';

/** What the open screen does for an action. */
export type OpenAction = { readonly id: ActionId; readonly label: string; readonly run: () => void };

const open = new Map<symbol, OpenAction>();
const listeners = new Set<() => void>();
let current: readonly OpenAction[] = [];

const tell = (): void => {
  current = [...open.values()];
  for (const listener of listeners) listener();
};

/** Offers an action as long as its screen is open; the returned function takes it back. */
export const offer = (action: OpenAction): (() => void) => {
  const key = Symbol(action.id);
  open.set(key, action);
  tell();
  return () => {
    open.delete(key);
    tell();
  };
};

/** Everything that can be done now; of two for one action the later one counts. */
export const openActions = (): readonly OpenAction[] => current;

export const onActionsChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey'>;

/** A pressed key as the list of actions writes it. Shift is part of a sign (`?`), but not of a combination or a named key. */
export const combinationOf = ({ key, ctrlKey, altKey, shiftKey }: Pressed): string => {
  const isSign = key.length === 1 && !ctrlKey && !altKey;
  return `${ctrlKey ? 'ctrl+' : ''}${altKey ? 'alt+' : ''}${shiftKey && !isSign ? 'shift+' : ''}${key.toLowerCase()}`;
};

/** The action that a combination starts, as things stand. */
export const actionFor = (combination: string, actions: readonly OpenAction[]): OpenAction | undefined =>
  actions.findLast(({ id }) => actionText(id).keys.includes(combination));
