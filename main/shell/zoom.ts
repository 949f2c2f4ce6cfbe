import type { WebContents } from 'electron';
import { readStored, store } from './settings.ts';

/** Sizes that Ctrl with + and - go through. */
const factors = [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** Chromium counts zoom in levels: each is a fifth larger than the one before. */
const levelOf = (factor: number): number => Math.log(factor) / Math.log(1.2);
const factorOf = (level: number): number => 1.2 ** level;

/** How large windows are drawn; 1 is as designed. */
export const readZoom = (): number => Math.round(factorOf(readStored().zoom) * 100) / 100;

export const setZoom = (contents: WebContents, factor: number): void => {
  const zoom = levelOf(Math.max(factors[0], Math.min(factors.at(-1) ?? 1, factor)));
  contents.setZoomLevel(zoom);
  store({ zoom });
};

const stepped = (by: 1 | -1): number => {
  const now = readZoom();
  const next = by === 1 ? factors.find((one) => one > now + 0.01) : factors.findLast((one) => one < now - 0.01);
  return next ?? now;
};

/** Ctrl with +, - and 0: without a menu the window would have no zoom. */
export const keepZoom = (contents: WebContents): void => {
  contents.on('did-finish-load', () => {
    contents.setZoomLevel(readStored().zoom);
  });
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !input.control || input.alt || !['+', '=', '-', '0'].includes(input.key)) return;
    event.preventDefault();
    setZoom(contents, input.key === '0' ? 1 : stepped(input.key === '-' ? -1 : 1));
  });
};
