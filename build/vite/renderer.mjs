import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { appFolder, root } from '../paths.mjs';

export const renderer = defineConfig({
  root: join(root, 'renderer'),
  configFile: false,
  logLevel: 'warn',
  base: './',
  plugins: [react()],
  build: {
    outDir: join(appFolder, 'renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    sourcemap: false,
    chunkSizeWarningLimit: 2000,
  },
  server: { port: 5199, strictPort: true },
});
