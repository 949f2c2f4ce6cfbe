import type { KeyboardEvent } from 'react';

const step: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 };

/** The line a key leads to, if it is a key that leads anywhere. */
export const targetOf = (key: string, active: number, count: number): number | undefined => {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const by = step[key];
  return by === undefined ? undefined : Math.min(count - 1, Math.max(0, active + by));
};

/** A sign that is typed to find something. */
export const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && event.key !== ' ' && event.key !== '/' && !event.ctrlKey && !event.altKey && !event.metaKey;

type HeadActions = {
  readonly count: number;
  readonly move: (to: number | null) => void;
  readonly sort: (adds: boolean) => void;
  readonly widen: (by: number) => void;
  readonly shift: (by: 1 | -1) => void;
};

const widthStep = 16;

/** Keys while they are on the heads: left and right choose, Enter orders, with Shift a column is drawn, with Ctrl it is moved. */
export const headKey = (event: KeyboardEvent, active: number, actions: HeadActions): boolean => {
  const { key } = event;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const by = key === 'ArrowLeft' ? -1 : 1;
    if (event.shiftKey) actions.widen(by * widthStep);
    else if (event.ctrlKey) actions.shift(by);
    else actions.move(Math.max(0, Math.min(actions.count - 1, active + by)));
  } else if (key === 'Enter' || key === ' ') actions.sort(event.shiftKey);
  else if (key === 'ArrowDown' || key === 'Escape') actions.move(null);
  else if (key !== 'ArrowUp') return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
};
