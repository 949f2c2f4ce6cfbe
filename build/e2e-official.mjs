// The end-to-end tests on the official Electron: for a PC that can fetch it.
import { readRuntime } from './electron-runtime.mjs';
import { node24 } from './paths.mjs';
import { run } from './run.mjs';
import { setUp } from './setup.mjs';

await setUp();
const runtime = readRuntime();
if (runtime?.official !== true) {
  process.stderr.write('The official Electron is not here and could not be fetched; nothing was tested.\n');
  process.exitCode = 1;
} else {
  process.stderr.write(`Electron ${runtime.version}\n`);
  const { code } = await run(node24, ['build/test.mjs', 'e2e']);
  process.exitCode = code;
}
