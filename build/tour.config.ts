import { defineConfig } from '@playwright/test';

/** The guided demo's tour: the same real window as the end-to-end tests, on the demo's workspaces. */
export default defineConfig({
  testDir: '../test/tour',
  testMatch: '**/*.tour.ts',
  outputDir: '../out/tour',
  workers: 1,
  timeout: 240_000,
  reporter: [['list']],
});
