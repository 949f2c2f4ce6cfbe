// The end-to-end tests on the official Electron: for a PC that can fetch it.
import { readRuntime } from './electron-runtime.mjs';
import { node24 } from './paths.mjs';
import { asProgram, Obstacle, run } from './run.mjs';
import { setUp } from './setup.mjs';

await asProgram(async () => {
  await setUp();
  const runtime = readRuntime();
  if (runtime?.official !== true)
    throw new Obstacle('The official Electron is not installed here and could not be fetched; nothing was tested.');
  process.stderr.write(`Electron ${runtime.version}\n`);
  const { code } = await run(node24, ['build/test.mjs', 'e2e']);
  process.exitCode = code;
});
