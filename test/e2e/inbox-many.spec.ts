import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { run } from './support/books.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { openBooks } from './support/open-books.ts';
import { makeManyPackages, type ManyPackages } from './support/many-packages.ts';

let base = '';
let made: ManyPackages;
let app: RunningApp;
let page: Page;
const text = words.inbox;

test.beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'so-hoa-giai-many-'));
  made = await makeManyPackages(base, 8);
  app = await launch();
  ({ page } = app);
});

test.afterAll(async () => {
  await app.close();
  rmSync(base, { recursive: true, force: true });
});

const look = async (name: string): Promise<void> => {
  await page.waitForTimeout(250);
  await app.picture(name);
  await expectAccessible(page, name);
};

const resize = async (width: number, height: number): Promise<void> => {
  await app.app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeGreaterThan(width - 10);
};

const grid = () => page.getByRole('grid', { name: text.files });
const filter = (status: string, count: number) => page.getByText(`${status} (${count})`, { exact: true });

/** Enter on the button that has the focus by itself, once the first file is through. */
const stopOnTheWay = async (): Promise<void> => {
  await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0);
  await expect(page.getByRole('button', { name: words.common.stop })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectText(page, /Đã dừng/);
  await expect(grid()).toBeFocused();
};

test('a hundred files at once: stopped and gone on with, every bad one named, every good one in the books', async () => {
  const { files, goodCount, repeatedCount, badCount } = made;
  await openBooks(app, made.province);

  await pressButton(page, words.nav.inbox);
  app.answerDialogs(files);
  await pressButton(page, text.open);
  await stopOnTheWay();
  await look('many-stopped');
  await pressButton(page, 'Xem tiếp');
  await expect(filter(text.allFiles, 100)).toBeVisible();
  await expect(filter(text.statuses.refused, badCount)).toBeVisible();
  await expect(filter(text.statuses.preview, goodCount + repeatedCount)).toBeVisible();
  await expect(grid()).toBeFocused();
  expect(await grid().getByRole('row').count()).toBeLessThan(40);
  await page.keyboard.press('End');
  await expect(grid().getByRole('row', { selected: true })).toBeVisible();
  await look('many-looked-at');

  await pressButton(page, text.applyAll);
  await stopOnTheWay();
  await look('many-stopped-half-way');
  await pressButton(page, text.applyAll);
  await expect(filter(text.statuses.applied, goodCount)).toBeVisible();
  await expect(filter(text.statuses['already-received'], repeatedCount)).toBeVisible();
  await expect(filter(text.statuses.refused, badCount)).toBeVisible();
  await expect(grid()).toBeFocused();
  await page.getByRole('radio', { checked: true }).first().focus();
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(100);
  }
  await expect(grid().getByRole('row')).toHaveCount(badCount + 1);
  await tabTo(page, text.files);
  await page.keyboard.type('mat');
  await expect(page.locator('.notice.bad')).toContainText('mat-dau.hgpkg');
  await look('many-taken-in');
  await resize(1920, 1080);
  await look('many-taken-in-wide');

  await pressButton(page, words.common.back);
  await expect(filter(text.views.imports, goodCount)).toBeVisible();
  await look('many-imports-wide');
  await pressButton(page, words.nav.lock);
  await expectText(page, words.start.unlockTitle);
  const lines = (kind: string): number => run(['list', kind, '-w', made.province, '--jsonl']).trim().split('\n').length;
  expect({ teams: lines('team'), people: lines('person') }).toEqual({ teams: goodCount, people: goodCount });
});
