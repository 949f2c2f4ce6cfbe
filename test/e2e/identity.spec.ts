import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { putRecords, startOffice } from './support/books.ts';
import { expectText, pressButton, tabTo, typeAndNext } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { openBooks } from './support/open-books.ts';

const text = words.duplicates;
let folder = '';
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-trung-'));
  const workspace = join(folder, 'books');
  startOffice(workspace, { communes: 1, teamsPerCommune: 1, membersPerTeam: 3 });
  const [unitId] = putRecords(workspace, 'residential-unit', [{ name: 'Thôn 1', kind: 'thon', communeId: '24502' }]);
  putRecords(workspace, 'person', [
    { fullName: 'Lý Thị Thu Tươi', sex: 'female', birthDate: '1970', ethnicGroup: '01', residentialUnitId: unitId ?? '' },
    { fullName: 'Đỗ Thị Sương Mai', sex: 'female', birthDate: '1971-04-02', ethnicGroup: '01', phone: '0905111222' },
    { fullName: 'Đỗ Thị Xương Mai', sex: 'female', birthDate: '1971-04-02', ethnicGroup: '01', phone: '0905111222' },
  ]);
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

test('two entries are told apart or linked, and a decision can be taken back', async () => {
  await page.keyboard.press('Alt+8');
  await pressButton(page, text.tabs.duplicates);
  await expect(page.getByRole('grid', { name: text.title })).toBeFocused();
  await look('duplicates');
  await page.keyboard.press('Enter');
  await expectText(page, text.intro);
  await look('duplicate-pair');
  await pressButton(page, text.link);
  await expectText(page, text.linked);
  await expectText(page, text.emptyTitle);
  await pressButton(page, text.tabs.decided);
  await expect(page.getByRole('grid', { name: text.decidedTitle })).toContainText(text.link);
  await look('identity-decided');
  await page.keyboard.press('Enter');
  await pressButton(page, text.takeBack);
  await expectText(page, text.noDecisions);
  await pressButton(page, text.tabs.duplicates);
  await expect(page.getByRole('grid', { name: text.title })).toContainText('Xương');
});

test('while a member is typed the books offer who may be the same; that person becomes a member without a second entry', async () => {
  await page.keyboard.press('Alt+3');
  await page.keyboard.press('Control+n');
  await typeAndNext(page, 'Ly Thị Thu Tươi');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('1970');
  await tabTo(page, 'Nơi thường trú');
  await page.keyboard.insertText('thon 1');
  await page.keyboard.press('Enter');
  await expectText(page, words.suspects.title);
  await look('suspects');
  await pressButton(page, words.suspects.use);
  await expect(page.getByLabel(/^Tổ hòa giải/).first()).toBeFocused();
  await page.keyboard.insertText('thon 1');
  await page.keyboard.press('Enter');
  await pressButton(page, words.suspects.use);
  await expectText(page, words.suspects.used('Lý Thị Thu Tươi'));
  await page.keyboard.press('Alt+7');
  await expect(page.getByRole('grid', { name: words.people.title })).toBeFocused();
  await page.keyboard.press('l');
  await page.keyboard.insertText('y thi thu tuoi');
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('grid')).toContainText(words.people.roleNames.mediator);
});
