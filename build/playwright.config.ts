import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '../test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../out/e2e',
  workers: 1,
  timeout: 180_000,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../out/e2e-report.json' }]],
});
