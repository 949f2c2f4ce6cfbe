import { useEffect, useLayoutEffect, useRef } from 'react';
import { actionText, showKey, type ActionId } from '#shared/text/action-words.vi.ts';
import { offer } from './registry.ts';

type Options = {
  readonly enabled?: boolean;
  /** More exact than the action's own label, e.g. what is added here. */
  readonly label?: string;
};

/** Says what the screen does for an action while it is open: its keys start it and the palette lists it. */
export const useAction = (id: ActionId, run: () => void, { enabled = true, label }: Options = {}): void => {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  }, [run]);
  useEffect(() => {
    if (!enabled) return undefined;
    return offer({
      id,
      label: label ?? actionText(id).label,
      run: () => {
        latest.current();
      },
    });
  }, [id, enabled, label]);
};

const spoken: Readonly<Record<string, string>> = { ctrl: 'Control', alt: 'Alt', shift: 'Shift', escape: 'Escape' };

/** Tooltip and spoken keys of the button that does the same as an action. */
export const hintOf = (
  id: ActionId,
  label = actionText(id).label,
): { readonly title: string; readonly 'aria-keyshortcuts': string } => {
  const { keys } = actionText(id);
  return {
    title: `${label} (${keys.map(showKey).join(', ')})`,
    'aria-keyshortcuts': keys
      .map((key) =>
        key
          .split('+')
          .map((part) => spoken[part] ?? part.toUpperCase())
          .join('+'),
      )
      .join(' '),
  };
};
