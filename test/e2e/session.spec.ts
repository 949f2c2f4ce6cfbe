import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { startOffice } from './support/books.ts';
import { chooseAndNext, expectText, pressButton, tabTo, typeAndNext } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { openBooks } from './support/open-books.ts';
import { printPaper } from './support/paper.ts';

const text = words.sessions;
let folder = '';
let app: RunningApp;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-lop-'));
});
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const look = async (name: string): Promise<void> => {
  await app.picture(name);
  await expectAccessible(app.page, name);
};

const tick = async (page: Page, count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
  }
};

test('a class by keyboard alone: plan, invitation, speakers, 60 participants of three communes, presence of three buổi, result, coverage', async () => {
  test.setTimeout(500_000);
  const workspace = join(folder, 'books');
  startOffice(workspace, { communes: 3, teamsPerCommune: 4, membersPerTeam: 5, trainers: 2 });
  app = await launch();
  const { page } = app;
  await openBooks(app, workspace);

  await test.step('plan and invitation', async () => {
    await page.keyboard.press('Alt+4');
    await expectText(page, text.emptyTitle);
    await look('sessions-empty');
    await page.keyboard.press('Control+n');
    await expect(page.getByLabel('Tên lớp')).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expectText(page, words.form.errorTitle);
    await look('session-error');
    await expect(page.getByLabel('Tên lớp')).toBeFocused();
    await typeAndNext(page, 'Bồi dưỡng nghiệp vụ hòa giải ở cơ sở đợt 1 năm 2019');
    await page.keyboard.press('Enter');
    await typeAndNext(page, '12/KH-PTP');
    await typeAndNext(page, '1/2/2019');
    await typeAndNext(page, '34/GM-PTP');
    await typeAndNext(page, '2/5/2019');
    await typeAndNext(page, '14/5/2019');
    await typeAndNext(page, '15/5/2019');
    await typeAndNext(page, '2');
    await typeAndNext(page, '3');
    await typeAndNext(page, '4');
    await typeAndNext(page, 'Hội trường Ủy ban nhân dân huyện');
    await look('session-plan');
    await page.keyboard.press('Control+s');
    await expectText(page, text.noPeople);
    await look('session-people-empty');
  });

  await test.step('speakers and money', async () => {
    await pressButton(page, text.tabs.programme);
    await expectText(page, text.noSpeakers);
    const trainer = page.getByLabel('Tập huấn viên');
    await expect(trainer).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await typeAndNext(page, 'Kỹ năng hòa giải tranh chấp đất đai');
    await page.keyboard.insertText('8');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: text.speakers }).getByRole('button', { name: /Đặng/ })).toBeVisible();
    await expect(trainer).toBeFocused();
    await page.keyboard.press('Enter');
    await typeAndNext(page, 'Lê Thị Hoa');
    await typeAndNext(page, 'Thẩm phán Tòa án nhân dân huyện');
    await page.keyboard.press('Control+Enter');
    await expectText(page, 'Lê Thị Hoa');
    await tabTo(page, 'Nguồn');
    await chooseAndNext(page, 3);
    await typeAndNext(page, '15000000');
    await typeAndNext(page, '14200000');
    await page.keyboard.press('Control+Enter');
    await expectText(page, '14.200.000');
    await look('session-programme');
  });

  await test.step('sixty participants from three communes', async () => {
    await pressButton(page, text.tabs.people);
    await expectText(page, text.noPeople);
    await page.keyboard.press('Control+n');
    await expectText(page, words.addPeople.communes);
    await expect(page.getByRole('dialog').locator('.pick-row')).toHaveCount(3);
    for (let index = 0; index < 3; index += 1) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
    }
    await expectText(page, words.addPeople.chosen(60, 0));
    await look('session-add-people');
    await page.keyboard.press('Control+Enter');
    await expectText(page, words.addPeople.added(60));
    await expect(page.locator('.presence tbody tr:not(.group)')).toHaveCount(60);
  });

  await test.step('a pasted list and a guest', async () => {
    await page.keyboard.press('Control+n');
    await page.getByRole('tab', { name: words.addPeople.ways.teams }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, words.addPeople.paste);
    await page.keyboard.insertText('1. Lý Thị Tươi (1970)\n2. Người Không Có Trong Sổ');
    await pressButton(page, words.addPeople.read);
    await expectText(page, words.addPeople.found(1, 0, 1));
    await look('session-paste');
    await page.keyboard.press('Control+Enter');
    await expectText(page, words.addPeople.added(1));
    await page.keyboard.press('Control+n');
    await page.getByRole('tab', { name: words.addPeople.ways.teams }).focus();
    for (let index = 0; index < 3; index += 1) await page.keyboard.press('ArrowRight');
    await tabTo(page, 'Họ tên khách mời');
    await typeAndNext(page, 'Phạm Văn Dũng');
    await typeAndNext(page, 'Công chức Tư pháp - Hộ tịch');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByLabel('Họ tên khách mời')).toHaveValue('');
    await expect(page.getByLabel('Họ tên khách mời')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('.presence tbody tr:not(.group)')).toHaveCount(62);
  });

  await test.step('presence of three buổi', async () => {
    await page.getByLabel(text.allPresent(1)).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expectText(page, /124 lượt/);
    await page.locator('[data-cell="0 3"]').focus();
    await tick(page, 5);
    await expectText(page, /129 lượt/);
    await page.locator('[data-cell="61 3"]').focus();
    await page.keyboard.press('Delete');
    await expect(page.locator('.presence tbody tr:not(.group)')).toHaveCount(61);
    await pressButton(page, text.setResult);
    await expectText(page, text.resultSet(5));
    await page.locator('.page').evaluate((element) => {
      element.scrollTop = 0;
    });
    await look('session-presence');
  });

  await test.step('the sheet to sign has everybody, one column for each buổi', async () => {
    const paper = await printPaper(app);
    for (const typed of ['Phạm Văn Dũng', 'Buổi 1', 'Buổi 3']) expect(paper).toContain(typed);
  });

  await test.step('home says that the class is over and has no result, and leads there', async () => {
    await page.keyboard.press('Alt+1');
    await expectText(page, words.home.overdueSessions);
    await look('home-overdue');
    await pressButton(page, words.home.overdueSessionsAction);
    await expect(page.getByRole('grid')).toBeFocused();
    await expect(page.getByLabel(text.onlyOverdue)).toBeChecked();
    await page.keyboard.press('Enter');
  });

  await test.step('the result closes the class; the coverage knows who was there', async () => {
    await pressButton(page, text.tabs.plan);
    await tabTo(page, 'Kết quả');
    await page.keyboard.insertText('Hoàn thành chương trình, 5 học viên dự đủ ba buổi');
    await page.keyboard.press('Control+Enter');
    await expectText(page, words.common.saved);
    await look('session-form');
    await page.keyboard.press('Escape');
    await expectText(page, text.noMatch);
    await tabTo(page, text.onlyOverdue);
    await page.keyboard.press('Space');
    await expectText(page, text.states.done);
    await look('sessions');
    await pressButton(page, text.coverage);
    await expectText(page, words.coverage.allTrained);
    await look('coverage-all');
  });
  await app.close();
  expect(existsSync(workspace)).toBe(true);
});
