import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appFolder, node24, root } from './paths.mjs';
import { run } from './run.mjs';

/** Sources of each bundle; a bundle is stale when one of them is newer than its stamp. */
const sources = {
  main: ['main/shell', 'shared', 'build/vite'],
  preload: ['main/shell', 'shared', 'build/vite'],
  engine: ['main/engine', 'db', 'shared', 'build/vite'],
  shg: ['main/cli', 'main/engine', 'db', 'shared', 'build/vite'],
  renderer: ['renderer', 'shared', 'build/vite'],
};
export const bundleNames = Object.keys(sources);

const newest = (folder) => {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
};

const stampOf = (name) => join(appFolder, `.built-${name}`);

const isStale = (name) => {
  if (!existsSync(stampOf(name))) return true;
  const builtAt = Number(readFileSync(stampOf(name), 'utf8'));
  return (
    sources[name].some((folder) => newest(join(root, folder)) > builtAt) ||
    statSync(join(root, 'package-lock.json')).mtimeMs > builtAt
  );
};

const lockFolder = join(root, 'out', '.building');
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** One build at a time: several command lines may find the same bundle stale. A lock left by a crash is taken over after two minutes. */
const withLock = async (work) => {
  mkdirSync(join(root, 'out'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lockFolder);
      break;
    } catch {
      if (existsSync(lockFolder) && Date.now() - statSync(lockFolder).mtimeMs > 120_000)
        rmSync(lockFolder, { recursive: true, force: true });
      await pause(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
};

/** Builds the bundles that are older than their sources. Returns the names built. */
export const buildBundles = async (names = bundleNames) => {
  if (!names.some(isStale)) return [];
  return withLock(async () => {
    const stale = names.filter(isStale);
    for (const name of stale) {
      const startedAt = Date.now();
      const { code, output } = await run(node24, [join(root, 'build', 'vite', 'build-one.mjs'), name], { quiet: true });
      if (code !== 0) throw new Error(`Building ${name} failed:\n${output.slice(-4000)}`);
      writeFileSync(stampOf(name), String(startedAt));
    }
    return stale;
  });
};

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const built = await buildBundles();
  process.stderr.write(built.length === 0 ? 'Everything is built.\n' : `Built: ${built.join(', ')}\n`);
}
