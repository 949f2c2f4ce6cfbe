// Development: the windows reload on change, shell and engine are built again and the application restarts.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from './build.mjs';
import { hasDisplay, sandboxOptions } from './display.mjs';
import { readRuntime } from './electron-runtime.mjs';
import { appFolder, root } from './paths.mjs';
import { asProgram, environment, Obstacle } from './run.mjs';
import { setUp } from './setup.mjs';

const bundles = ['main', 'preload', 'engine'];
const settleTime = 200;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** The running application; `restart` ends it and starts the newest build. */
const runApplication = (runtime, address, onClosed) => {
  const start = () => {
    const child = spawn(runtime.electron, [join(appFolder, 'main.cjs'), ...sandboxOptions], {
      stdio: 'inherit',
      env: { ...environment, SHG_NODE: runtime.node, SHG_DEV_URL: address },
    });
    child.once('exit', onClosed);
    return child;
  };
  let child = start();
  const stop = () => {
    child.off('exit', onClosed);
    const gone = new Promise((done) => child.once('exit', done));
    child.kill();
    return gone;
  };
  return {
    stop,
    restart: async () => {
      await stop();
      child = start();
    },
  };
};

/** Builds what has changed until nothing has: a file saved during a build must not be lost. */
const rebuildOnChange = (restart) => {
  let working = false;
  const work = async () => {
    if (working) return;
    working = true;
    try {
      await pause(settleTime);
      while ((await buildBundles(bundles)).length > 0) await restart();
    } catch (error) {
      process.stderr.write(`${error.message}\n`);
    } finally {
      working = false;
    }
  };
  for (const folder of ['main', 'db', 'shared']) watch(join(root, folder), { recursive: true }, () => void work());
};

await asProgram(async () => {
  await setUp();
  if (!hasDisplay()) throw new Obstacle('Development needs a display; `npm start` runs the guided demo without one.');
  const runtime = readRuntime();
  if (runtime === undefined) throw new Obstacle('There is no Electron here.');
  await buildBundles(bundles);
  // Only after set-up: on a fresh machine there is no Vite before.
  const { createServer } = await import('vite');
  const { renderer } = await import('./vite/renderer.mjs');
  const server = await createServer(renderer);
  await server.listen();
  process.stdout.write(`Every component in every state: http://localhost:${renderer.server.port}/gallery.html\n`);
  const application = runApplication(runtime, `http://localhost:${renderer.server.port}/`, () => {
    void server.close().then(() => process.exit(0));
  });
  rebuildOnChange(application.restart);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => void Promise.all([application.stop(), server.close()]).then(() => process.exit(0)));
});
