// Brings a fresh machine with Node and npm to the point where everything runs. Only what Node itself has may be used here.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setUpRuntime } from './electron-runtime.mjs';
import { isStarted, node24, out, root } from './paths.mjs';
import { asProgram, Obstacle, run } from './run.mjs';

const say = (text) => process.stderr.write(`${text}\n`);

const oldestNode = 20;

const checkNode = () => {
  if (Number(process.versions.node.split('.')[0]) < oldestNode)
    throw new Obstacle(`Node ${oldestNode} or later is needed; this is Node ${process.versions.node}.`);
};

const packageLock = join(root, 'package-lock.json');
const lockHash = () => createHash('sha256').update(readFileSync(packageLock)).digest('hex');
const stamp = join(root, 'node_modules', '.set-up');

/** npm writes this file last; somebody may have run npm himself. A second of grace: it writes both locks in one go. */
const npmFinished = () => {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs + 1000 >= statSync(packageLock).mtimeMs;
};

const isInstalled = () =>
  existsSync(node24) && (existsSync(stamp) ? readFileSync(stamp, 'utf8') === lockHash() || npmFinished() : npmFinished());

const installPackages = async () => {
  if (!isInstalled()) {
    say('Installing packages (npm ci) ...');
    const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], {
      quiet: true,
      shell: process.platform === 'win32',
    });
    if (code !== 0) throw new Obstacle(`The packages could not be installed; npm says:\n${output.trimEnd().slice(-1500)}`);
    if (!existsSync(node24)) throw new Obstacle('The packages are installed, but not Node 24 (an optional package of npm).');
  }
  writeFileSync(stamp, lockHash());
};

const systemPackages = [
  ...['xvfb', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'fonts-liberation', 'fonts-noto-core'],
  ...['poppler-utils', 'minisign', 'age', 'unzip'],
];
/** Other programs whose files the tests read, and that read ours. */
const packagesOfTests = ['libreoffice-calc', 'libreoffice-writer'];

/** Debian 13 and its kin renamed libraries when time became 64 bits wide. */
const otherName = (name) => `${name}t64`;

const isDebian = () => process.platform === 'linux' && existsSync('/etc/debian_version');

const missingPackages = async (wanted) => {
  const names = wanted.flatMap((name) => [name, otherName(name)]);
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${Status}\n', ...names], { quiet: true });
  const lines = output.split('\n');
  return wanted.filter((name) => [name, otherName(name)].every((one) => !lines.includes(`${one} install ok installed`)));
};

const namesHere = (names) =>
  Promise.all(
    names.map(async (name) => {
      const { code } = await run('apt-cache', ['show', otherName(name)], { quiet: true });
      return code === 0 ? otherName(name) : name;
    }),
  );

const installSystemPackages = async (wanted) => {
  if (!isDebian()) return;
  const missing = await missingPackages(wanted);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    say(`Missing system packages (install as administrator: apt-get install ${(await namesHere(missing)).join(' ')}).`);
    return;
  }
  say(`Installing system packages: ${missing.join(' ')} ...`);
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-qq'], options);
  const names = await namesHere(missing);
  const { output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
  const stillMissing = await missingPackages(wanted);
  if (stillMissing.length > 0)
    say(`These system packages could not be installed: ${stillMissing.join(' ')}.\n${output.trimEnd().slice(-1500)}`);
};

/** Installs what is missing, for tests the programs they compare with too; says what cannot be had. */
export const setUp = async ({ forTests = false } = {}) => {
  checkNode();
  mkdirSync(out, { recursive: true });
  await installPackages();
  await installSystemPackages(forTests ? [...systemPackages, ...packagesOfTests] : systemPackages);
  await setUpRuntime(say);
};

if (isStarted(import.meta.url)) await asProgram(setUp);
