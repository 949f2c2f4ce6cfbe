import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { appFolder, root } from '../paths.mjs';

const external = ['electron', 'better-sqlite3', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** One CommonJS file for a process of its own. The shell's must run on Node 18 (Electron 25) too. */
export const nodeBundle = (name, entry, target) =>
  defineConfig({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: join(root, entry),
      outDir: appFolder,
      emptyOutDir: false,
      target,
      minify: false,
      sourcemap: false,
      rollupOptions: { external, output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false } },
    },
  });

export const nodeBundles = {
  main: nodeBundle('main', 'main/shell/main.ts', 'node18'),
  preload: nodeBundle('preload', 'main/shell/preload.ts', 'node18'),
  engine: nodeBundle('engine', 'main/engine/engine-main.ts', 'node24'),
  shg: nodeBundle('shg', 'main/cli/main.ts', 'node24'),
  'crash-writer': nodeBundle('crash-writer', 'test/support/crash-writer.ts', 'node24'),
  'fault-child': nodeBundle('fault-child', 'test/support/fault-child.ts', 'node24'),
};
