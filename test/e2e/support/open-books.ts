import { words } from '#shared/text/screen-words.vi.ts';
import { password } from './books.ts';
import { expectText, pressButton, tabTo, typeAndNext } from './keyboard.ts';
import type { RunningApp } from './launch.ts';

/** Opens a workspace from the first window by keyboard, through to home. */
export const openBooks = async ({ page, answerDialogs }: RunningApp, workspace: string): Promise<void> => {
  answerDialogs([workspace]);
  await pressButton(page, words.start.openFolder);
  await tabTo(page, words.start.password);
  await typeAndNext(page, password);
  await expectText(page, words.home.attention);
};
