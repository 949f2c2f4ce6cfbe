import { defineConfig } from '@playwright/test';

/** A real input method types into the real window; needs a desktop session of its own, see `input-method.mjs`. */
export default defineConfig({
  testDir: '../test/input-method',
  testMatch: '**/*.spec.ts',
  outputDir: '../out/input-method',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [['list']],
});
