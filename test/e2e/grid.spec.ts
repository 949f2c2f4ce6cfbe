import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { password, startOffice } from './support/books.ts';
import { expectText, pressButton, tabTo, typeAndNext } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';

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

type Person = readonly [team: string, name: string, sex: string, born: string, role: string, position: string];

/** A paper list of four teams of five, as a commune hands it in. */
const paper: readonly Person[] = [1, 2, 3, 4].flatMap((team): readonly Person[] => [
  [`Tổ hòa giải thôn ${team}`, 'Trần Văn Bình', 'Nam', '05/03/1965', 'Tổ trưởng', 'Trưởng thôn'],
  [`Tổ hòa giải thôn ${team}`, 'Lê Thị Hoa', 'Nữ', '12/11/1972', 'Hòa giải viên', 'Chi hội trưởng Phụ nữ'],
  [`Tổ hòa giải thôn ${team}`, 'Nguyễn Hữu Phước', 'Nam', '1958', 'Hòa giải viên', ''],
  [`Tổ hòa giải thôn ${team}`, "H' Liên Niê", 'Nữ', '01/09/1980', 'Hòa giải viên', 'Trưởng ban công tác Mặt trận'],
  [`Tổ hòa giải thôn ${team}`, 'Phạm Văn Dũng', 'Nam', '1961', 'Hòa giải viên', 'Bí thư Chi bộ'],
]);
const ethnic = (name: string): string => (name.startsWith('H') ? 'Ê Đê' : 'Kinh');
const recognized = '15/03/2019';

/** In a spreadsheet: every character, and one key to leave each of the eight cells of a person. */
const keysInSpreadsheet = paper.reduce(
  (sum, person) => sum + [...person, ethnic(person[1]), recognized].reduce((keys, cell) => keys + [...cell].length + 1, 0),
  0,
);

let presses = 0;
const press = async (key: string): Promise<void> => {
  presses += 1;
  await page.keyboard.press(key);
};
const type = async (typed: string): Promise<void> => {
  presses += [...typed].length;
  await page.keyboard.insertText(typed);
};
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
    JSON.stringify({ people: paper.length, spreadsheet: keysInSpreadsheet, grid: presses, share: presses / keysInSpreadsheet }),
  );
  expect(presses / keysInSpreadsheet).toBeLessThanOrEqual(0.6);
  await page.keyboard.press('Escape');
  const grid = page.getByRole('grid', { name: words.mediators.title });
  await expect(grid.getByRole('row')).toHaveCount(21);
  await expect(grid).toContainText("H' Liên Niê");
  await expect(grid).toContainText('05/03/1965');
  await look('grid-saved-list');
});

test('rows pasted from a spreadsheet: what is wrong stays with its reason, what is right is written; undo, draft', async () => {
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
  await expectText(page, text.savedSome(1, 3));
  await expectText(page, text.confirm);
  await look('grid-refused');
  await page.waitForTimeout(900);
  await page.keyboard.press('Alt+1');
  await expectText(page, /bản nháp chưa ghi/);
  await pressButton(page, words.home.draftAction);
  await pressButton(page, words.form.useDraft);
  await expectText(page, text.ready(3));
  await page.locator('[data-grid="0 0"]').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('thôn 3');
  await page.keyboard.press('ArrowDown');
  await page.locator('[data-grid="1 3"]').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('1970');
  await page.keyboard.press('Control+Enter');
  await expectText(page, text.savedSome(1, 2));
  await page.keyboard.press('Control+Enter');
  await expectText(page, text.saved(2));
});
