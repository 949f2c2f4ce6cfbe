import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { paletteWords } from '#shared/text/key-list.vi.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { startOffice } from './support/books.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { openBooks } from './support/open-books.ts';

let folder = '';
let app: RunningApp;
let page: Page;
let protocol: CDPSession;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-phim-'));
  const workspace = join(folder, 'books');
  startOffice(workspace, { communes: 1, teamsPerCommune: 2, membersPerTeam: 2 });
  app = await launch();
  page = app.page;
  protocol = await page.context().newCDPSession(page);
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

const heading = () => page.getByRole('heading', { level: 1 });
const palette = () => page.getByRole('combobox', { name: paletteWords.title });

test('every screen and action is found without tones and started by keyboard', async () => {
  await page.keyboard.press('Control+Shift+P');
  await expect(palette()).toBeFocused();
  await look('palette');
  await page.keyboard.insertText('to hoa giai');
  await page.keyboard.press('Enter');
  await expect(heading()).toHaveText(words.teams.title);
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('F2');
  await expect(heading()).toHaveText('Tổ hòa giải thôn 1');
  await page.keyboard.press('F8');
  await expect(page.getByRole('dialog', { name: words.form.removeTitle })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F10');
  await expect(palette()).toBeFocused();
  await page.keyboard.insertText('thon 1');
  await look('palette-recent');
  await page.keyboard.press('Enter');
  await expect(heading()).toHaveText('Tổ hòa giải thôn 1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F9');
  await expect(heading()).toHaveText(words.findings.title);
  await page.keyboard.press('Alt+3');
  await page.keyboard.press('F3');
  await expect(page.getByLabel(words.common.search)).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('>');
  await expect(palette()).toBeFocused();
  await page.keyboard.insertText('khong co lenh nay');
  await expectText(page, paletteWords.none);
  await page.keyboard.press('Escape');
  await page.keyboard.press('F5');
  await expectText(page, paletteWords.refreshed);
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: paletteWords.keysTitle })).toContainText('Ctrl+Shift+P');
  await look('key-list');
  await page.keyboard.press('Escape');
});

/** Every form of a new record: how it is opened, what is typed in which fields, and a field that keeps its value. */
const forms: readonly (readonly [
  list: string,
  open: () => Promise<void>,
  typed: Readonly<Record<string, string>>,
  sticky: string,
])[] = [
  [
    words.teams.title,
    () => page.keyboard.press('Alt+2'),
    { 'Tên tổ': 'Tổ hòa giải thôn 8', 'Xã, phường, thị trấn': 'ea kly' },
    'Xã, phường, thị trấn',
  ],
  [
    words.mediators.title,
    () => page.keyboard.press('Alt+3'),
    { 'Họ và tên': 'Bùi Minh Thu', 'Ngày sinh': '1971', 'Dân tộc': 'kinh', 'Tổ hòa giải': 'thon 1' },
    'Dân tộc',
  ],
  [
    words.sessions.title,
    () => page.keyboard.press('Alt+4'),
    { 'Tên lớp': 'Lớp bồi dưỡng đợt 1', 'Số kế hoạch': '12/KH', 'Từ ngày': '14/5/2019', 'Số buổi': '2' },
    'Số kế hoạch',
  ],
  [words.nominations.title, () => page.keyboard.press('Alt+5'), { Người: 'ly thi tuoi', Năm: '2018' }, 'Năm'],
  [
    words.trainers.title,
    () => page.keyboard.press('Alt+6'),
    { Người: 'ly thi tuoi', 'Ngày công nhận': '15/3/2019' },
    'Ngày công nhận',
  ],
  [
    words.people.title,
    () => page.keyboard.press('Alt+7'),
    { 'Họ và tên': 'Hồ Minh Sương', 'Ngày sinh': '1979', 'Dân tộc': 'kinh' },
    'Dân tộc',
  ],
  [
    kindLabel('residential-unit'),
    () => pressButton(page, words.nav.residentialUnits),
    { 'Tên thôn': 'Thôn 8', 'Xã, phường, thị trấn': 'ea kly' },
    'Xã, phường, thị trấn',
  ],
  [
    kindLabel('decision'),
    () => pressButton(page, words.nav.decisions),
    { 'Số quyết định': '45/QĐ-UBND', 'Ngày quyết định': '15/3/2019', 'Cơ quan ban hành': 'Ủy ban nhân dân xã Ea Kly' },
    'Cơ quan ban hành',
  ],
];

const focusedField = () =>
  page.evaluate(() => {
    const field = document.activeElement;
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement
      ? (field.labels?.[0]?.textContent ?? '')
      : '';
  });

/** Fields one after the other, as a key leads through them, until it leads no further. */
const walk = async (key: string): Promise<readonly string[]> => {
  const seen: string[] = [];
  for (let last = ''; seen.length < 60;) {
    const now = await focusedField();
    if (now === last) break;
    seen.push(now);
    last = now;
    await page.keyboard.press(key);
  }
  return seen;
};

test('in every form Enter leads on and Shift+Enter back, Esc asks only where something was typed, Ctrl+Enter goes on to the next record', async () => {
  for (const [list, open, typed, sticky] of forms)
    await test.step(list, async () => {
      await open();
      await expect(heading()).toHaveText(list);
      await page.keyboard.press('Control+n');
      await expect.poll(focusedField).not.toBe('');
      await expect(heading()).not.toHaveText(list);
      const title = (await heading().textContent()) ?? '';
      const there = await walk('Enter');
      const back = await walk('Shift+Enter');
      expect(there.length).toBeGreaterThan(6);
      expect(back).toEqual([...there].reverse());
      await page.keyboard.press('Escape');
      await expect(heading()).toHaveText(list);
      await page.keyboard.press('Control+n');
      await expect.poll(focusedField).toBe(there[0]);
      for (const [label, value] of Object.entries(typed)) {
        await tabTo(page, label);
        await page.keyboard.press('Control+a');
        await page.keyboard.insertText(value);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Escape');
      await pressButton(page, words.common.keepTyping);
      const kept = await page
        .getByLabel(new RegExp(`^${sticky}`))
        .first()
        .inputValue();
      for (const select of await page.locator('.sheet select').all())
        if ((await select.inputValue()) === '') await select.selectOption({ index: 1 });
      // The notice of the form before is gone.
      await expect(page.getByText(/Đã ghi. Nhập tiếp/)).toHaveCount(0);
      await page.keyboard.press('Control+Enter');
      await expectText(page, /Đã ghi. Nhập tiếp/);
      await expect(heading()).toHaveText(title);
      await expect(page.getByLabel(new RegExp(`^${sticky}`)).first()).toHaveValue(kept);
      expect(kept).not.toBe('');
      await expect.poll(focusedField).not.toBe('');
      await page.keyboard.press('Escape');
      await expect(heading()).not.toHaveText(title);
    });
});

/** Text that an input method is still composing. */
const compose = (text: string): Promise<unknown> =>
  protocol.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

/** Whether a key pressed while an input method composes has done nothing. */
const pressWhileComposing = async (key: string): Promise<void> => {
  await page.evaluate((name) => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, isComposing: true, bubbles: true, cancelable: true }),
    );
  }, key);
};

test('while an input method composes, Enter, arrows and the program’s keys move, choose and save nothing', async () => {
  await page.keyboard.press('Alt+3');
  await expect(heading()).toHaveText(words.mediators.title);
  await page.keyboard.press('Control+b');
  await expect(page.locator('[data-grid="0 0"]')).toBeFocused();
  const composeHere = async (text: string): Promise<void> => {
    const before = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80));
    await compose(text);
    for (const key of ['Enter', 'Tab', 'ArrowDown', 'F8', 'F10', 'Escape']) await pressWhileComposing(key);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80))).toBe(before);
    await protocol.send('Input.insertText', { text });
    await expect(page.locator(':focus')).toHaveValue(text);
  };
  await composeHere('thôn 2');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-grid="0 0"]')).toHaveValue('Tổ hòa giải thôn 2');
  await composeHere('nguyễn thị hường');
  await page.keyboard.press('Control+Delete');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('Họ và tên')).toBeFocused();
  await composeHere('Nguyễn Thị Hường');
  await tabTo(page, 'Dân tộc');
  await composeHere('Ê Đê');
  await page.keyboard.press('Escape');
  await tabTo(page, 'Ngày sinh');
  await composeHere('5/3/1985');
  await page.keyboard.press('Escape');
  await pressButton(page, words.common.discard);
  await page.keyboard.press('Control+k');
  await composeHere('Nguyễn');
});
