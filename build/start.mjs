// Sets up, builds and opens the application; where there is no display, runs the guided demo on a virtual one.
import { join } from 'node:path';
import { buildBundles } from './build.mjs';
import { hasDisplay, sandboxOptions } from './display.mjs';
import { readRuntime } from './electron-runtime.mjs';
import { appFolder, node24, root } from './paths.mjs';
import { asProgram, Obstacle, run } from './run.mjs';
import { setUp } from './setup.mjs';

const open = (runtime) =>
  run(runtime.electron, [join(appFolder, 'main.cjs'), ...sandboxOptions], { env: { SHG_NODE: runtime.node } });

const runDemo = () => {
  process.stderr.write('There is no display: running the guided demo on a virtual one.\n');
  return run(node24, [join(root, 'build', 'demo.mjs')]);
};

await asProgram(async () => {
  await setUp();
  process.stderr.write('Building ...\n');
  await buildBundles();
  const runtime = readRuntime();
  if (runtime === undefined) throw new Obstacle('The application cannot be opened: there is no Electron.');
  const { code } = hasDisplay() ? await open(runtime) : await runDemo();
  process.exitCode = code;
});
