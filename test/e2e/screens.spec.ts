import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { walkDistrict, walkProvince, type Look } from '#test/tour/walk.ts';
import { expectAccessible } from './support/accessibility.ts';
import { launch, type RunningApp } from './support/launch.ts';

const shg = new URL('../../out/app/shg.cjs', import.meta.url).pathname;
let demo = '';

test.beforeAll(() => {
  demo = join(mkdtempSync(join(tmpdir(), 'so-hoa-giai-screens-')), 'demo');
  execFileSync(process.execPath, [shg, 'demo', '--out', demo, '--scale', 'district']);
  const packages = readdirSync(join(demo, 'packages')).filter((name) => name.endsWith('.hgpkg'));
  const merge = ['merge', '-w', join(demo, 'province'), ...packages.map((name) => join(demo, 'packages', name))];
  execFileSync(process.execPath, [shg, ...merge, '--password-file', join(demo, 'password.txt')]);
});

test.afterAll(() => {
  rmSync(join(demo, '..'), { recursive: true, force: true });
});

/** A picture of the screen with data, and nothing that axe finds wrong with it. */
const lookAt =
  (app: RunningApp): Look =>
  async (name) => {
    await app.picture(`full-${name}`);
    await expectAccessible(app.page, name);
  };

test('every screen of a district with a year of data is accessible', async () => {
  const app = await launch();
  await walkDistrict(app, demo, lookAt(app));
  await app.close();
});

test('every screen of the province is accessible', async () => {
  const app = await launch();
  await walkProvince(app, demo, lookAt(app));
  await app.close();
});
