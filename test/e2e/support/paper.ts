import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { pressButton } from './keyboard.ts';
import type { RunningApp } from './launch.ts';

const papers = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.pdf'));

/** Text of the paper that the printer gets while something is done, in composed form. The paper is taken away. */
export const printedBy = async ({ page, folder }: RunningApp, print: () => Promise<void>): Promise<string> => {
  const before = new Set(papers(folder));
  await expect(page.getByText(words.printing.printed)).toHaveCount(0);
  await print();
  // The print process draws the whole paper first.
  await expect(page.getByText(words.printing.printed).first()).toBeVisible({ timeout: 30_000 });
  const [file] = papers(folder).filter((name) => !before.has(name));
  expect(file).toBeDefined();
  const paper = join(folder, file ?? '');
  const text = execFileSync('pdftotext', ['-layout', paper, '-']).toString('utf8').normalize('NFC');
  rmSync(paper);
  return text;
};

/** Prints the list that is open, as it stands. */
export const printList = (app: RunningApp): Promise<string> => printedBy(app, () => pressButton(app.page, words.list.print));

/** Goes with Ctrl+P to the paper of what is open, and prints it with Ctrl+P. */
export const printPaper = (app: RunningApp): Promise<string> =>
  printedBy(app, async () => {
    await app.page.keyboard.press('Control+p');
    await expect(app.page.getByTitle(words.printing.preview)).toBeVisible();
    await app.page.keyboard.press('Control+p');
  });

/** Prints with Ctrl+P what is open and has a paper of its own. */
export const printOpen = (app: RunningApp): Promise<string> => printedBy(app, () => app.page.keyboard.press('Control+p'));
