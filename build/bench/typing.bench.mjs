// Key presses in the real window for a paper list of twenty people, in the grid and in the form, against the same list in a spreadsheet: every character, and one key
// to leave each cell.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from '../build.mjs';
import { runOnDisplay } from '../display.mjs';
import { node24, out, root } from '../paths.mjs';
import { Obstacle } from '../run.mjs';

const countsIn = async (config, ...args) => {
  const command = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const { code } = await runOnDisplay(node24, [command, 'test', '-c', `build/${config}`, '--reporter=line', ...args], {
    quiet: true,
  });
  if (code !== 0) throw new Obstacle('The twenty people could not be typed to the end.');
};

const readCounts = (name) => JSON.parse(readFileSync(join(out, 'bench', name), 'utf8'));

/** @type {import('./figure.ts').Measure} */
export const measure = async (say) => {
  for (const name of ['key-presses.json', 'form-key-presses.json']) rmSync(join(out, 'bench', name), { force: true });
  await buildBundles();
  say('A clerk types twenty people in rows, key by key.');
  await countsIn('playwright.config.ts', 'grid.spec.ts', '--grep', 'counted against a spreadsheet');
  say('The same in the form.');
  await countsIn('playwright-count.config.ts');
  const { people, spreadsheet, grid } = readCounts('key-presses.json');
  const { form } = readCounts('form-key-presses.json');
  return [
    {
      name: `keys for ${people} people`,
      ours: grid,
      floor: spreadsheet,
      unit: 'keys',
      target: 0.6,
      note: 'grid of rows; the floor is a spreadsheet without completion',
    },
    {
      name: `keys for ${people} people, form`,
      ours: form,
      floor: spreadsheet,
      unit: 'keys',
      note: 'form of a mediator, one person after the other; names with their capitals',
    },
  ];
};
