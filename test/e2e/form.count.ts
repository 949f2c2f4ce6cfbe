// The way of the form for the same twenty people, counted for `npm run bench -- typing`: its keys are tried by the specs of all forms, too.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { startOffice } from './support/books.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { openBooks } from './support/open-books.ts';
import { ethnic, keyCount, paper, type Person } from './support/twenty-people.ts';

const out = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'out', 'bench');
let folder = '';
let app: RunningApp;
let page: Page;
const keys = keyCount(() => page);
const { press, type } = keys;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-mau-'));
  const workspace = join(folder, 'books');
  startOffice(workspace, { communes: 1, teamsPerCommune: 4, membersPerTeam: 0 });
  app = await launch();
  page = app.page;
  await openBooks(app, workspace);
});

test.afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test('twenty people in the form, counted against a spreadsheet', async () => {
  test.setTimeout(600_000);
  const enter = async (times: number): Promise<void> => {
    for (let count = 0; count < times; count += 1) await press('Enter');
  };
  let before: Person | undefined;
  for (const person of paper) {
    const [team, name, sex, born, role, position] = person;
    if (team !== before?.[0]) {
      // From the list of teams: the team by its name, then a new member.
      await page.keyboard.press('Alt+2');
      await expect(page.getByRole('grid')).toBeFocused();
      await page.keyboard.press('Home');
      for (let steps = 1; steps < Number(team.slice(-1)); steps += 1) await press('ArrowDown');
      await press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(team);
      await press('Control+n');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.mediators.newTitle);
    }
    await expect(page.getByLabel('Họ và tên')).toBeFocused();
    await type(name);
    await enter(1);
    for (let steps = sex === 'Nam' ? 1 : 2; steps > 0; steps -= 1) await press('ArrowDown');
    await enter(1);
    // Two digits of the year are enough where a day goes before them.
    await type(born.replace(/\/(\d\d)\/19/, '$1').replace('/', ''));
    await enter(1);
    if (ethnic(name) !== (team === before?.[0] ? ethnic(before[1]) : '')) await type(ethnic(name).toLowerCase());
    // Residential unit and team go without saying.
    await enter(3);
    if (role === 'Tổ trưởng') await expect(page.getByLabel('Vai trò')).toBeFocused();
    await enter(5);
    if (team !== before?.[0]) await type('150319');
    if (position !== '') {
      await enter(6);
      await expect(page.getByLabel('Chức vụ ngoài tổ')).toBeFocused();
      await type(position);
    }
    await press('Control+Enter');
    await expect(page.getByLabel('Họ và tên')).toHaveValue('');
    before = person;
  }
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'form-key-presses.json'), JSON.stringify({ people: paper.length, form: keys.count() }));
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid', { name: words.mediators.title }).getByRole('row')).toHaveCount(1 + paper.length);
});
