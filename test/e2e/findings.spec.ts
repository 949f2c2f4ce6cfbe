import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { putRecords, startOffice } from './support/books.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { openBooks } from './support/open-books.ts';

const text = words.findings;
let folder = '';
let app: RunningApp;
let page: Page;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-ra-soat-'));
  const workspace = join(folder, 'books');
  startOffice(workspace, { communes: 2, teamsPerCommune: 2, membersPerTeam: 4 });
  const elder = { fullName: 'Lý Văn Thọ', sex: 'male', birthDate: '1901', ethnicGroup: '01' };
  putRecords(workspace, 'person', [elder]);
  app = await launch();
  page = app.page;
  await openBooks(app, workspace);
});

test.afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const look = async (name: string): Promise<void> => {
  await app.picture(name);
  await expectAccessible(page, name);
};

test('a question of the rules is looked at, answered once, seen among the answered and asked again, by keyboard', async () => {
  const grid = page.getByRole('grid', { name: text.title });
  await page.keyboard.press('Alt+8');
  await expect(grid).toBeFocused();
  await expect(grid).toContainText('Lý Văn Thọ');
  await look('findings-with-questions');
  // without a commune the person stands first
  await page.keyboard.press('Home');
  const row = grid.getByRole('row', { name: /Lý Văn Thọ/ });
  for (let step = 0; step < 40 && (await row.getAttribute('aria-selected')) !== 'true'; step += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectText(page, text.answerHint);
  await look('finding-question');
  await tabTo(page, text.answerNote);
  await page.keyboard.insertText('Đã đối chiếu giấy khai sinh');
  await pressButton(page, text.answer);
  await expectText(page, text.answerDone);
  await expect(grid).not.toContainText('Lý Văn Thọ');
  await tabTo(page, text.withAnswered);
  await page.keyboard.press('Space');
  await expect(grid).toContainText(text.answered);
  await look('findings-answered');
  await tabTo(page, text.title);
  await page.keyboard.press('Enter');
  await pressButton(page, text.takeBack);
  await expectText(page, text.takenBack);
  await expect(grid).toContainText('Lý Văn Thọ');
  await expect(grid).not.toContainText(text.answered);
});
