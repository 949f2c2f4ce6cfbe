import { spawnSync } from 'node:child_process';
import { test, type TestContext } from 'vitest';

const isThere = (tool: string): boolean => spawnSync(process.platform === 'win32' ? 'where' : 'which', [tool]).status === 0;

/** Runs an outside tool; what it prints, or an error with what it said. */
export const run = (tool: string, args: readonly string[], input?: Uint8Array): Buffer => {
  const done = spawnSync(tool, args, { maxBuffer: 2 ** 28, ...(input === undefined ? {} : { input }) });
  if (done.status !== 0)
    throw new Error(`${tool} ${args.join(' ')}: exit ${String(done.status)}: ${done.stderr.toString('utf8')}`);
  return done.stdout;
};

/** Whether an outside tool accepts something. */
export const accepts = (tool: string, args: readonly string[]): boolean => spawnSync(tool, args).status === 0;

/**
 * A test that needs outside tools. Where one is missing it fails if `CI` is set, and is left out by name on a PC.
 */
export const testWith = (tools: readonly string[], name: string, work: (context: TestContext) => Promise<void>): void => {
  const missing = tools.filter((tool) => !isThere(tool));
  test(name, async (context) => {
    if (missing.length > 0 && process.env.CI === undefined) return context.skip(`not on this PC: ${missing.join(', ')}`);
    if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
    await work(context);
  });
};
