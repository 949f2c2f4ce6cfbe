import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { readWorkbook } from '#engine/workbook.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { password, startOffice } from './support/books.ts';

const books = mkdtempSync(join(tmpdir(), 'so-hoa-giai-lists-'));
let app: RunningApp;

test.describe.configure({ mode: 'serial' });

test.beforeAll(() => {
  startOffice(join(books, 'office'), { communes: 3, teamsPerCommune: 4, membersPerTeam: 6 });
});

test.afterAll(() => {
  rmSync(books, { recursive: true, force: true });
});

const open = async (folder?: string): Promise<Page> => {
  app = await launch(folder === undefined ? {} : { folder });
  const workspace = join(app.folder, 'office');
  if (folder === undefined) {
    cpSync(join(books, 'office'), workspace, { recursive: true });
    app.answerDialogs([workspace]);
    await pressButton(app.page, words.start.openFolder);
  }
  await tabTo(app.page, words.start.password);
  await app.page.keyboard.insertText(password);
  await app.page.keyboard.press('Enter');
  await expectText(app.page, words.home.attention);
  return app.page;
};

const heads = (page: Page): Promise<readonly string[]> => page.locator('.grid-table .head .title').allTextContents();

test('a list is ordered, its columns drawn, moved and left out by keyboard alone, and stands so the next day', async () => {
  const page = await open();
  await page.keyboard.press('Alt+3');
  const grid = page.getByRole('grid', { name: words.mediators.title });
  await expect(grid).toBeFocused();
  const first = (): Promise<string> => grid.locator('.line').first().locator('[role=gridcell]').nth(1).innerText();
  const before = await heads(page);
  await page.keyboard.press('ArrowUp');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('columnheader', { name: words.mediators.born })).toHaveAttribute('aria-sort', 'descending');
  const width = async (): Promise<number> =>
    (await grid.getByRole('columnheader', { name: words.mediators.born }).boundingBox())?.width ?? 0;
  const narrow = await width();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(width).toBe(narrow + 16);
  await page.keyboard.press('Control+ArrowLeft');
  await expect.poll(() => heads(page)).toEqual([before[0], before[2], before[1], ...before.slice(3)]);
  const eldest = await first();
  await page.keyboard.press('ArrowDown');
  await pressButton(page, words.list.columns);
  await tabTo(page, words.mediators.ethnic);
  await page.keyboard.press('Space');
  await app.picture('list-columns');
  await expectAccessible(page, 'columns of a list');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: words.list.columns })).toBeFocused();
  const after = await heads(page);
  expect(after).not.toContain(words.mediators.ethnic);
  const { folder } = app;
  await app.app.close();
  const again = await open(folder);
  await again.keyboard.press('Alt+3');
  await expect.poll(() => heads(again)).toEqual(after);
  expect(await again.locator('.grid-table .line').first().locator('[role=gridcell]').nth(1).innerText()).toBe(eldest);
  await app.close();
});

test('rows stand in groups that fold, several are chosen, and a file holds what is shown', async () => {
  const page = await open();
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid', { name: words.mediators.title })).toBeFocused();
  await tabTo(page, words.list.groupBy);
  await page.getByLabel(words.list.groupBy).selectOption({ label: words.list.by(words.mediators.team) });
  const grid = page.getByRole('treegrid', { name: words.mediators.title });
  await expect(grid.getByRole('row', { expanded: true }).first()).toContainText('Tổ hòa giải thôn 1');
  await app.picture('list-groups');
  await expectAccessible(page, 'a grouped list');
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(grid.getByRole('row', { expanded: false })).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Shift+ArrowDown');
  await expectText(page, words.list.chosenCount('3'));
  const chosenFile = join(app.folder, 'chosen.xlsx');
  app.answerDialogs([chosenFile]);
  await pressButton(page, words.list.exportChosen);
  await expectText(page, words.list.exported('3'));
  await grid.focus();
  await page.keyboard.press('Escape');
  const file = join(app.folder, 'all.xlsx');
  app.answerDialogs([file]);
  await pressButton(page, words.list.export);
  await expectText(page, words.list.exported('72'));
  const cells = (path: string) =>
    readWorkbook(readFileSync(path)).sheets[0]?.rows.map((row) => row.cells.map((cell) => cell?.text ?? ''));
  const all = cells(file) ?? [];
  const head = all.findIndex((row) => row.includes(words.mediators.name));
  expect(all[head]?.slice(0, 2)).toEqual([words.mediators.team, words.mediators.name]);
  expect(all.length - head - 1).toBe(72);
  expect((cells(chosenFile) ?? []).length).toBe(head + 1 + 3);
  await app.close();
});
