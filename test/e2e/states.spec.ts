import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { walkDistrict, walkProvince } from '#test/tour/walk.ts';
import { expectAccessible } from './support/accessibility.ts';
import { password, putRecords, startOffice } from './support/books.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';

const shg = new URL('../../out/app/shg.cjs', import.meta.url).pathname;
const sizes = [
  [1366, 768],
  [1920, 1080],
] as const;

let base = '';
let app: RunningApp;
let page: Page;

test.beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'so-hoa-giai-states-'));
  startOffice(join(base, 'empty'), { communes: 0, teamsPerCommune: 0, membersPerTeam: 0 });
  startOffice(join(base, 'long'), { communes: 1, teamsPerCommune: 1, membersPerTeam: 3 });
  const name = 'H’ Bluên Niê Kdăm Mlô Duôn Du Ayun Byă Hđơk Êban Ñiê Kriêng Ksơr Rơ Chăm Siu';
  const [teamId] = putRecords(join(base, 'long'), 'team', [
    { name: 'Tổ hòa giải liên buôn Ea Kmăt, buôn Krông Păc, buôn Ea Yông A và thôn Nghĩa Tân xã Ea Yông', communeId: '24502' },
  ]);
  putRecords(
    join(base, 'long'),
    'mediator',
    Array.from({ length: 40 }, (_, index) => ({
      fullName: `${name} ${'ABCDEFGHIKLMNOPQRSTUVXY'.charAt(index % 23)}${index}`.replace(/\d/g, ''),
      sex: index % 2 === 0 ? 'female' : 'male',
      birthDate: String(1950 + index),
      ethnicGroup: '12',
      teamId,
      role: index === 0 ? 'leader' : 'member',
      position: 'Chi hội trưởng Chi hội Người cao tuổi kiêm Phó ban công tác Mặt trận buôn Ea Kmăt',
    })),
  );
  const demo = join(base, 'demo');
  execFileSync(process.execPath, [shg, 'demo', '--out', demo, '--scale', 'district'], { stdio: 'ignore' });
  const packages = readdirSync(join(demo, 'packages')).filter((one) => one.endsWith('.hgpkg'));
  const merge = ['merge', '-w', join(demo, 'province'), ...packages.map((one) => join(demo, 'packages', one))];
  execFileSync(process.execPath, [shg, ...merge, '--password-file', join(demo, 'password.txt')], { stdio: 'ignore' });
});

test.afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

const open = async (workspace: string, [width, height]: readonly [number, number]): Promise<void> => {
  app = await launch({ width, height });
  ({ page } = app);
  app.answerDialogs([join(base, workspace)]);
  await pressButton(page, words.start.openFolder);
  await tabTo(page, words.start.password);
  await page.keyboard.insertText(password);
  await page.keyboard.press('Enter');
  await expectText(page, words.home.attention);
};

const look = async (name: string): Promise<void> => {
  await page.waitForTimeout(350);
  await app.picture(name);
  await expectAccessible(page, name);
};

const byKey: readonly (readonly [name: string, key: string])[] = [
  ['home', 'Alt+1'],
  ['teams', 'Alt+2'],
  ['mediators', 'Alt+3'],
  ['sessions', 'Alt+4'],
  ['nominations', 'Alt+5'],
  ['trainers', 'Alt+6'],
  ['people', 'Alt+7'],
  ['findings', 'Alt+8'],
  ['print', 'Alt+9'],
];

const byName: readonly (readonly [name: string, label: string])[] = [
  ['import', words.nav.importing],
  ['export', words.nav.exportPackage],
  ['receipts', words.nav.receipts],
  ['enrolment', words.nav.enrolment],
  ['trust', words.nav.trust],
  ['units', words.nav.residentialUnits],
  ['decisions', words.nav.decisions],
  ['backup', words.nav.backup],
  ['removed', words.nav.removed],
  ['settings', words.nav.settings],
];

for (const size of sizes) {
  const at = size.join('x');

  test(`every screen of an office with nothing in it says what to do first, ${at}`, async () => {
    await open('empty', size);
    for (const [name, key] of byKey) {
      await page.keyboard.press(key);
      await look(`empty-${name}-${at}`);
    }
    for (const [name, label] of byName) {
      await pressButton(page, label);
      await look(`empty-${name}-${at}`);
    }
    await app.close();
  });

  test(`every form that lacks what it needs says so beside the field and above, ${at}`, async () => {
    await open('long', size);
    for (const [name, key] of byKey.slice(1, 7)) {
      await page.keyboard.press(key);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForTimeout(300);
      await page.keyboard.press('Control+n');
      await page.waitForTimeout(400);
      await page.keyboard.press('Control+Enter');
      await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
      await expect(page.getByRole('alert').first()).toBeVisible();
      await look(`error-${name}-${at}`);
      await page.keyboard.press('Escape');
      await page.waitForTimeout(200);
    }
    await app.close();
  });

  test(`long names and many rows stand whole or are cut with a sign, ${at}`, async () => {
    await open('long', size);
    for (const [name, key] of byKey) {
      await page.keyboard.press(key);
      await look(`long-${name}-${at}`);
    }
    await page.keyboard.press('Alt+2');
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('Enter');
    await expectText(page, words.teams.memberTitle);
    await look(`long-team-${at}`);
    const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(sticksOut).toBe(false);
    await app.close();
  });
}

test('every screen with a year of data at 1920x1080', async () => {
  app = await launch({ width: 1920, height: 1080 });
  await walkDistrict(app, join(base, 'demo'), async (name) => {
    await app.picture(`full-${name}-1920x1080`);
  });
  await app.close();
  app = await launch({ width: 1920, height: 1080 });
  await walkProvince(app, join(base, 'demo'), async (name) => {
    await app.picture(`full-${name}-1920x1080`);
  });
  await app.close();
  const folder = new URL('../../out/screens/', import.meta.url).pathname;
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'));
  const items = pictures.map((name) => `<figure><img src="${name}" loading="lazy"><figcaption>${name}</figcaption></figure>`);
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Screens</title><style>img{width:660px;border:1px solid #999}figure{display:inline-block;margin:8px}</style>${items.join('')}`,
  );
  expect(pictures.length).toBeGreaterThan(60);
});
