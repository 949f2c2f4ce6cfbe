import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appFolder, isStarted, node24, out, root } from './paths.mjs';
import { asProgram, Obstacle, run } from './run.mjs';

/** Sources of each bundle; a bundle is stale when one of them is newer than its stamp. */
const sources = {
  main: ['main/shell', 'shared', 'build/vite'],
  preload: ['main/shell', 'shared', 'build/vite'],
  engine: ['main/engine', 'db', 'shared', 'build/vite'],
  shg: ['main/cli', 'main/engine', 'db', 'shared', 'build/vite'],
  renderer: ['renderer', 'shared', 'build/vite'],
};
const files = ['package.json', 'package-lock.json', 'tsconfig.json'];
export const bundleNames = Object.keys(sources);

const placeOf = (name) => (name === 'renderer' ? 'renderer' : `${name}.cjs`);
const stampOf = (name) => join(appFolder, `.built-${name}`);

/** Whether anything below a folder is newer: a folder itself is when a file in it came or went. */
const isNewerThan = (builtAt, path) => {
  const status = statSync(path);
  return (
    status.mtimeMs > builtAt || (status.isDirectory() && readdirSync(path).some((name) => isNewerThan(builtAt, join(path, name))))
  );
};

const isStale = (name) => {
  if (!existsSync(stampOf(name)) || !existsSync(join(appFolder, placeOf(name)))) return true;
  const builtAt = Number(readFileSync(stampOf(name), 'utf8'));
  return [...files, ...sources[name]].some((path) => isNewerThan(builtAt, join(root, path)));
};

const lock = join(out, '.build-lock');
const longestBuild = 120_000;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const isRunning = (processId) => {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Whether the holder of the lock has died; an empty lock is one that is just being written. */
const isLeftBehind = () => {
  try {
    const age = Date.now() - statSync(lock).mtimeMs;
    const holder = Number(readFileSync(lock, 'utf8'));
    return age > longestBuild || (holder === 0 ? age > 5000 : !isRunning(holder));
  } catch {
    return false;
  }
};

const takeLock = () => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
};

/** Several command lines may find the same bundle stale; one builds, the others wait. Two that build after a crash do no harm: a bundle is moved into place whole. */
const withLock = async (work) => {
  mkdirSync(out, { recursive: true });
  while (!takeLock()) {
    if (isLeftBehind()) rmSync(lock, { force: true });
    else await pause(100);
  }
  const release = () => rmSync(lock, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
};

const buildOne = async (name) => {
  const startedAt = Date.now();
  const staging = join(out, `.building-${process.pid}`);
  try {
    const { code, output } = await run(node24, [join(root, 'build', 'vite', 'build-one.mjs'), name, staging], { quiet: true });
    if (code !== 0) throw new Obstacle(`Building ${name} failed:\n${output.slice(-4000)}`);
    mkdirSync(appFolder, { recursive: true });
    const place = join(appFolder, placeOf(name));
    // A folder cannot be replaced in one step; windows read theirs only when they open.
    if (name === 'renderer') rmSync(place, { recursive: true, force: true });
    renameSync(name === 'renderer' ? staging : join(staging, placeOf(name)), place);
    writeFileSync(stampOf(name), String(startedAt));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
};

/** Builds the bundles that are older than their sources. Returns the names built. */
export const buildBundles = async (names = bundleNames) => {
  if (!names.some(isStale)) return [];
  return withLock(async () => {
    const stale = names.filter(isStale);
    for (const name of stale) await buildOne(name);
    return stale;
  });
};

if (isStarted(import.meta.url))
  await asProgram(async () => {
    const built = await buildBundles();
    process.stderr.write(built.length === 0 ? 'Everything is built.\n' : `Built: ${built.join(', ')}\n`);
  });
