import { spawnSync } from 'node:child_process';

export type CommandResult = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** The bundle that is installed; the test runner builds it first. */
const entry = new URL('../../out/app/shg.cjs', import.meta.url).pathname;
const cheapScrypt = new URL('cheap-scrypt.ts', import.meta.url).href;

/** Runs the command line as a process of its own, as a script would. */
export const shg = (
  args: readonly string[],
  options: { readonly input?: string; readonly password?: string } = {},
): CommandResult => {
  const { SHG_PASSWORD: _, ...environment } = process.env;
  const result = spawnSync(process.execPath, ['--import', cheapScrypt, entry, ...args], {
    input: options.input ?? '',
    encoding: 'utf8',
    env: options.password === undefined ? environment : { ...environment, SHG_PASSWORD: options.password },
    maxBuffer: 256 * 2 ** 20,
  });
  return { code: result.status ?? 1, stdout: result.stdout, stderr: result.stderr };
};
