import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { beginningChapter } from '#shared/text/guide/beginning.vi.ts';
import { officeChapter } from '#shared/text/guide/office.vi.ts';
import { trainingChapter } from '#shared/text/guide/training.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { chooseAndNext, expectText, pressButton, tabTo, typeAndNext } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';

const shg = new URL('../../out/app/shg.cjs', import.meta.url).pathname;
const password = 'hoa-giai-o-co-so';
let demo = '';
let app: RunningApp;

test.describe.configure({ mode: 'serial' });

test.beforeAll(() => {
  demo = join(mkdtempSync(join(tmpdir(), 'so-hoa-giai-windows-')), 'demo');
  execFileSync(process.execPath, [shg, 'demo', '--out', demo, '--scale', 'district'], { stdio: 'ignore' });
  const packages = readdirSync(join(demo, 'packages')).filter((name) => name.endsWith('.hgpkg'));
  const merge = ['merge', '-w', join(demo, 'province'), ...packages.map((name) => join(demo, 'packages', name))];
  execFileSync(process.execPath, [shg, ...merge, '--password-file', join(demo, 'password.txt')], { stdio: 'ignore' });
});

test.afterAll(() => {
  rmSync(join(demo, '..'), { recursive: true, force: true });
});

const unlock = async (page: Page): Promise<void> => {
  await tabTo(page, words.start.password);
  await page.keyboard.insertText(password);
  await page.keyboard.press('Enter');
  await expectText(page, words.home.attention);
};

const open = async (workspace: string): Promise<Page> => {
  app = await launch();
  cpSync(join(demo, workspace), join(app.folder, workspace), { recursive: true });
  app.answerDialogs([join(app.folder, workspace)]);
  await pressButton(app.page, words.start.openFolder);
  await unlock(app.page);
  return app.page;
};

test.afterEach(async () => {
  await app.close();
});

const openFirstTeam = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('grid', { name: words.teams.title })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectText(page, words.teams.memberTitle);
};

const look = async (name: string): Promise<void> => {
  await app.picture(name);
  await expectAccessible(app.page, name);
};

test('the search on top finds people and teams without tones and opens them with Enter', async () => {
  const page = await open('district-654');
  await page.keyboard.press('/');
  await page.keyboard.insertText('nie');
  const hit = page.getByRole('option').first();
  await expect(hit).toContainText('Niê');
  await look('search');
  const name = (await hit.locator('span').first().textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('khong co ai ten nay');
  await expectText(page, words.search.none);
});

test('F1 opens the guide at the chapter about the screen; it is searched without tones', async () => {
  const page = await open('district-654');
  await page.keyboard.press('Alt+4');
  await expectText(page, words.sessions.title);
  await page.keyboard.press('F1');
  await expect(page.getByRole('heading', { level: 2, name: trainingChapter.title })).toBeFocused();
  await look('help');
  await tabTo(page, words.help.search);
  await page.keyboard.insertText('ma khoi phuc');
  await expect(page.locator('.guide h2')).toHaveText([beginningChapter.title, officeChapter.title]);
  await look('help-found');
});

test('a list stands as it was left: search, row and place', async () => {
  const page = await open('district-654');
  await page.keyboard.press('Alt+3');
  const grid = page.getByRole('grid', { name: words.mediators.title });
  await expect(grid).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('n');
  await expect(page.getByLabel(words.common.search)).toBeFocused();
  await page.keyboard.insertText('iê');
  await expect(grid.getByRole('row').nth(1)).toContainText('Niê');
  await expect(grid.getByRole('row').nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const chosen = (await grid.getByRole('row', { selected: true }).first().textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expectText(page, words.mediators.sections.person);
  await page.keyboard.press('Alt+3');
  await expect(page.getByLabel(words.common.search)).toHaveValue('niê');
  await expect(grid.getByRole('row', { selected: true }).first()).toHaveText(chosen);
});

test('Escape asks only if something was typed, and a form that is left by the way is offered at home', async () => {
  const page = await open('district-654');
  await openFirstTeam(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: words.teams.title })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectText(page, words.teams.memberTitle);
  const note = page.getByLabel('Ghi chú');
  await note.fill('Sinh hoạt tại nhà văn hóa');
  await page.keyboard.press('Escape');
  await expectText(page, words.common.discardText);
  await look('discard');
  await page.keyboard.press('Enter');
  await expect(note).toHaveValue('Sinh hoạt tại nhà văn hóa');
  await page.keyboard.press('Alt+1');
  await expectText(page, /bản nháp chưa ghi/);
  await look('home-draft');
  await pressButton(page, words.home.draftAction);
  await expect(note).toHaveValue('Sinh hoạt tại nhà văn hóa');
  await note.focus();
  await page.keyboard.press('Control+Enter');
  await expectText(page, words.common.saved);
  await page.keyboard.press('Alt+1');
  await expectText(page, words.home.attention);
  await expect(page.getByText(/bản nháp chưa ghi/)).toHaveCount(0);
});

test('the next member is typed in the row under the members; a doubtful value asks once', async () => {
  const page = await open('district-654');
  await openFirstTeam(page);
  const rows = page.getByRole('region', { name: words.teams.memberTitle }).locator('tbody tr');
  const before = await rows.count();
  await page.getByLabel('Họ và tên', { exact: true }).focus();
  await typeAndNext(page, 'Trần Văn Bình');
  await chooseAndNext(page, 2);
  await typeAndNext(page, '5/3/20');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '05/03/1920' }).click();
  await page.keyboard.press('Control+Enter');
  await expectText(page, words.form.questionTitle);
  await look('team-entry-question');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(before + 1);
  await expect(page.getByLabel('Họ và tên', { exact: true })).toBeFocused();
  await expectText(page, 'Trần Văn Bình');
});

test('F4 enters a decision without leaving the form', async () => {
  const page = await open('district-654');
  await openFirstTeam(page);
  await page.getByLabel('Quyết định', { exact: true }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('77/QĐ-UBND');
  await page.keyboard.press('F4');
  await expect(page.getByLabel('Số quyết định')).toHaveValue('77/QĐ-UBND');
  await page.getByLabel('Ngày quyết định').fill('2/3/2020');
  await page.getByLabel('Cơ quan ban hành').fill('Ủy ban nhân dân xã Tân Tiến');
  await look('quick-add');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('Quyết định', { exact: true })).toHaveValue(/77\/QĐ-UBND ngày 02\/03\/2020/);
  await page.keyboard.press('Control+Enter');
  await expectText(page, words.common.saved);
  await pressButton(page, words.common.history);
  await expect(page.getByRole('dialog')).toContainText('77/QĐ-UBND');
  await look('history');
});

test('what was removed is listed and can be restored', async () => {
  const page = await open('district-654');
  await openFirstTeam(page);
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await pressButton(page, words.common.remove);
  await page.getByLabel(words.form.removeReason).fill('Nhập trùng');
  await page.keyboard.press('Control+Enter');
  await expectText(page, words.form.removeDone);
  await pressButton(page, words.nav.removed);
  await expect(page.getByRole('grid', { name: words.nav.removed })).toContainText(name);
  await look('removed');
  await page.keyboard.press('Enter');
  await pressButton(page, words.common.restore);
  await expectText(page, words.form.restored);
  await expect(page.getByText(words.form.isRemoved)).toHaveCount(0);
});

test('units, decisions and trainers have lists and forms of the same anatomy', async () => {
  const page = await open('district-654');
  for (const [label, name] of [
    [words.nav.residentialUnits, 'units'],
    [words.nav.decisions, 'decisions'],
    [words.nav.trainers, 'trainers'],
  ] as const) {
    await pressButton(page, label);
    await expect(page.getByRole('grid')).toBeFocused();
    await look(`${name}-list`);
    await page.keyboard.press('Enter');
    await expectText(page, words.form.enterHint);
    await look(`${name}-form`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('grid')).toBeFocused();
  }
});

test('at the province the records of a district can be seen and not changed; numbers are masked', async () => {
  const page = await open('province');
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Enter');
  await expectText(page, words.form.otherOffice);
  await expect(page.getByLabel('Họ và tên')).toBeDisabled();
  await expect(page.getByRole('button', { name: words.common.saveHint })).toHaveCount(0);
  const citizenId = await page.getByLabel('Số căn cước').inputValue();
  expect(citizenId === '' || /^•{8}\d{4}$/.test(citizenId)).toBe(true);
  await look('mediator-read-only');
});

test('when the engine dies the window says so and opens the books again with the password', async () => {
  const page = await open('district-654');
  const children = execFileSync('pgrep', ['-f', '-P', String(app.app.process().pid), 'engine.cjs'])
    .toString()
    .trim();
  for (const pid of children.split('\n')) process.kill(Number(pid), 'SIGKILL');
  await page.keyboard.press('Alt+2');
  await expectText(page, /đã dừng đột ngột/);
  await look('engine-stopped');
  await unlock(page);
});
