// Everything that must hold, in order; goes on after a failure so that the whole picture is shown. The last line counts all runners together.
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from './build.mjs';
import { runOnDisplay } from './display.mjs';
import { useMemoryFolder } from './memory-folder.mjs';
import { node24, out, root } from './paths.mjs';
import { Obstacle, run } from './run.mjs';
import { setUp } from './setup.mjs';
import { runVitest } from './vitest-report.mjs';

const only = process.argv.slice(2);
const wants = (part) => only.length === 0 || only.includes(part);

let passed = 0;
let failed = 0;
let skipped = 0;
const say = (text) => process.stdout.write(`${text}\n`);

const note = (name, ok, output = '') => {
  if (ok) passed += 1;
  else failed += 1;
  say(`${ok ? 'ok  ' : 'FAIL'} ${name}`);
  if (!ok && output.trim() !== '') say(output.trimEnd());
};

const check = async (name, tool, args) => {
  const { code, output } = await run(node24, [join(root, 'node_modules', ...tool), ...args], { quiet: true });
  note(name, code === 0, output);
};

const environments = () => readdirSync(join(root, 'build', 'tsconfig')).map((file) => file.replace('.json', ''));

const types = async () => {
  for (const name of environments())
    await check(`types: ${name}`, ['@typescript', 'native', 'bin', 'tsc'], ['-p', `build/tsconfig/${name}.json`]);
};

/** Lint, which knows the types, takes as long as all else together: side by side on two cores. */
const lint = async () => {
  await check(
    'format',
    ['prettier', 'bin', 'prettier.cjs'],
    ['--config', 'build/prettier.config.mjs', '--check', '--log-level', 'warn', '.'],
  );
  await Promise.all([check('lint', ['eslint', 'bin', 'eslint.js'], ['-c', 'build/eslint.config.mjs', '.']), types()]);
};

const cruiser = ['dependency-cruiser', 'bin', 'dependency-cruiser.mjs'];
const planted = 'build/import-rules/planted';

/** Every rule must find the violation that was planted for it. */
const checkPlanted = async () => {
  const { output } = await run(
    node24,
    [join(root, 'node_modules', ...cruiser), '--config', 'build/import-rules.cjs', planted, '--output-type', 'json'],
    {
      quiet: true,
      env: { SHG_PLANTED: '1' },
    },
  );
  const { default: rules } = await import('./import-rules.cjs');
  const found = new Set(JSON.parse(output.slice(output.indexOf('{'))).summary.violations.map((violation) => violation.rule.name));
  for (const { name } of rules.forbidden) note(`import rule finds its planted violation: ${name}`, found.has(name));
};

/** `../../` is a matter of spelling, so it is the linter that finds it; that it does is tried in the same way. */
const checkPlantedSpelling = async () => {
  const { output } = await run(
    node24,
    [join(root, 'node_modules', 'eslint', 'bin', 'eslint.js'), '-c', 'build/eslint.config.mjs', '--format', 'json', planted],
    { quiet: true, env: { SHG_PLANTED: '1' } },
  );
  const files = JSON.parse(output.slice(output.indexOf('[{')));
  const found = files.flatMap((file) => file.messages.map((message) => message.ruleId));
  for (const rule of ['no-restricted-imports', 'no-restricted-syntax'])
    note(`lint finds the planted ../../ (${rule})`, found.includes(rule));
};

/** Packages of which a second copy would be a second database driver, a second React, a second set of types. */
const single = ['better-sqlite3', 'drizzle-orm', 'electron', 'react', 'react-dom', 'zod'];

const checkSingleCopies = () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const names = Object.entries(packages).map(([path, { name }]) => name ?? path.split('node_modules/').at(-1));
  const aliases = { 'better-sqlite3': ['better-sqlite3', 'better-sqlite3-multiple-ciphers'] };
  const copies = (wanted) => names.filter((name) => (aliases[wanted] ?? [wanted]).includes(name)).length;
  const wrong = single.filter((name) => copies(name) !== 1);
  note('installed once: database driver, Electron, React, schemas', wrong.length === 0, wrong.join(', '));
};

const importRules = async () => {
  await check('import rules', cruiser, ['--config', 'build/import-rules.cjs', 'shared', 'db', 'main', 'renderer', 'test']);
  await checkPlanted();
  await checkPlantedSpelling();
  checkSingleCopies();
};

const unit = async () => {
  const counts = await runVitest('vitest.config.ts', { name: 'unit' });
  if (!counts.ended) return note('unit and engine tests', false, 'A test file could not be run, or the runner did not finish.');
  passed += counts.passed;
  failed += counts.failed;
  skipped += counts.skipped;
};

const e2e = async () => {
  const report = join(out, 'e2e-report.json');
  rmSync(report, { force: true });
  const { code } = await runOnDisplay(node24, [
    join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    '-c',
    'build/playwright.config.ts',
  ]);
  if (!existsSync(report)) return note('end-to-end tests', false, 'The runner did not finish.');
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  passed += stats.expected;
  failed += stats.unexpected + stats.flaky;
  skipped += stats.skipped;
  if (code !== 0 && stats.unexpected + stats.flaky === 0) note('end-to-end tests', false, 'The runner failed.');
};

const step = async (name, work) => {
  try {
    await work();
  } catch (error) {
    note(name, false, error instanceof Obstacle ? error.message : String(error?.stack ?? error));
  }
};

await step('set-up', () => setUp({ forTests: wants('unit') }));
if (wants('check')) {
  await step('lint and types', lint);
  await step('import rules', importRules);
}
if (wants('unit') || wants('e2e')) {
  useMemoryFolder();
  await step('build', () => buildBundles());
}
if (wants('unit')) await step('unit and engine tests', unit);
if (wants('e2e')) await step('end-to-end tests', e2e);

say(skipped === 0 ? `${passed} passed, ${failed} failed` : `${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
