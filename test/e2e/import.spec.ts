import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { spreadsheet } from '#test/support/spreadsheet.ts';
import { expectAccessible } from './support/accessibility.ts';
import { password, startOffice } from './support/books.ts';
import { expectText, pressButton, tabTo, typeAndNext } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';

const text = words.importing;
let folder = '';
let app: RunningApp;
let page: Page;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-nhap-'));
  const workspace = join(folder, 'books');
  startOffice(workspace, { communes: 1, teamsPerCommune: 1, membersPerTeam: 3 });
  app = await launch();
  page = app.page;
  app.answerDialogs([workspace]);
  await pressButton(page, words.start.openFolder);
  await tabTo(page, words.start.password);
  await typeAndNext(page, password);
  await expectText(page, words.home.attention);
});

test.afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const look = async (name: string): Promise<void> => {
  await app.picture(name);
  await expectAccessible(page, name);
};

test('a spreadsheet by keyboard: seen row by row, a wrong day corrected, taken in, the rest given back, the whole undone', async () => {
  test.setTimeout(400_000);
  const file = spreadsheet(folder, 'xa-ea-kly', {
    'Ea Kly': [
      ['STT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Dân tộc', 'Vai trò', 'Tổ hòa giải', 'Xã', 'Ghi chú của xã'],
      [1, 'Trần Văn Bình', 'Nam', '05/03/1965', 'Kinh', 'Tổ trưởng', 'Tổ hòa giải buôn Ea Nuôl', 'Xã Ea Kly', 'tốt'],
      [2, 'Lê Thị Hoa', 'Nữ', 1970, 'Ê Đê', 'Hòa giải viên', 'Tổ hòa giải buôn Ea Nuôl', 'Xã Ea Kly', null],
      [3, "H' Liên Niê", 'Nữ', '31/02/1980', 'Ê Đê', 'Hòa giải viên', 'Tổ hòa giải buôn Ea Nuôl', 'Xã Ea Kly', null],
      [4, 'Phạm Văn Dũng', 'Nam', '19x5', 'Kinh', 'Hòa giải viên', 'Tổ hòa giải buôn Ea Nuôl', 'Xã Ea Kly', null],
    ],
  });
  await pressButton(page, words.nav.importing);
  await expectText(page, text.startTitle);
  await look('import-start');
  app.answerDialogs([file]);
  await page.keyboard.press('Control+o');
  await expectText(page, text.run(2));
  await look('import-plan');
  await page.getByRole('grid', { name: text.rows }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText("H' Liên Niê");
  await look('import-row');
  await tabTo(page, 'Ngày sinh');
  await page.keyboard.insertText('28/02/1980');
  await page.keyboard.press('Control+Enter');
  await expectText(page, text.run(3));
  const errors = join(folder, 'can-sua.xlsx');
  app.answerDialogs([errors]);
  await pressButton(page, text.errorsFile);
  await expectText(page, text.errorsSaved(1, errors));
  expect(existsSync(errors)).toBe(true);
  await page.keyboard.press('Control+Enter');
  await expectText(page, text.done(3));
  await expectText(page, `${text.outcomes.same}: 3`);
  await look('import-after');
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid')).toContainText("H' Liên Niê");
  await pressButton(page, words.nav.importing);
  await pressButton(page, text.undo);
  await expectText(page, text.undoText);
  await page.keyboard.press('Enter');
  await expectText(page, text.undone);
  await look('import-undone');
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid')).not.toContainText("H' Liên Niê");
});

test('a file that is no spreadsheet is refused with a sentence', async () => {
  await pressButton(page, words.nav.importing);
  app.answerDialogs([join(folder, 'books', 'data.db')]);
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('alert')).toContainText(/bảng tính/i);
  await look('import-refused');
});
