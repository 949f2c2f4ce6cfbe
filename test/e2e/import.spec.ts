import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { targetsOf, type ColumnTarget } from '#shared/import/column-target.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { spreadsheet } from '#test/support/spreadsheet.ts';
import { expectAccessible } from './support/accessibility.ts';
import { startOffice } from './support/books.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { openBooks } from './support/open-books.ts';

const text = words.importing;
const fixtures = fileURLToPath(new URL('../fixtures/spreadsheets/', import.meta.url));
const team = 'Tổ hòa giải buôn Ea Nuôl';
let folder = '';
let app: RunningApp;
let page: Page;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-nhap-'));
  const workspace = join(folder, 'books');
  startOffice(workspace, { communes: 1, teamsPerCommune: 1, membersPerTeam: 3 });
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

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

const openFiles = async (...files: readonly string[]): Promise<void> => {
  app.answerDialogs(files);
  await press('Control+o');
};

const cells = () => page.getByRole('grid', { name: text.cells });

/** Says of the column with the keyboard what it holds. */
const takeColumnAs = async (target: ColumnTarget): Promise<void> => {
  await press('c', 'Home', ...Array<string>(targetsOf('mediator').indexOf(target) + 1).fill('ArrowDown'), 'Enter');
};

const undoNewest = async (): Promise<void> => {
  await pressButton(page, words.nav.importing);
  await pressButton(page, text.undo);
  await expect(page.getByRole('button', { name: text.undoWhole })).toBeFocused();
  await press('Enter');
  await expectText(page, text.undone);
};

test('a spreadsheet by keyboard: its cells seen, then each row, a wrong day corrected, taken in, the rest given back, the whole undone', async () => {
  test.setTimeout(400_000);
  const file = spreadsheet(folder, 'xa-ea-kly', {
    'Ea Kly': [
      ['STT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Dân tộc', 'Vai trò', 'Tổ hòa giải', 'Xã', 'Ghi chú của xã'],
      [1, 'Trần Văn Bình', 'Nam', '05/03/1965', 'Kinh', 'Tổ trưởng', team, 'Xã Ea Kly', 'tốt'],
      [2, 'Lê Thị Hoa', 'Nữ', 1970, 'Ê Đê', 'Hòa giải viên', team, 'Xã Ea Kly', null],
      [3, "H' Liên Niê", 'Nữ', '31/02/1980', 'Ê Đê', 'Hòa giải viên', team, 'Xã Ea Kly', null],
      [4, 'Phạm Văn Dũng', 'Nam', '19x5', 'Kinh', 'Hòa giải viên', team, 'Xã Ea Kly', null],
    ],
  });
  await pressButton(page, words.nav.importing);
  await expectText(page, text.startTitle);
  await look('import-start');
  await openFiles(file);
  await expectText(page, text.run(2));
  await expect(cells()).toBeFocused();
  await expect(page.getByRole('gridcell', { name: '31/02/1980' })).toHaveClass(/error/);
  await look('import-sheet');
  await press('Control+PageDown');
  await page.getByRole('grid', { name: text.rows }).focus();
  await look('import-plan');
  await press('ArrowDown', 'ArrowDown', 'Enter');
  await expect(page.getByRole('dialog')).toContainText("H' Liên Niê");
  await look('import-row');
  await tabTo(page, 'Ngày sinh');
  await expect(page.getByLabel('Ngày sinh')).toHaveValue('31/02/1980');
  await page.keyboard.insertText('28/02/1980');
  await press('Control+Enter');
  await expectText(page, text.run(3));
  const errors = join(folder, 'can-sua.xlsx');
  app.answerDialogs([errors]);
  await pressButton(page, text.errorsFile);
  await expectText(page, text.errorsSaved(1, errors));
  expect(existsSync(errors)).toBe(true);
  await press('Control+Enter');
  await expectText(page, text.done(3));
  await expectText(page, `${text.outcomes.same}: 3`);
  await look('import-after');
  await press('Alt+3');
  await expect(page.getByRole('grid')).toContainText("H' Liên Niê");
  await pressButton(page, words.nav.importing);
  await expectText(page, text.sheetPart);
  await press('Escape');
  await expectText(page, text.startTitle);
  await undoNewest();
  await look('import-undone');
  await press('Alt+3');
  await expect(page.getByRole('grid')).not.toContainText("H' Liên Niê");
});

test('a head that is not recognised is shown where it is, columns are named, and the mapping goes to a colleague as a file', async () => {
  test.setTimeout(300_000);
  const file = spreadsheet(folder, 'mau-la', {
    'Ea Kly': [
      ['Sổ theo dõi của xã Ea Kly'],
      ['Số', 'Quý danh', 'Phái', 'Sinh', 'Thuộc'],
      [1, 'Võ Minh Tâm', 'Nam', 1980, team],
      [2, 'Phạm Thị Lan', 'Nữ', 5385, team],
    ],
  });
  await pressButton(page, words.nav.importing);
  await openFiles(file);
  await expectText(page, text.noTable);
  await look('import-no-table');
  await expect(cells()).toBeFocused();
  await press('ArrowDown', 't');
  await expect(page.getByText(text.noTable)).toBeHidden();
  await tabTo(page, text.kind);
  await press('Home', 'Enter');
  await cells().focus();
  const first = page.getByRole('combobox', { name: text.targetOf('A') });
  const recognised = await first.inputValue();
  await press('Home', 'c', 'End', 'Escape', 'ArrowRight');
  await takeColumnAs('fullName');
  await press('End');
  await takeColumnAs('teamName');
  await expectText(page, text.run(2));
  await expect(first).toHaveValue(recognised);
  await look('import-columns');
  await pressButton(page, text.saveMapping);
  await expect(page.getByRole('textbox', { name: text.mappingName })).toBeFocused();
  await page.keyboard.insertText('Sổ xã Ea Kly');
  await press('Control+Enter');
  await expectText(page, text.mappingSaved('Sổ xã Ea Kly'));
  await press('Escape');
  const shared = join(folder, 'mau-so-xa.json');
  app.answerDialogs([shared]);
  await pressButton(page, `${text.mappingWrite} Sổ xã Ea Kly`);
  await expectText(page, text.mappingWritten(shared));
  await look('import-mappings');
  await pressButton(page, `${text.mappingRemove} Sổ xã Ea Kly`);
  await expectText(page, text.mappingRemoveText);
  await press('Enter');
  await expectText(page, text.noMappings);
  app.answerDialogs([shared]);
  await pressButton(page, text.mappingTake);
  await expectText(page, text.mappingTaken('Sổ xã Ea Kly'));
  expect(JSON.parse(readFileSync(shared, 'utf8'))).toMatchObject({ name: 'Sổ xã Ea Kly', kind: 'mediator' });
});

test('several files one after the other: each with its counts, a broken one with its reason, the others taken in', async () => {
  test.setTimeout(300_000);
  const broken = join(folder, 'hong.xlsx');
  writeFileSync(broken, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(300, 7)]));
  const names = ['tcvn3-vntime.xls', 'vni-ods.ods', 'title-lines.xlsx'] as const;
  for (const name of names) copyFileSync(join(fixtures, name), join(folder, name));
  await pressButton(page, words.nav.importing);
  await openFiles(...[names[0], 'hong.xlsx', names[1], names[2]].map((name) => join(folder, name)));
  await expectText(page, text.fileStates.refused);
  await expect(page.getByText(text.fileStates.ready)).toHaveCount(3);
  await look('import-files');
  await press('Control+Enter');
  await expect(page.getByText(text.fileStates.done, { exact: true })).toHaveCount(3);
  await look('import-files-done');
  await press('Enter');
  await expect(page.getByRole('navigation', { name: text.parts }).locator('.count')).toBeVisible();
  await press('Escape');
  await expect(page.getByText(text.fileStates.done, { exact: true })).toHaveCount(3);
  await press('Escape');
  await expectText(page, text.history);
});

test('text in an old code without a telling font is asked about, and work on 20,000 rows can be stopped', async () => {
  test.setTimeout(400_000);
  await pressButton(page, words.nav.importing);
  const file = join(folder, 'khong-phong.xlsx');
  copyFileSync(join(fixtures, 'tcvn3-without-font.xlsx'), file);
  await openFiles(file);
  await expectText(page, text.encodingQuestion);
  await look('import-encoding');
  await pressButton(page, text.accept);
  await expect(page.getByText(text.encodingQuestion)).toBeHidden();
  await press('Escape');
  const long = spreadsheet(folder, 'hai-muoi-nghin', {
    'Ea Kly': [
      ['STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Tổ hòa giải'],
      ...Array.from({ length: 20_000 }, (_, index) => [
        index + 1,
        `Trần ${['Văn', 'Minh', 'Hữu', 'Đức'][index % 4] ?? ''} ${['An', 'Bình', 'Cường', 'Dũng', 'Hải'][index % 5] ?? ''}`,
        'Nam',
        1945 + (index % 50),
        `Tổ hòa giải thôn ${index % 150}`,
      ]),
    ],
  });
  await openFiles(long);
  await expectText(page, text.planningStep);
  await look('import-long');
  await pressButton(page, words.common.stop);
  await expect(page.getByText(text.planningStep)).toBeHidden();
  await press('Escape');
  await expectText(page, text.startTitle);
  await openFiles(long, file);
  await expectText(page, text.runningFile(1, 2, basename(long)));
  await press('Alt+3');
  await expect(page.getByRole('grid')).toBeVisible();
  await pressButton(page, words.nav.importing);
  const waiting = page.getByText(text.fileStates.waiting, { exact: true });
  await expect(waiting).toHaveCount(2);
  await press('Enter');
  await expectText(page, text.planningStep);
  await pressButton(page, words.common.stop);
  await expect(page.getByText(text.planningStep)).toBeHidden();
  await press('Escape');
  await expect(waiting).toHaveCount(2);
  await press('Escape');
  await expectText(page, text.startTitle);
});

test('a file that is no spreadsheet is refused with a sentence', async () => {
  await pressButton(page, words.nav.importing);
  await openFiles(join(folder, 'books', 'data.db'));
  await expect(page.getByRole('alert')).toContainText(/bảng tính/i);
  await look('import-refused');
});
