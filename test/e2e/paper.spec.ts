import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { reportWords } from '#shared/text/report-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { password } from './support/books.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { printedBy, printList } from './support/paper.ts';

const shg = new URL('../../out/app/shg.cjs', import.meta.url).pathname;
let demo = '';
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(() => {
  demo = join(mkdtempSync(join(tmpdir(), 'so-hoa-giai-paper-')), 'demo');
  execFileSync(process.execPath, [shg, 'demo', '--out', demo, '--scale', 'district'], { stdio: 'ignore' });
});

test.afterAll(() => {
  rmSync(join(demo, '..'), { recursive: true, force: true });
});

test.beforeEach(async () => {
  app = await launch();
  ({ page } = app);
  cpSync(join(demo, 'district-654'), join(app.folder, 'district-654'), { recursive: true });
  app.answerDialogs([join(app.folder, 'district-654')]);
  await pressButton(page, words.start.openFolder);
  await tabTo(page, words.start.password);
  await page.keyboard.insertText(password);
  await page.keyboard.press('Enter');
  await expectText(page, words.home.attention);
});

test.afterEach(async () => {
  await app.close();
});

const look = async (name: string): Promise<void> => {
  await app.picture(name);
  await expectAccessible(page, name);
};

/** Prints what is shown and gives what the printer got. */
const print = async (picture: string): Promise<string> => {
  await expect(page.getByTitle(words.printing.preview)).toBeVisible();
  await page.waitForTimeout(400);
  await look(picture);
  return printedBy(app, () => page.keyboard.press('Control+p'));
};

const openFirst = async (key: string): Promise<void> => {
  await page.keyboard.press(key);
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Enter');
};

test('Ctrl+P in a list leads to its paper, Ctrl+P again prints it; it is saved for Excel too', async () => {
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Control+p');
  await expectText(page, reportWords['team-list'].description);
  expect(await print('print-teams')).toContain('DANH SÁCH TỔ HÒA GIẢI');
  const workbook = join(app.folder, 'to.xlsx');
  app.answerDialogs([workbook]);
  await pressButton(page, words.printing.workbook);
  await expectText(page, words.printing.saved(workbook));
  expect(existsSync(workbook)).toBe(true);
});

test('the list for the notice board has no phone numbers', async () => {
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Control+p');
  await expectText(page, reportWords['mediator-roster'].description);
  await tabTo(page, words.printing.profile);
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(600);
  const text = await print('print-notice-board');
  expect(text).not.toMatch(/\b0\d{9}\b/);
  expect(text).not.toMatch(/\d\d\/\d\d\/19\d\d/);
});

test('a class: the sheet to sign from its people, the report from its plan', async () => {
  await openFirst('Alt+4');
  await expectText(page, words.sessions.printResult);
  await page.keyboard.press('Control+p');
  await expectText(page, reportWords['session-result'].description);
  expect(await print('print-session-result')).toContain('Kết quả tổ chức');
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Enter');
  await pressButton(page, words.sessions.tabs.people);
  await expectText(page, words.sessions.printSheet);
  await page.keyboard.press('Control+p');
  await expectText(page, reportWords['attendance-sheet'].description);
  expect(await print('print-attendance')).toMatch(/Buổi 1/);
});

test('awards: the list with its submission, the check list of one dossier', async () => {
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Control+p');
  await expectText(page, reportWords['nomination-list'].description);
  await tabTo(page, words.printing.year);
  await page.keyboard.type('2019');
  await page.waitForTimeout(600);
  expect(await print('print-nominations')).toContain('DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG');
  const document = join(app.folder, 'to-trinh.docx');
  app.answerDialogs([document]);
  await pressButton(page, words.printing.document);
  await expectText(page, words.printing.saved(document));
  await openFirst('Alt+5');
  await expectText(page, words.nominations.printDossier);
  await page.keyboard.press('Control+p');
  await expectText(page, reportWords['nomination-dossier'].description);
  expect(await print('print-dossier')).toContain('BẢNG KIỂM HỒ SƠ');
});

test('trainers against their target; a form for a commune to fill in', async () => {
  await page.keyboard.press('Alt+6');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Control+p');
  await expectText(page, reportWords['trainer-roster'].description);
  expect(await print('print-trainers')).toContain('TẬP HUẤN VIÊN');
  await pressButton(page, reportWords['commune-form'].title);
  await expectText(page, reportWords['commune-form'].description);
  await page.waitForTimeout(600);
  expect(await print('print-commune-form')).toContain('NGƯỜI LẬP BIỂU');
});

test('every other list prints what it shows', async () => {
  for (const [open, title] of [
    [(): Promise<void> => page.keyboard.press('Alt+7'), 'Người'],
    [(): Promise<void> => pressButton(page, words.nav.decisions), 'Quyết định'],
    [(): Promise<void> => pressButton(page, words.nav.residentialUnits), 'Thôn'],
  ] as const) {
    await open();
    await expect(page.getByRole('grid')).toBeFocused();
    const text = await printList(app);
    expect(text.toLocaleLowerCase('vi')).toContain(title.toLocaleLowerCase('vi'));
    expect(text).toMatch(/Danh sách này có [\d.]+ dòng/);
  }
});
