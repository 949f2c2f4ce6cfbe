// Development: the windows reload on change, shell and engine are built again and the application restarts.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { buildBundles } from './build.mjs';
import { readRuntime } from './electron-runtime.mjs';
import { appFolder, root } from './paths.mjs';
import { environment } from './run.mjs';
import { setUp } from './setup.mjs';
import { renderer } from './vite/renderer.mjs';

await setUp();
const bundles = ['main', 'preload', 'engine'];
await buildBundles(bundles);
const server = await createServer(renderer);
await server.listen();
const runtime = readRuntime();
if (runtime === undefined) throw new Error('There is no Electron here.');

let child;
let restarting = false;
const start = () => {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  child = spawn(runtime.electron, [join(appFolder, 'main.cjs'), ...asRoot], {
    stdio: 'inherit',
    env: { ...environment, SHG_NODE: runtime.node, SHG_DEV_URL: `http://localhost:${renderer.server.port}/` },
  });
  child.on('exit', () => {
    if (!restarting) void server.close().then(() => process.exit(0));
  });
};

const restart = async () => {
  if (restarting) return;
  restarting = true;
  try {
    if ((await buildBundles(bundles)).length > 0) {
      child.kill();
      await new Promise((done) => child.once('exit', done));
      start();
    }
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
  } finally {
    restarting = false;
  }
};

start();
for (const folder of ['main', 'db', 'shared'])
  watch(join(root, folder), { recursive: true }, () => setTimeout(() => void restart(), 200));
