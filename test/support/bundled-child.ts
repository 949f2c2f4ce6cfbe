import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const builder = new URL('../../build/vite/build-one.mjs', import.meta.url).pathname;

/** A process that is started dozens of times, as one file: starting the sources takes seconds. Built below `out/`, where its modules are found, and gone with this process. */
export const bundledChild = (name: 'crash-writer' | 'fault-child'): string => {
  const folder = new URL(`../../out/test/${process.pid}`, import.meta.url).pathname;
  execFileSync(process.execPath, [builder, name, folder]);
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return join(folder, `${name}.cjs`);
};
