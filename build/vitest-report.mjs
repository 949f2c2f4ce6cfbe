import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { node24, out, root } from './paths.mjs';
import { run } from './run.mjs';

/** Runs vitest with a configuration of `build/`; what it prints goes through. `ended` is false where a file could not be run or nothing was counted. */
export const runVitest = async (config, { files = [], env = {}, name }) => {
  const report = join(out, `${name}-report.json`);
  rmSync(report, { force: true });
  const { code } = await run(
    node24,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '-c',
      `build/${config}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...files,
    ],
    { env },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, ended: false };
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  const failed = counts.numFailedTests;
  return {
    passed: counts.numPassedTests,
    failed,
    skipped: counts.numPendingTests,
    ended: code === 0 || failed > 0,
  };
};
