import config from './playwright.config.ts';

/** What is driven in the window to be counted and not to be checked. */
export default { ...config, testMatch: '**/*.count.ts' };
