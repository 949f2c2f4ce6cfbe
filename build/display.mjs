import { Obstacle, run } from './run.mjs';

/** Whether windows can be seen here. An empty variable is none. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/** Runs a command that opens windows; where there is no display, on a virtual one. */
export const runOnDisplay = async (command, args, options = {}) => {
  if (hasDisplay()) return run(command, args, options);
  const { code } = await run('which', ['xvfb-run'], { quiet: true });
  if (code !== 0) throw new Obstacle('No window can be opened: there is no display, and no virtual one (Debian package xvfb).');
  // Larger than the largest window that is tried, with room for its frame.
  return run('xvfb-run', ['-a', '-s', '-screen 0 2000x1300x24', command, ...args], options);
};

/** Chromium's sandbox does not work for the administrator of a Linux machine. */
export const sandboxOptions = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
