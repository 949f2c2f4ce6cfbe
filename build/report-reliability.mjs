// The figures of the reliability report, from running the tests that count them: histories, mutated files, crashes. A table in out/.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf, readLongParameters } from './long-parameters.mjs';
import { out, root } from './paths.mjs';
import { reliabilityHtml, reliabilityMarkdown } from './reliability-table.mjs';
import { asProgram, run } from './run.mjs';
import { setUp } from './setup.mjs';
import { runVitest } from './vitest-report.mjs';

const folder = join(out, 'reliability');

const readParts = () =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));

/** Tests of every day that count for the report too. Those of histories have their long run, which is another file. */
const countingTests = () =>
  readdirSync(join(root, 'test'), { recursive: true })
    .map((file) => join('test', file))
    .filter((file) => file.endsWith('.test.ts') && readFileSync(join(root, file), 'utf8').includes("'#test/support/figures.ts'"));

const commitOf = async () => {
  const { code, output } = await run('git', ['describe', '--always', '--dirty', '--abbrev=12'], { quiet: true });
  return code === 0 ? output.trim() : 'unknown';
};

await asProgram(async () => {
  const parameters = readLongParameters(process.argv.slice(2));
  const started = Date.now();
  await setUp();
  rmSync(folder, { recursive: true, force: true });
  const env = environmentOf(parameters);
  const results = [await runVitest('vitest-long.config.ts', { name: 'long', files: parameters.files, env })];
  const others = countingTests();
  if (others.length > 0 && parameters.files.length === 0)
    results.push(await runVitest('vitest.config.ts', { name: 'counting', files: others, env }));
  const sum = (name) => results.reduce((total, one) => total + one[name], 0);
  const report = {
    parts: readParts(),
    commit: await commitOf(),
    seed: parameters.seed,
    minutes: (Date.now() - started) / 60_000,
    passed: sum('passed'),
    failed: results.every((one) => one.ended) ? sum('failed') : Math.max(1, sum('failed')),
  };
  writeFileSync(join(out, 'reliability.md'), reliabilityMarkdown(report));
  writeFileSync(join(out, 'reliability.html'), reliabilityHtml(report));
  process.stdout.write(`${join(out, 'reliability.html')}\n${report.passed} passed, ${report.failed} failed\n`);
  process.exitCode = report.failed === 0 && report.passed > 0 ? 0 : 1;
});
