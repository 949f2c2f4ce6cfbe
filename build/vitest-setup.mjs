import { buildBundles } from './build.mjs';

/** The command line and its print process are tested as the bundles that are installed. */
export const setup = async () => {
  await buildBundles(['shg', 'main', 'preload']);
};
