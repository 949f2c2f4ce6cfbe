import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Long runs of `npm run test:long`: every `test/long/**` file that ends in `.long.ts`. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/long/**/*.long.ts'],
    globalSetup: ['build/vitest-setup.mjs'],
    setupFiles: ['test/support/cheap-scrypt.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 3 * 60 * 60_000,
    hookTimeout: 120_000,
    allowOnly: false,
  },
});
