import { join } from 'node:path';
import { test } from '@playwright/test';
import { launch, type RunningApp } from '#test/e2e/support/launch.ts';
import { walkDistrict, walkProvince, type Look } from './walk.ts';

const demo = process.env.SHG_TOUR ?? '';
const pictures = join(demo, 'screens');

const sizes = [
  { name: '1366x768', width: 1366, height: 768 },
  { name: '1920x1080', width: 1920, height: 1080 },
] as const;

/** Takes a picture once the screen stands still. */
const pictureOf =
  (app: RunningApp, size: string): Look =>
  async (name) => {
    await app.page.waitForTimeout(250);
    await app.picture(`${size}-${name}`);
  };

for (const size of sizes) {
  test(`district at ${size.name}`, async () => {
    const app = await launch({ ...size, pictures });
    await walkDistrict(app, demo, pictureOf(app, size.name));
    await app.close();
  });

  test(`province at ${size.name}`, async () => {
    const app = await launch({ ...size, pictures });
    await walkProvince(app, demo, pictureOf(app, size.name));
    await app.close();
  });
}
