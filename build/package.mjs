// Packs the application with electron-builder. The official Electron only; `--trial` packs on whatever runs here, to see that it packs and starts.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildBundles } from './build.mjs';
import { readRuntime } from './electron-runtime.mjs';
import { node24, out, root } from './paths.mjs';
import { environment, run } from './run.mjs';
import { setUp } from './setup.mjs';

const isTrial = process.argv.includes('--trial');
await setUp();
const runtime = readRuntime();
if (runtime === undefined || (!runtime.official && !isTrial)) {
  process.stderr.write(
    'Packing needs the official Electron, which is not here. `npm run package -- --trial` tries the packing without making anything to install.\n',
  );
  process.exit(1);
}
await buildBundles();

const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
const { code, output } = await run(
  node24,
  [builder, '--linux', 'dir', '--config', 'build/electron-builder.cjs', '--publish', 'never'],
  {
    quiet: true,
    env: {
      SHG_ELECTRON_DIST: dirname(runtime.electron),
      SHG_ELECTRON_VERSION: runtime.version,
      SHG_PACKAGE_TRIAL: isTrial ? '1' : '0',
    },
  },
);
if (code !== 0) {
  process.stderr.write(`electron-builder failed:\n${output.slice(-3000)}\n`);
  process.exit(1);
}
const binary = join(out, isTrial ? 'package-trial' : 'package', 'linux-unpacked', 'so-hoa-giai');
if (!existsSync(binary)) throw new Error(`${binary} is not there`);

/** Starts the packed program and waits for it to print a page: its windows, protocol and shell work. */
const smoke = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-smoke-'));
  const { writeFileSync } = await import('node:fs');
  const pdf = join(folder, 'page.pdf');
  const jobs = join(folder, 'jobs.json');
  writeFileSync(
    jobs,
    JSON.stringify([
      {
        paper: { title: '', html: '<!doctype html><p>Sổ Hòa Giải</p>', landscape: false, pageNumbers: false, fileName: '' },
        file: pdf,
      },
    ]),
  );
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...asRoot, '--disable-gpu', `--print-job=${jobs}`, `--user-data-dir=${join(folder, 'profile')}`];
  const needsDisplay = environment.DISPLAY === undefined && process.platform === 'linux';
  const command = needsDisplay ? 'xvfb-run' : binary;
  const full = needsDisplay ? ['-a', '-s', '-screen 0 1280x1024x24', binary, ...args] : args;
  const child = spawn(command, full, { stdio: 'ignore', env: environment });
  const exit = await new Promise((settle) => child.on('exit', settle));
  const ok = exit === 0 && existsSync(pdf);
  rmSync(folder, { recursive: true, force: true });
  return ok;
};

const started = await smoke();
process.stderr.write(
  `Packed: ${binary}${isTrial ? ' (a trial on the fallback runtime, not to be installed)' : ''}\n${started ? 'It starts.' : 'It does not start.'}\n`,
);
process.exitCode = started ? 0 : 1;
