// Packs the application with electron-builder. The official Electron only; `--trial` packs on whatever runs here, to see that it packs and starts.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildBundles } from './build.mjs';
import { runOnDisplay } from './display.mjs';
import { readRuntime } from './electron-runtime.mjs';
import { node24, out, root } from './paths.mjs';
import { asProgram, Obstacle, run } from './run.mjs';
import { setUp } from './setup.mjs';

const isTrial = process.argv.includes('--trial');

const pack = async (runtime) => {
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
  if (code !== 0) throw new Obstacle(`electron-builder failed:\n${output.slice(-3000)}`);
  const binary = join(out, isTrial ? 'package-trial' : 'package', 'linux-unpacked', 'so-hoa-giai');
  if (!existsSync(binary)) throw new Obstacle(`electron-builder ended well, but ${binary} is not there.`);
  return binary;
};

await asProgram(async () => {
  await setUp();
  const runtime = readRuntime();
  if (runtime === undefined || (!runtime.official && !isTrial))
    throw new Obstacle(
      'Packing needs the official Electron, which is not here. `npm run package -- --trial` tries the packing without making anything to install.',
    );
  await buildBundles();
  const binary = await pack(runtime);
  process.stderr.write(`Packed: ${binary}${isTrial ? ' (a trial, not to be installed)' : ''}\n`);
  const { code } = await runOnDisplay(node24, [join(root, 'build', 'smoke.mjs'), binary], { env: { SHG_NODE: runtime.node } });
  process.exitCode = code;
});
