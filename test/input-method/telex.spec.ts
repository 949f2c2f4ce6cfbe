import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { password, startOffice } from '#test/e2e/support/books.ts';
import { expectText, pressButton, tabTo, typeAndNext } from '#test/e2e/support/keyboard.ts';
import { launch, type RunningApp } from '#test/e2e/support/launch.ts';

const helpers: ChildProcess[] = [];
let folder = '';
let app: RunningApp;
let page: Page;

const start = (command: string, ...args: readonly string[]): void => {
  helpers.push(spawn(command, args, { stdio: 'ignore' }));
};

/** Keys of a real keyboard, as the window system sees them. */
const keyboard = (...args: readonly string[]): void => {
  execFileSync('xdotool', args);
};

const typeKeys = async (keys: string): Promise<void> => {
  keyboard('type', '--delay', '90', keys);
  await page.waitForTimeout(400);
};

const pressKey = async (key: string): Promise<void> => {
  keyboard('key', key);
  await page.waitForTimeout(400);
};

test.beforeAll(async () => {
  start('openbox');
  start('ibus-daemon', '--xim', '--replace', '--panel', 'disable');
  folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-telex-'));
  const workspace = join(folder, 'books');
  startOffice(workspace, { communes: 1, teamsPerCommune: 2, membersPerTeam: 2 });
  app = await launch();
  ({ page } = app);
  app.answerDialogs([workspace]);
  await pressButton(page, words.start.openFolder);
  await tabTo(page, words.start.password);
  await typeAndNext(page, password);
  await expectText(page, words.home.attention);
  await expect
    .poll(() => {
      try {
        execFileSync('ibus', ['engine', 'Unikey'], { stdio: 'ignore' });
        return execFileSync('ibus', ['engine']).toString().trim();
      } catch {
        return '';
      }
    })
    .toBe('Unikey');
  const [window = ''] = execFileSync('xdotool', ['search', '--onlyvisible', '--class', 'electron']).toString().trim().split('\n');
  keyboard('windowactivate', '--sync', window);
});

test.afterAll(async () => {
  await app.close();
  for (const helper of helpers.reverse()) helper.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('probe', async () => {
  await page.keyboard.press('Control+k');
  await page.evaluate(() => {
    const log: string[] = [];
    (window as unknown as { log: string[] }).log = log;
    for (const type of ['keydown', 'compositionstart', 'compositionupdate', 'compositionend', 'input'])
      window.addEventListener(
        type,
        (event) => {
          const e = event as unknown as { key?: string; data?: string; isComposing?: boolean; keyCode?: number };
          log.push(`${type} ${e.key ?? ''} ${e.data ?? ''} ${String(e.isComposing)} ${String(e.keyCode ?? '')}`);
        },
        true,
      );
  });
  await typeKeys('Nguyeenx');
  console.log(await page.locator(':focus').inputValue());
  await typeKeys(' Thij Huwowngf');
  console.log(await page.locator(':focus').inputValue());
  await pressKey('Return');
  console.log((await page.evaluate(() => (window as unknown as { log: string[] }).log)).join('\n'));
  await app.picture('telex');
});
