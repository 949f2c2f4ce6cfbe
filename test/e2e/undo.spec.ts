import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { bulkWords } from '#shared/text/bulk-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { stepWords } from '#shared/text/step-words.vi.ts';
import { spreadsheet } from '#test/support/spreadsheet.ts';
import { expectAccessible } from './support/accessibility.ts';
import { startOffice } from './support/books.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { openBooks } from './support/open-books.ts';

const text = words.importing;
const team = 'Tổ hòa giải thôn 1';
let folder = '';
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-hoan-tac-'));
  const workspace = join(folder, 'books');
  startOffice(workspace, { communes: 1, teamsPerCommune: 1, membersPerTeam: 3 });
  app = await launch();
  ({ page } = app);
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

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

const mediators = () => page.getByRole('grid', { name: words.mediators.title });

const openMediators = async (): Promise<void> => {
  await press('Alt+3');
  await expect(mediators()).toBeFocused();
};

const openPerson = async (name: string): Promise<void> => {
  await press('Control+k');
  await page.keyboard.insertText(name);
  await press('Enter');
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
};

const position = () => page.getByLabel('Chức vụ ngoài tổ');

test('what was done before a spreadsheet wrote over it goes back in part: what stays is named', async () => {
  await openMediators();
  await press('Home', 'Control+a');
  await expectText(page, bulkWords.chosen(3));
  await press('Control+e');
  await page.getByLabel(bulkWords.field, { exact: true }).selectOption({ label: 'Chức vụ ngoài tổ' });
  await tabTo(page, 'Chức vụ ngoài tổ');
  await page.keyboard.insertText('Trưởng thôn');
  await press('Control+Enter');
  await expectText(page, bulkWords.counts({ change: 3, same: 0, refused: 0 }));
  await press('Control+Enter');
  await expectText(page, bulkWords.done(3, 0));
  await press('Enter');
  const file = spreadsheet(folder, 'xa-ea-phe', {
    'Ea Phê': [
      ['STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Chức vụ', 'Tổ hòa giải', 'Xã'],
      [1, 'Trần Thị An An', 'Nữ', 1956, 'Bí thư chi bộ', team, 'Xã Ea Phê'],
      [2, 'Lê Thị Hoa', 'Nữ', 1970, 'Công chức', team, 'Xã Ea Phê'],
      [3, 'Đỗ Văn Khánh', 'Nam', 1981, null, team, 'Xã Ea Phê'],
    ],
  });
  await pressButton(page, words.nav.importing);
  app.answerDialogs([file]);
  await press('Control+o');
  await expectText(page, text.run(2));
  await press('Control+PageDown');
  await pressButton(page, 'Lấy theo tệp');
  await expectText(page, text.run(3));
  await press('Control+Enter');
  await expectText(page, text.done(3));
  await press('Escape');
  await expectText(page, text.history);
  // A spreadsheet has an undo of its own; what was done before it is in the list.
  await press('Control+z');
  await expectText(page, /việc gần nhất có cách hoàn tác riêng/);
  await press('Control+h');
  const dialog = page.getByRole('dialog');
  await expect(page.getByRole('grid', { name: stepWords.title })).toBeFocused();
  await press('ArrowDown', 'Enter');
  await expect(dialog).toContainText('Trần Thị An An');
  await expect(dialog.getByText(stepWords.stays)).toHaveCount(1);
  await expect(page.getByRole('button', { name: stepWords.partly(2) })).toBeFocused();
  await look('undo-partly');
  await press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await openPerson('Trần Thị An An');
  await expect(position()).toHaveValue('Bí thư chi bộ');
  await openPerson('Lê Văn An An');
  await expect(position()).toHaveValue('');
});

test('the undo of an import names the people that were worked on since, and takes back the rest', async () => {
  await openPerson('Lê Thị Hoa');
  await tabTo(page, 'Điện thoại');
  await page.keyboard.insertText('0905 123 456');
  await press('Control+s');
  await expectText(page, words.common.saved);
  await pressButton(page, words.nav.importing);
  await pressButton(page, text.undo);
  await expect(page.getByRole('button', { name: text.undoRest })).toBeFocused();
  const kept = page.getByRole('grid', { name: text.kept });
  await expect(kept.locator('.line')).toHaveCount(1);
  await expect(kept).toContainText('Lê Thị Hoa');
  await expect(kept).toContainText(`${stepWords.kept['changed-later']}: Điện thoại`);
  await look('undo-import-partly');
  await press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectText(page, text.undone);
  await look('undo-import-done');
  await openMediators();
  await expect(mediators()).not.toContainText('Đỗ Văn Khánh');
  await openPerson('Trần Thị An An');
  await expect(position()).toHaveValue('Trưởng thôn');
});
