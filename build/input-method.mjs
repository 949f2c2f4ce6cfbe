// Vietnamese typed through a real input method (IBus with Unikey, Telex) into the real window. Needs Debian packages; without them it says so.
import { join } from 'node:path';
import { buildBundles } from './build.mjs';
import { node24, root } from './paths.mjs';
import { asProgram, run } from './run.mjs';

const tools = [
  ['xvfb-run', 'xvfb'],
  ['dbus-run-session', 'dbus'],
  ['ibus-daemon', 'ibus ibus-gtk3'],
  ['/usr/libexec/ibus-engine-unikey', 'ibus-unikey'],
  ['openbox', 'openbox'],
  ['xdotool', 'xdotool'],
];

const isThere = async (tool) => (await run('which', [tool], { quiet: true })).code === 0;

await asProgram(async () => {
  const found = await Promise.all(tools.map(async ([tool]) => isThere(tool)));
  const missing = tools.filter((_, index) => !found[index]).map(([, packages]) => packages);
  if (process.platform !== 'linux' || missing.length > 0) {
    process.stdout.write(`Skipped: no input method can be tried here. Missing (Debian packages): ${missing.join(' ')}\n`);
    return;
  }
  await buildBundles();
  const test = [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '-c', 'build/input-method.config.ts'];
  const session = ['dbus-run-session', '--', 'xvfb-run', '-a', '-s', '-screen 0 2000x1300x24', node24, ...test];
  const { code } = await run(session[0], session.slice(1), {
    env: { GTK_IM_MODULE: 'ibus', XMODIFIERS: '@im=ibus', GSETTINGS_BACKEND: 'memory', NO_AT_BRIDGE: '1' },
  });
  process.exitCode = code;
});
