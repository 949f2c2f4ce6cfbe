// The command line in the repository: builds its bundle when a source is newer, then runs it on Node 24.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from './build.mjs';
import { appFolder, node24 } from './paths.mjs';

if (!existsSync(node24)) {
  const { setUp } = await import('./setup.mjs');
  await setUp();
}
try {
  await buildBundles(['shg']);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(4);
}
if (process.argv.includes('--format') || process.argv.includes('--sheet') || process.argv.includes('--transmittal')) {
  const { readRuntime } = await import('./electron-runtime.mjs');
  if (readRuntime() === undefined) await (await import('./setup.mjs')).setUp();
  await buildBundles(['main', 'preload']);
}
const child = spawn(node24, [join(appFolder, 'shg.cjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 1;
});
