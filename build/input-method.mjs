// Vietnamese typed through a real input method (IBus with Unikey, by Telex and VNI) into the real window. Needs Debian packages; without them it says so.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBundles } from './build.mjs';
import { node24, root } from './paths.mjs';
import { asProgram, run } from './run.mjs';

const tools = [
  ['xvfb-run', 'xvfb'],
  ['dbus-run-session', 'dbus'],
  ['ibus-daemon', 'ibus'],
  ['/usr/libexec/ibus-engine-unikey', 'ibus-unikey'],
  ['gsettings', 'libglib2.0-bin'],
  ['openbox', 'openbox'],
  ['xdotool', 'xdotool'],
];

const isThere = async (tool) => (await run('which', [tool], { quiet: true })).code === 0;

/** The part of the window's toolkit that speaks with IBus. */
const hasModule = () =>
  readdirSync('/usr/lib').some((folder) => existsSync(join('/usr/lib', folder, 'gtk-3.0/3.0.0/immodules/im-ibus.so')));

const findMissing = async () => {
  const found = await Promise.all(tools.map(([tool]) => isThere(tool)));
  return [
    ...tools.filter((_, index) => !found[index]).map(([, debianPackage]) => debianPackage),
    ...(hasModule() ? [] : ['ibus-gtk3']),
  ];
};

await asProgram(async () => {
  const missing = process.platform === 'linux' ? await findMissing() : [];
  if (process.platform !== 'linux' || missing.length > 0) {
    const why = missing.length === 0 ? 'this needs Linux' : `missing Debian packages: ${missing.join(' ')}`;
    process.stdout.write(`Skipped: no input method can be tried here (${why}).\n`);
    return;
  }
  await buildBundles();
  const settings = mkdtempSync(join(tmpdir(), 'so-hoa-giai-input-method-'));
  try {
    const test = [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '-c', 'build/input-method.config.ts'];
    const display = ['xvfb-run', '-a', '-s', '-screen 0 2000x1300x24'];
    const { code } = await run('dbus-run-session', ['--', ...display, node24, ...test, ...process.argv.slice(2)], {
      env: {
        GTK_IM_MODULE: 'ibus',
        XMODIFIERS: '@im=ibus',
        // A session of its own: settings in a file that goes with it, nothing of the person at this PC.
        GSETTINGS_BACKEND: 'keyfile',
        XDG_CONFIG_HOME: settings,
        XDG_CACHE_HOME: settings,
        NO_AT_BRIDGE: '1',
      },
    });
    process.exitCode = code;
  } finally {
    rmSync(settings, { recursive: true, force: true });
  }
});
