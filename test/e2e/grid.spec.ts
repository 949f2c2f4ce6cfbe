import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { gridWords } from '#shared/text/grid-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { putRecords, startOffice } from './support/books.ts';
import { expectText, pressButton, typeAndNext } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { openBooks } from './support/open-books.ts';
import { ethnic, keyCount, keysInSpreadsheet, paper, type Person } from './support/twenty-people.ts';

const out = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'out', 'bench');
const text = words.grid;
let folder = '';
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-bang-'));
  const workspace = join(folder, 'books');
  startOffice(workspace, { communes: 1, teamsPerCommune: 4, membersPerTeam: 0 });
  putRecords(workspace, 'session', [
    { title: 'Bồi dưỡng đợt 1', kind: 'mediator-training', startsOn: '2019-05-14', sittingCount: 2 },
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

const keys = keyCount(() => page);
const { press, type } = keys;
/** The day as it is typed on the number pad: two digits of the year, no signs between. */
const shortDate = (day: string): string => (day.length === 4 ? day.slice(2) : day.replace(/\/(\d\d)\/19/, '$1'));

const at = (name: RegExp | string): Promise<void> => expect(page.locator(':focus')).toHaveAttribute('aria-label', name);

test('twenty people of a paper list by keyboard alone, counted against a spreadsheet', async () => {
  test.setTimeout(400_000);
  await page.keyboard.press('Alt+3');
  await expectText(page, words.mediators.emptyTitle);
  await page.keyboard.press('Control+b');
  await at(/^Tổ hòa giải, dòng 1$/);
  await look('grid-empty');
  let before: Person | undefined;
  for (const [index, person] of paper.entries()) {
    const [team, name, sex, born, role, position] = person;
    const row = index + 1;
    if (team !== before?.[0]) {
      if (before !== undefined) await press('Shift+Enter');
      await at(`Tổ hòa giải, dòng ${row}`);
      await type(team.slice(-1));
      await press('Enter');
    }
    await at(`Họ và tên, dòng ${row}`);
    // Nobody needs the shift key for names.
    await type(name.toLowerCase());
    await press('Enter');
    if (/ (?:Thị|Văn) |^H'/.test(name)) await at(`Ngày sinh hoặc năm sinh, dòng ${row}`);
    else {
      await at(`Giới tính, dòng ${row}`);
      await type(sex === 'Nam' ? 'nam' : 'nữ');
      await press('Enter');
    }
    await type(shortDate(born));
    await press('Enter');
    if (index === 0) {
      await type('kinh');
      await press('Enter');
      await type('150319');
      await press('Enter');
    } else if (ethnic(name) !== ethnic(before?.[1] ?? '')) {
      // What was taken from the row above is changed where it differs.
      await press('Shift+Enter');
      for (let steps = 0; steps < 2; steps += 1) await press('Shift+Enter');
      await at(`Dân tộc, dòng ${row}`);
      await type(ethnic(name) === 'Kinh' ? 'kinh' : 'ê đê');
      await press('Enter');
    }
    await at(`Chức vụ ngoài tổ, dòng ${row}`);
    await type(position);
    if (role === 'Tổ trưởng') {
      for (let steps = 0; steps < 2; steps += 1) await press('Shift+Enter');
      await at(`Vai trò trong tổ, dòng ${row}`);
      await type('tt');
      await press('Alt+Enter');
    } else await press('Enter');
    before = person;
  }
  await look('grid-typed');
  await press('Control+Enter');
  await expectText(page, text.saved(20));
  mkdirSync(out, { recursive: true });
  writeFileSync(
    join(out, 'key-presses.json'),
    JSON.stringify({
      people: paper.length,
      spreadsheet: keysInSpreadsheet,
      grid: keys.count(),
      share: keys.count() / keysInSpreadsheet,
    }),
  );
  expect(keys.count() / keysInSpreadsheet).toBeLessThanOrEqual(0.6);
  await page.keyboard.press('Escape');
  const grid = page.getByRole('grid', { name: words.mediators.title });
  await expect(grid.getByRole('row')).toHaveCount(21);
  await expect(grid).toContainText("H' Liên Niê");
  await expect(grid).toContainText('05/03/1965');
  await look('grid-saved-list');
});

test('units of a commune row by row; one value for many rows; a table of a word processor from the real clipboard', async () => {
  await page.keyboard.press('Alt+1');
  await pressButton(page, words.nav.residentialUnits);
  await expectText(page, words.records.empty);
  await page.keyboard.press('Control+b');
  await at(/^Tên thôn, buôn, tổ dân phố, dòng 1$/);
  const cell = (row: number, column: number) => page.locator(`[data-grid="${row} ${column}"]`);
  for (const entered of ['thôn 1', 'thôn', 'ea kly', '120']) await typeAndNext(page, entered);
  await page.keyboard.press('Alt+Enter');
  for (const entered of ['thôn 2', 'thôn 3']) {
    await page.keyboard.insertText(entered);
    await page.keyboard.press('Alt+Enter');
  }
  await expect(cell(2, 2)).toHaveValue(/Ea Kly/);
  await cell(0, 3).focus();
  for (let row = 1; row < 3; row += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expect(cell(2, 3)).toHaveValue('120');
  await page.keyboard.press('Control+z');
  await expect(cell(2, 3)).toHaveValue('');
  await page.keyboard.press('Control+y');
  // As a word processor writes it: paragraphs and line ends within cells, a cell over two rows, blanks that do not break.
  const html = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><table class=MsoNormalTable border=1>
    <tr><td><p class=MsoNormal>Buôn<br>Ea Nuôl<o:p></o:p></p></td><td rowspan=2><p class=MsoNormal>Buôn</p></td>
    <td><p class=MsoNormal>Xã Ea Kly</p></td><td><p>1.200</p></td><td><p class=MsoNormal>x&nbsp;</p></td></tr>
    <tr><td><p class=MsoNormal>Buôn</p><p class=MsoNormal>Pốk</p></td><td><p>Xã Ea Kly</p></td><td><p>95</p></td>
    <td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table></body></html>`;
  await app.app.evaluate((electron, marked) => {
    const { clipboard } = electron as unknown as {
      readonly clipboard: { readonly write: (data: Readonly<Record<'html' | 'text', string>>) => void };
    };
    clipboard.write({ html: marked, text: 'Buôn\r\nEa Nuôl\tBuôn\tXã Ea Kly\t1.200\tx\r\nBuôn\r\nPốk\t\tXã Ea Kly\t95\t' });
  }, html);
  await cell(3, 0).focus();
  await page.keyboard.press('Control+v');
  await expect(cell(3, 0)).toHaveValue('Buôn Ea Nuôl');
  await expect(cell(4, 0)).toHaveValue('Buôn Pốk');
  await expect(cell(4, 1)).toHaveValue('Buôn');
  await look('grid-units');
  await page.keyboard.press('Control+Enter');
  await expectText(page, gridWords.units.saved(5));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toContainText('Buôn Pốk');
  await expect(page.getByRole('grid')).toContainText('1.200');
});

test('the list of a class: people of the books by name, guests after a question, nobody twice', async () => {
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Enter');
  await pressButton(page, words.sessions.tabs.people);
  await expectText(page, words.sessions.noPeople);
  await page.keyboard.press('Control+b');
  await at(/^Họ và tên, dòng 1$/);
  for (const name of ['lý thị tươi', 'lê thị hoa', 'đỗ văn khách', 'ly thi tuoi']) {
    await page.keyboard.insertText(name);
    await page.keyboard.press('Alt+Enter');
  }
  await page.keyboard.press('Control+Enter');
  await expectText(page, gridWords.savedSome(gridWords.participants.saved(1), 3));
  await expectText(page, /nhiều người cùng họ tên/);
  await expectText(page, /đã có trong danh sách học viên/);
  await look('grid-participants');
  await page.keyboard.press('Control+Enter');
  await expectText(page, gridWords.savedSome(gridWords.participants.saved(1), 2));
  await page.keyboard.press('Escape');
  await pressButton(page, words.common.discard);
  await expect(page.locator('.presence tbody tr:not(.group)')).toHaveCount(2);
});

test('rows pasted from a spreadsheet: what is wrong stays with its reason, what is right is written; undo, draft', async () => {
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Control+b');
  await at(/^Tổ hòa giải, dòng 1$/);
  const rows = [
    'Tổ hòa giải thôn 1\tVũ Thị Lan\tNữ\t1970\tKinh\tHòa giải viên\t15/03/2019',
    'Tổ hòa giải thôn 9\tĐỗ Văn Nam\tNam\t1966\tKinh\tHòa giải viên\t15/03/2019',
    'Tổ hòa giải thôn 2\tHồ Thị Sương\tNam\t31/2/1970\tKinh\tHòa giải viên\t15/03/2019',
    'Tổ hòa giải thôn 2\tBùi Thị Thu\tNam\t1971\tKinh\tHòa giải viên\t15/03/2019',
  ];
  await page.evaluate((clip) => {
    const data = new DataTransfer();
    data.setData('text/plain', clip);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, rows.join('\r\n'));
  await expectText(page, text.ready(4));
  await page.keyboard.press('Control+z');
  await expect(page.getByText(text.ready(4))).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expectText(page, text.ready(4));
  await look('grid-pasted');
  await page.keyboard.press('Control+Enter');
  await expectText(page, gridWords.savedSome(text.saved(1), 3));
  await expectText(page, text.confirm);
  await look('grid-refused');
  await page.waitForTimeout(900);
  await page.keyboard.press('Alt+1');
  await expectText(page, /bản nháp chưa ghi/);
  await pressButton(page, words.home.draftAction);
  await expectText(page, text.ready(3));
  await page.locator('[data-grid="0 0"]').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('thôn 3');
  await page.keyboard.press('ArrowDown');
  await page.locator('[data-grid="1 3"]').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('1970');
  await page.keyboard.press('Control+Enter');
  await expectText(page, gridWords.savedSome(text.saved(1), 2));
  await page.keyboard.press('Control+Enter');
  await expectText(page, text.saved(2));
});
