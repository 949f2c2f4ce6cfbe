import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { password } from './support/books.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';

const shg = new URL('../../out/app/shg.cjs', import.meta.url).pathname;
let demo = '';
let app: RunningApp;
let page: Page;

test.beforeAll(() => {
  demo = join(mkdtempSync(join(tmpdir(), 'so-hoa-giai-look-')), 'demo');
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

const openFirst = async (key: string): Promise<void> => {
  await page.keyboard.press(key);
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
};

const screens: readonly (readonly [name: string, open: () => Promise<void>])[] = [
  ['home', () => page.keyboard.press('Alt+1')],
  ['teams', () => page.keyboard.press('Alt+2')],
  ['team', () => openFirst('Alt+2')],
  ['mediators', () => page.keyboard.press('Alt+3')],
  ['mediator', () => openFirst('Alt+3')],
  ['sessions', () => page.keyboard.press('Alt+4')],
  ['session', () => openFirst('Alt+4')],
  ['nominations', () => page.keyboard.press('Alt+5')],
  ['nomination', () => openFirst('Alt+5')],
  ['trainers', () => page.keyboard.press('Alt+6')],
  ['people', () => page.keyboard.press('Alt+7')],
  ['findings', () => page.keyboard.press('Alt+8')],
  ['print', () => page.keyboard.press('Alt+9')],
  ['export', () => pressButton(page, words.nav.exportPackage)],
  ['import', () => pressButton(page, words.nav.importing)],
  ['settings', () => pressButton(page, words.nav.settings)],
];

const openSettings = async (): Promise<void> => {
  await pressButton(page, words.nav.settings);
  await expectText(page, words.look.title);
};

for (const [look, steps] of [
  ['dark', 1],
  ['contrast', 2],
] as const)
  test(`every screen can be read in the look ${look}, and the look is there again after locking`, async () => {
    await openSettings();
    await tabTo(page, words.look.light);
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight');
    await expect(page.locator('html')).toHaveAttribute('data-look', look);
    for (const [name, open] of screens) {
      await open();
      await page.waitForTimeout(500);
      await app.picture(`${look}-${name}`);
      await expectAccessible(page, `${look}-${name}`);
    }
    await pressButton(page, words.nav.lock);
    await tabTo(page, words.start.password);
    await page.keyboard.insertText(password);
    await page.keyboard.press('Enter');
    await expectText(page, words.home.attention);
    await expect(page.locator('html')).toHaveAttribute('data-look', look);
  });

/** Elements of a screen that stick out of the window, and buttons whose text is cut. */
const cutOff = (): Promise<readonly string[]> =>
  page.evaluate(() => {
    const outside = [...document.querySelectorAll<HTMLElement>('.page-head *, .filters > *, .side a')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
      .map((element) => `outside: ${element.textContent.slice(0, 40)}`);
    const cut = [...document.querySelectorAll<HTMLElement>('button .mantine-Button-label')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `cut: ${element.textContent}`);
    return [...outside, ...cut];
  });

for (const percent of [125, 150])
  test(`nothing is cut off at ${percent} %`, async () => {
    await openSettings();
    await tabTo(page, words.look.zoom);
    await page.keyboard.type(String(percent));
    await page.waitForTimeout(500);
    for (const [name, open] of screens) {
      await open();
      await page.waitForTimeout(500);
      await app.pictureOfWindow(`zoom-${percent}-${name}`);
      expect([name, await cutOff()]).toEqual([name, []]);
    }
  });
