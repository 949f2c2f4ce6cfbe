// Key presses in the real window for a paper list of twenty people, in the grid and in the form, against the same list in a spreadsheet: every character, and one key
// to leave each cell.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from '../build.mjs';
import { runOnDisplay } from '../display.mjs';
import { node24, out, root } from '../paths.mjs';
import { Obstacle } from '../run.mjs';

const file = join(out, 'bench', 'key-presses.json');

/** @type {import('./figure.ts').Measure} */
export const measure = async (say) => {
  rmSync(file, { force: true });
  await buildBundles();
  say('A clerk types twenty people in the window, key by key.');
  const { code } = await runOnDisplay(
    node24,
    [
      join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
      ...[
        'test',
        '-c',
        'build/playwright.config.ts',
        '--reporter=line',
        'grid.spec.ts',
        '--grep',
        'counted against a spreadsheet',
      ],
    ],
    { quiet: true, env: { SHG_COUNT_FORM: '1' } },
  );
  if (code !== 0) throw new Obstacle('The twenty people could not be typed to the end.');
  const { people, spreadsheet, grid, form } = JSON.parse(readFileSync(file, 'utf8'));
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
