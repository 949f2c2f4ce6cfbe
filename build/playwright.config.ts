import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '../test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../out/e2e',
  // Each window has a profile and workspaces of its own; files are shared out, the tests of a file stay in order.
  workers: 2,
  timeout: 300_000,
  // How fast a machine is decides nothing.
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../out/e2e-report.json' }]],
});
