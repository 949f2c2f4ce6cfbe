// Brings a fresh machine with Node and npm to the point where everything runs. Only what Node itself has may be used here.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setUpRuntime } from './electron-runtime.mjs';
import { out, root } from './paths.mjs';
import { run } from './run.mjs';

const say = (text) => process.stderr.write(`${text}\n`);

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
const stamp = join(root, 'node_modules', '.set-up');

const installPackages = async () => {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return;
  say('Installing packages (npm ci) ...');
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], {
    quiet: true,
    shell: process.platform === 'win32',
  });
  if (code !== 0) throw new Error(`The packages could not be installed:\n${output.slice(-3000)}`);
  writeFileSync(stamp, lockHash());
};

/** Program that shows a package is there, by Debian package name. */
const tools = { xvfb: 'Xvfb', 'poppler-utils': 'pdftotext', minisign: 'minisign', age: 'age', unzip: 'unzip' };
const libraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'fonts-liberation', 'fonts-noto-core'];

const isDebian = () => process.platform === 'linux' && existsSync('/etc/debian_version');

const missingSystemPackages = async () => {
  const names = [...Object.keys(tools), ...libraries];
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${Status}\n', ...names], { quiet: true });
  return names.filter((name) => !output.includes(`${name} install ok installed`));
};

const installSystemPackages = async () => {
  if (!isDebian()) return;
  const missing = await missingSystemPackages();
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    say(`Missing system packages (install as administrator: apt-get install ${missing.join(' ')}).`);
    return;
  }
  say(`Installing system packages: ${missing.join(' ')} ...`);
  await run('apt-get', ['update', '-qq'], { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
  const { code, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    quiet: true,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code !== 0) say(`These system packages could not be installed: ${missing.join(' ')}\n${output.slice(-1500)}`);
};

/** Installs what is missing; says what cannot be had. */
export const setUp = async () => {
  mkdirSync(out, { recursive: true });
  await installPackages();
  await installSystemPackages();
  await setUpRuntime(say);
};

if (process.argv[1] === new URL(import.meta.url).pathname) await setUp();
