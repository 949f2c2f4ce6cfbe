import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { expect } from '@playwright/test';

const helpers: ChildProcess[] = [];

/** Starts a window manager, without which no window has the keyboard, and the input method. */
export const startDesktop = (): void => {
  for (const [command, ...args] of [['openbox'], ['ibus-daemon', '--xim', '--replace', '--panel', 'disable']] as const)
    helpers.push(spawn(command, args, { stdio: 'ignore' }));
};

/** Ends what was started, last first. */
export const endDesktop = (): void => {
  for (const helper of helpers.splice(0).reverse()) helper.kill();
};

/** Vietnamese from here on, by Telex or VNI. */
export const chooseMethod = async (method: 'telex' | 'vni'): Promise<void> => {
  execFileSync('gsettings', ['set', 'org.freedesktop.ibus.engine.unikey', 'input-method', method]);
  await expect
    .poll(() => {
      // It also asks for a keyboard layout, which a virtual display refuses; what counts is the engine that answers.
      spawnSync('ibus', ['engine', 'Unikey']);
      return spawnSync('ibus', ['engine']).stdout.toString().trim();
    })
    .toBe('Unikey');
};

/** Brings the program's window to the front. */
export const activateWindow = (): void => {
  const windows = execFileSync('xdotool', ['search', '--onlyvisible', '--class', 'electron']).toString().trim().split('\n');
  execFileSync('xdotool', ['windowactivate', '--sync', windows[0] ?? '']);
};

/** Keys of a real keyboard, one every `pause` ms, without waiting for what comes of them. */
export const typeKeys = (keys: string, pause = 40): void => {
  execFileSync('xdotool', ['type', '--delay', String(pause), keys]);
};

/** Keys with a name, e.g. `Return` or `ctrl+Return`. */
export const pressKeys = (...keys: readonly string[]): void => {
  execFileSync('xdotool', ['key', '--delay', '60', ...keys]);
};
