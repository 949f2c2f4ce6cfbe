import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { password, startOffice } from './support/books.ts';
import { chooseAndNext, expectText, pressButton, tabTo, typeAndNext } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { printList, printOpen, printPaper } from './support/paper.ts';

let folder = '';
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-loai-'));
  const workspace = join(folder, 'books');
  startOffice(workspace, { communes: 0, teamsPerCommune: 0, membersPerTeam: 0 });
  app = await launch();
  page = app.page;
  app.answerDialogs([workspace]);
  await pressButton(page, words.start.openFolder);
  await tabTo(page, words.start.password);
  await typeAndNext(page, password);
  await expectText(page, words.home.emptyTitle);
});

test.afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const decisionNumber = '45/QĐ-UBND';
const teamName = 'Tổ hòa giải thôn 7';
const mediators = ['Trần Văn Bình', 'Lê Thị Hoa', "H' Liên Niê"] as const;

const type = (text: string): Promise<void> => typeAndNext(page, text);

test('a person from an empty list to paper', async () => {
  await page.keyboard.press('Alt+7');
  await expectText(page, words.people.emptyTitle);
  await page.keyboard.press('Control+n');
  await type('Nguyễn Thị Ánh');
  await chooseAndNext(page, 2);
  await type('4/5/1970');
  await tabTo(page, 'Chức vụ');
  await page.keyboard.insertText('Chi hội trưởng Chi hội Phụ nữ');
  await page.keyboard.press('Control+s');
  await expectText(page, words.related.title);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toContainText('Nguyễn Thị Ánh');
  expect(await printList(app)).toContain('Nguyễn Thị Ánh');
});

test('a decision from an empty list to paper', async () => {
  await pressButton(page, words.nav.decisions);
  await expectText(page, words.records.empty);
  await page.keyboard.press('Control+n');
  await type(decisionNumber);
  await type('15/3/2019');
  await chooseAndNext(page, 2);
  await type('Ủy ban nhân dân xã Ea Phê');
  await type('Trần Văn Bình');
  await type('Chủ tịch');
  await type('ea phe');
  await page.keyboard.insertText('Công nhận hòa giải viên buôn Ea Nuôl');
  await page.keyboard.press('Control+s');
  await expectText(page, words.related.none);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toContainText(decisionNumber);
  const paper = await printList(app);
  expect(paper).toContain(decisionNumber);
  expect(paper).toContain('15/03/2019');
});

test('a team from an empty list to paper, with the decision that set it up', async () => {
  await page.keyboard.press('Alt+2');
  await expectText(page, words.teams.emptyTitle);
  await page.keyboard.press('Control+n');
  await type(teamName);
  await type('ea phe');
  await tabTo(page, 'Số hòa giải viên được ấn định');
  await type('3');
  await type('15/3/2019');
  await type('45');
  await page.keyboard.press('Control+s');
  await expectText(page, words.teams.noMembers);
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('grid')).toContainText(teamName);
  const paper = await printPaper(app);
  expect(paper).toContain('DANH SÁCH TỔ HÒA GIẢI');
  expect(paper).toContain(teamName);
});

test('mediators from an empty list to paper, recognised by that decision', async () => {
  await page.keyboard.press('Alt+3');
  await expectText(page, words.mediators.emptyTitle);
  await page.keyboard.press('Control+n');
  for (const [index, name] of mediators.entries()) {
    await expect(page.getByLabel('Họ và tên')).toBeFocused();
    await type(name);
    await chooseAndNext(page, index === 0 ? 1 : 2);
    await type(String(1965 + index));
    if (index === 0) {
      await tabTo(page, 'Tổ hòa giải');
      await type('thon 7');
      await chooseAndNext(page, 1);
      await tabTo(page, 'Ngày công nhận');
      await type('15/3/2019');
      await page.keyboard.insertText('45');
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Control+Enter');
    await expect(page.getByLabel('Họ và tên')).toHaveValue('');
  }
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid')).toBeFocused();
  const paper = await printPaper(app);
  for (const name of mediators) expect(paper).toContain(name);
  await pressButton(page, words.nav.decisions);
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: words.related.title }).getByRole('link')).toHaveCount(1 + mediators.length);
  const covered = await printOpen(app);
  expect(covered).toContain(`QUYẾT ĐỊNH SỐ ${decisionNumber}`);
  for (const name of [teamName, ...mediators]) expect(covered).toContain(name);
});
