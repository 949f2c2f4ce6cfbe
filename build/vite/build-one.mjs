import { build } from 'vite';

const [name, folder] = process.argv.slice(2);
const config =
  name === 'renderer' ? (await import('./renderer.mjs')).renderer : (await import('./node-bundle.mjs')).nodeBundles[name];
await build({ ...config, build: { ...config.build, outDir: folder } });
