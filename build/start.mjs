// Sets up, builds and opens the application; where there is no display, runs the guided demo on a virtual one.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildBundles } from './build.mjs';
import { readRuntime } from './electron-runtime.mjs';
import { appFolder, node24, root } from './paths.mjs';
import { environment, run } from './run.mjs';
import { setUp } from './setup.mjs';

const hasDisplay = () =>
  process.platform !== 'linux' || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;

await setUp();
process.stderr.write('Building ...\n');
await buildBundles();
const runtime = readRuntime();
if (runtime === undefined) {
  process.stderr.write('The application cannot be opened: there is no Electron.\n');
  process.exitCode = 1;
} else if (hasDisplay()) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(runtime.electron, [join(appFolder, 'main.cjs'), ...asRoot], {
    stdio: 'inherit',
    env: { ...environment, SHG_NODE: runtime.node },
  });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
} else {
  process.stderr.write('There is no display: running the guided demo on a virtual one.\n');
  const { code } = await run(node24, [join(root, 'build', 'demo.mjs')]);
  process.exitCode = code;
}
