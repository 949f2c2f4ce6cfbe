// Runs that take too long for every day: thousands of histories and mutated files. Prints the seed first; the last line counts all.
import { environmentOf, readLongParameters } from './long-parameters.mjs';
import { asProgram } from './run.mjs';
import { setUp } from './setup.mjs';
import { runVitest } from './vitest-report.mjs';

await asProgram(async () => {
  const parameters = readLongParameters(process.argv.slice(2));
  await setUp();
  const { seed, runs, files } = parameters;
  process.stdout.write(`seed ${seed}, ${runs === undefined ? 'runs as each file says' : `${runs} runs each`}\n`);
  const {
    passed,
    failed: wrong,
    skipped,
    ended,
  } = await runVitest('vitest-long.config.ts', {
    name: 'long',
    files,
    env: environmentOf(parameters),
  });
  const failed = ended || wrong > 0 ? wrong : 1;
  process.stdout.write(`seed ${seed}: npm run test:long -- --seed ${seed}${runs === undefined ? '' : ` --runs ${runs}`}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
});
