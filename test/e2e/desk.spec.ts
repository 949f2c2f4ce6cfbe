import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { findUnitById } from '#shared/catalogue/units.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { expectAccessible } from './support/accessibility.ts';
import { startOffice } from './support/books.ts';
import { chooseAndNext, expectText, pressButton, tabTo, typeAndNext } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { openBooks } from './support/open-books.ts';
import { printList } from './support/paper.ts';

let folder = '';
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-ban-'));
  const workspace = join(folder, 'books');
  startOffice(workspace, { communes: 2, teamsPerCommune: 2, membersPerTeam: 6, trainers: 1 });
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

const heading = (): ReturnType<Page['getByRole']> => page.getByRole('heading', { level: 1 });

test('an award from nomination to decision: steps that are not allowed are not offered', async () => {
  const text = words.nominations;
  await page.keyboard.press('Alt+5');
  await expectText(page, text.emptyTitle);
  await look('nominations-empty');
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel(/^Đối tượng/)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expectText(page, words.form.errorTitle);
  await look('nomination-error');
  await expect(page.getByLabel(/^Người( \*)?$/)).toBeFocused();
  await page.keyboard.insertText('nguyen van an');
  await page.keyboard.press('Enter');
  for (let index = 0; index < 4; index += 1) await page.keyboard.press('Enter');
  await page.keyboard.insertText('Hòa giải thành 12/13 vụ việc trong năm');
  await page.keyboard.press('Tab');
  await typeAndNext(page, '7');
  await page.keyboard.insertText('6');
  await page.keyboard.press('Control+s');
  await expectText(page, text.moveTo('Đã đề nghị'));
  await expect(heading()).toHaveText(/^Nguyễn Văn/);
  await expect(page.getByRole('button', { name: text.moveTo('Đã khen thưởng') })).toHaveCount(0);
  await tabTo(page, 'Tờ trình đề nghị');
  await page.keyboard.press('Space');
  await expectText(page, text.dossierState(1, 6));
  await look('nomination-draft');
  await pressButton(page, text.moveTo('Đã đề nghị'));
  await pressButton(page, text.moveTo('Đã thẩm định'));
  await pressButton(page, text.moveTo('Đã trình'));
  await pressButton(page, text.moveTo('Đã khen thưởng'));
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expectText(page, words.form.errorTitle);
  await look('nomination-award-error');
  await typeAndNext(page, '1200/QĐ-UBND');
  await page.keyboard.insertText('20/11/2019');
  await page.keyboard.press('Control+Enter');
  await expectText(page, text.moved('Đã khen thưởng'));
  await expectText(page, text.sections.decision);
  await look('nomination-awarded');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toContainText('1200/QĐ-UBND');
  await look('nominations');
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('grid')).toContainText('Đã khen thưởng');
  expect(await printList(app)).toContain('1200/QĐ-UBND');
});

test('one decision for many mediators', async () => {
  const text = words.decisions;
  await pressButton(page, words.nav.decisions);
  await expectText(page, words.records.empty);
  await page.keyboard.press('Control+n');
  await typeAndNext(page, '45/QĐ-UBND');
  await typeAndNext(page, '15/3/2019');
  await chooseAndNext(page, 2);
  await typeAndNext(page, 'Ủy ban nhân dân xã Ea Phê');
  await page.keyboard.press('Control+s');
  await expectText(page, words.related.none);
  await pressButton(page, text.cover);
  await expect(page.getByLabel(text.as)).toBeFocused();
  await expect(page.getByRole('dialog').locator('.pick-row')).toHaveCount(24);
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel(text.as)).toBeFocused();
  await tabTo(page, text.find);
  const [here = '', there = ''] = ['24502', '24505'].map((id) => findUnitById(id)?.fullName ?? '');
  await page.keyboard.insertText(fold(there));
  await expectText(page, text.apply(0));
  await expect(page.getByRole('dialog').getByText(there).first()).toBeVisible();
  await expect(page.getByRole('dialog').getByText(here)).toHaveCount(0);
  await page.getByLabel(text.find).fill('');
  await pressButton(page, text.chooseAll);
  await expectText(page, text.apply(24));
  await pressButton(page, text.chooseNone);
  await tabTo(page, text.find);
  await page.keyboard.insertText('thon 1');
  await pressButton(page, text.chooseAll);
  await expectText(page, text.apply(12));
  await look('decision-cover');
  await page.keyboard.press('Control+Enter');
  await expectText(page, text.applied(12));
  await expect(page.getByRole('region', { name: words.related.title }).getByRole('link')).toHaveCount(12);
  await look('decision-covered');
});

test('the pool of trainers against its target; a trainer is entered with a new person', async () => {
  const text = words.trainers;
  await page.keyboard.press('Alt+6');
  await expectText(page, text.missing(3));
  await look('trainers');
  await page.keyboard.press('Control+n');
  await page.getByLabel(/^Người( \*)?$/).focus();
  await page.keyboard.insertText('Hồ Thị Sương');
  await page.keyboard.press('F4');
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Hồ Thị Sương');
  await page.keyboard.press('Enter');
  await chooseAndNext(page, 2);
  await page.keyboard.insertText('1979');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel(/^Người( \*)?$/)).toHaveValue(/Hồ Thị Sương/);
  await tabTo(page, 'Nguồn');
  await chooseAndNext(page, 1);
  await typeAndNext(page, 'Phó Trưởng phòng');
  await page.keyboard.press('Control+s');
  await expectText(page, text.missing(2));
  await expect(page.getByRole('grid')).toContainText('Hồ Thị Sương');
  expect(await printList(app)).toContain('Hồ Thị Sương');
});

test('a person’s card has team, nomination and decision; a nomination starts from it', async () => {
  const text = words.people;
  await page.keyboard.press('Alt+7');
  await expect(page.getByRole('grid')).toBeFocused();
  await look('people');
  await page.keyboard.press('n');
  await page.keyboard.insertText('guyen van an');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectText(page, words.related.title);
  await look('person');
  await pressButton(page, text.nominate);
  await expectText(page, words.nominations.newTitle);
  await expect(page.getByLabel(/^Người( \*)?$/)).toHaveValue(/Nguyễn Văn/);
  await page.keyboard.press('Escape');
});

test('tabs turn over from the keyboard; what is typed over a list begins a new search; the keyboard goes to the end of a membership', async () => {
  await page.keyboard.press('Alt+4');
  await expect(heading()).toHaveText(words.sessions.title);
  await page.keyboard.press('Control+PageDown');
  await expect(heading()).toHaveText(words.coverage.title);
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Control+PageUp');
  await expect(heading()).toHaveText(words.sessions.title);
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid')).toBeFocused();
  for (const typed of ['dung', 'binh']) {
    await page.keyboard.type(typed);
    await expect(page.getByLabel(words.common.search, { exact: true })).toHaveValue(typed);
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('grid')).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Họ và tên')).toBeFocused();
  await pressButton(page, words.mediators.cease);
  await expect(page.getByLabel('Ngày thôi làm')).toBeFocused();
  await page.keyboard.press('Escape');
});

test('filters that leave nothing are taken off at once', async () => {
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.type('khong co');
  await expectText(page, words.teams.noMatch);
  await look('teams-no-match');
  await pressButton(page, words.list.showAll);
  await expect(page.getByLabel(words.common.search, { exact: true })).toBeFocused();
  await expect(page.getByRole('grid')).toContainText('Tổ hòa giải thôn 1');
  await pressButton(page, words.nav.findings);
  await page.getByLabel(words.findings.severity).selectOption('error');
  await expectText(page, words.findings.noMatch);
  await pressButton(page, words.list.showAll);
  await expect(page.getByText(words.findings.noMatch)).toHaveCount(0);
});

test('a village with its teams: kind, validity, predecessors, minority area', async () => {
  await pressButton(page, words.nav.residentialUnits);
  await expectText(page, words.records.empty);
  await look('units-empty');
  await page.keyboard.press('Control+n');
  await typeAndNext(page, 'Buôn Ea Nuôl');
  await chooseAndNext(page, 2);
  await page.keyboard.insertText('ea phe');
  await page.keyboard.press('Enter');
  await typeAndNext(page, '120');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expectText(page, words.form.nextAdded);
  await expect(page.getByLabel('Tên thôn, buôn, tổ dân phố')).toBeFocused();
  await typeAndNext(page, 'Buôn Pốk');
  await expect(page.getByLabel('Xã, phường, thị trấn')).toHaveValue(/Ea Phê/);
  await page.keyboard.press('Control+s');
  await expectText(page, words.common.saved);
  await expect(page.getByRole('grid')).toContainText('Buôn Pốk');
  expect(await printList(app)).toContain('Buôn Pốk');
  await page.keyboard.press('Alt+1');
  await pressButton(page, words.nav.residentialUnits);
  await expect(page.getByRole('grid')).toContainText('Buôn Ea Nuôl');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Vùng nhiều đồng bào dân tộc thiểu số')).toBeChecked();
  await look('unit');
});

test('two villages become one: the old ones end the day before in the same save; a name that is there already is asked about', async () => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Control+n');
  await typeAndNext(page, 'buôn  pôk');
  await chooseAndNext(page, 2);
  await typeAndNext(page, 'ea phe');
  await tabTo(page, 'Có từ ngày');
  await typeAndNext(page, '1/7/2019');
  await page.keyboard.press('Enter');
  await typeAndNext(page, 'ea nuol');
  await typeAndNext(page, 'pok');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: /Buôn Ea Nuôl, Buôn Pốk kết thúc ngày 30\/06\/2019/ })).toBeFocused();
  await look('unit-merged');
  await page.keyboard.press('Control+s');
  await expectText(page, words.form.questionTitle);
  await look('unit-same-name');
  await page.getByRole('button', { name: words.form.check }).focus();
  await page.keyboard.press('Enter');
  await tabTo(page, 'Tên thôn, buôn, tổ dân phố');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('Buôn Ea Pốk');
  await page.keyboard.press('Control+s');
  const rows = page.getByRole('grid').locator('.line');
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: '30/06/2019' })).toHaveCount(2);
  await look('units-merged');
  await page.keyboard.press('Control+z');
  await expect(rows.filter({ hasText: '30/06/2019' })).toHaveCount(0);
  await expect(rows).toHaveCount(2);
});
