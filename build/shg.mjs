// The command line in the repository: builds its bundle when a source is newer, then runs it on Node 24.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { buildBundles } from './build.mjs';
import { readRuntime } from './electron-runtime.mjs';
import { appFolder, node24, root } from './paths.mjs';
import { Obstacle } from './run.mjs';

const given = process.argv.slice(2);
const prints = ['--format', '--sheet', '--transmittal'].some((option) => given.includes(option));

/** Nothing may be printed to standard output here: it belongs to the command. */
const prepare = async () => {
  if (!existsSync(node24) || (prints && readRuntime() === undefined)) await (await import('./setup.mjs')).setUp();
  await buildBundles(prints ? ['shg', 'main', 'preload'] : ['shg']);
};

/** npm starts scripts in the project's folder; the paths given are meant from where the user stands. */
const userFolder = process.cwd() === root ? (process.env.INIT_CWD ?? root) : process.cwd();

const start = () => {
  const child = spawn(node24, [join(appFolder, 'shg.cjs'), ...given], { stdio: 'inherit', cwd: userFolder });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 4;
  });
  // As a shell reports it: 128 and the signal's number.
  child.on('exit', (code, signal) => (process.exitCode = code ?? 128 + constants.signals[signal]));
};

try {
  await prepare();
  start();
} catch (error) {
  process.stderr.write(`${error instanceof Obstacle ? error.message : error.stack}\n`);
  process.exitCode = 4;
}
