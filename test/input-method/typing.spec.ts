import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { putRecords, startOffice } from '#test/e2e/support/books.ts';
import { expectText } from '#test/e2e/support/keyboard.ts';
import { launch, type RunningApp } from '#test/e2e/support/launch.ts';
import { openBooks } from '#test/e2e/support/open-books.ts';
import { activateWindow, chooseMethod, endDesktop, pressKeys, startDesktop, typeKeys } from './desktop.ts';

let folder = '';
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  startDesktop();
  folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-telex-'));
  const workspace = join(folder, 'books');
  startOffice(workspace, { communes: 1, teamsPerCommune: 3, membersPerTeam: 2 });
  putRecords(
    workspace,
    'person',
    ['Nguyễn Thị Hương', 'Nguyễn Thị Hường', 'Nguyễn Thị Hưởng'].map((fullName) => ({
      fullName,
      sex: 'female',
      birthDate: '1971',
      ethnicGroup: '01',
    })),
  );
  app = await launch();
  ({ page } = app);
  await openBooks(app, workspace);
  activateWindow();
  await chooseMethod('telex');
});

test.afterAll(async () => {
  await app.close();
  endDesktop();
  rmSync(folder, { recursive: true, force: true });
});

const focused = () => page.locator(':focus');
const at = (label: RegExp | string): Promise<void> => expect(page.getByLabel(label).and(focused())).toBeVisible();
const cell = (row: number, column: number) => page.locator(`[data-grid="${row} ${column}"]`);

test('Telex: the search box opens the very person, though Enter comes with the last letter', async () => {
  for (const [keys, name] of [
    ['nguyeenx thij huwowngf', 'Nguyễn Thị Hường'],
    ['nguyeenx thij huwowngr', 'Nguyễn Thị Hưởng'],
    ['nguyeenx thij huwowng', 'Nguyễn Thị Hương'],
  ] as const) {
    pressKeys('ctrl+k');
    await at(words.search.label);
    typeKeys(keys);
    pressKeys('Return');
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  }
});

test('Telex: the palette does what was typed', async () => {
  pressKeys('F10');
  await expect(page.getByRole('dialog')).toBeVisible();
  typeKeys('ddawng kys');
  await expect(focused()).toHaveValue('đăng ký');
  await app.picture('input-method-palette');
  pressKeys('Return');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectText(page, words.nav.enrolment);
});

test('Telex: a form keeps every letter, Enter goes one field on, Ctrl+Enter saves the word that is being typed', async () => {
  pressKeys('alt+3');
  await expect(page.getByRole('grid')).toBeFocused();
  pressKeys('ctrl+n');
  await at(/Họ và tên/);
  typeKeys('DDawngj Vawn UWowcs');
  pressKeys('Return');
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Đặng Văn Ước');
  await at(/Giới tính/);
  typeKeys('na');
  await expect(page.getByLabel('Giới tính')).toHaveValue('male');
  pressKeys('Return');
  await at(/Ngày sinh/);
  typeKeys('1971');
  pressKeys('Return');
  await at(/Dân tộc/);
  typeKeys('ee dde');
  await expect(page.getByRole('option', { name: 'Ê-đê' }).or(page.getByRole('option', { name: 'Ê Đê' }))).toBeVisible();
  await app.picture('input-method-choice');
  pressKeys('Return');
  await page.getByLabel('Tổ hòa giải').focus();
  typeKeys('thoon 2');
  pressKeys('Return');
  await expect(page.getByLabel('Tổ hòa giải')).toHaveValue(/Tổ hòa giải thôn 2/);
  await page.getByLabel('Ngày công nhận').focus();
  typeKeys('150319');
  await page.getByLabel('Chức vụ ngoài tổ').focus();
  typeKeys('Truwowngr thoon');
  pressKeys('ctrl+Return');
  await expectText(page, words.common.saved);
  await app.picture('input-method-form');
  await expect(page.getByLabel('Họ và tên')).toHaveValue('');
  pressKeys('Escape');
  pressKeys('ctrl+k');
  typeKeys('ddawngj vawn uwowcs');
  pressKeys('Return');
  await expect(page.getByLabel('Chức vụ ngoài tổ')).toHaveValue('Trưởng thôn');
});

test('Telex: the first key opens a cell, Enter goes on, Ctrl+Enter saves the word that is being typed', async () => {
  pressKeys('alt+3');
  await expect(page.getByRole('grid')).toBeFocused();
  pressKeys('ctrl+b');
  await expect(cell(0, 0)).toBeFocused();
  typeKeys('toor hoaf giair thoon 3');
  pressKeys('Return');
  await expect(cell(0, 1)).toBeFocused();
  typeKeys("H' Yoan Niee");
  pressKeys('Return');
  await expect(cell(0, 0)).toHaveValue('Tổ hòa giải thôn 3');
  await expect(cell(0, 1)).toHaveValue("H' Yoan Niê");
  typeKeys('65');
  pressKeys('Return');
  typeKeys('ee ddee');
  pressKeys('Return');
  typeKeys('15032019');
  pressKeys('Return');
  await at(/^Chức vụ ngoài tổ/);
  typeKeys('Bis thuw chi booj');
  pressKeys('ctrl+Return');
  await expectText(page, words.grid.saved(1));
  await app.picture('input-method-grid');
});

test('VNI types the same names', async () => {
  await chooseMethod('vni');
  pressKeys('Escape');
  await expect(page.getByRole('grid', { name: words.mediators.title })).toBeFocused();
  pressKeys('ctrl+b');
  await expect(cell(0, 0)).toBeFocused();
  typeKeys('to63 hoa2 giai3 tho6n 1');
  pressKeys('Return');
  typeKeys('Nguye6n4 Thi5 Hu7o7ng2');
  pressKeys('Return');
  await expect(cell(0, 1)).toHaveValue('Nguyễn Thị Hường');
  await expect(cell(0, 0)).toHaveValue('Tổ hòa giải thôn 1');
  pressKeys('Up');
  typeKeys('70');
  await app.picture('input-method-vni');
});
