import fc from 'fast-check';
import { test } from 'vitest';
import { openFigures } from '#test/support/figures.ts';
import { temporaryFolder } from '#test/support/office.ts';
import { livesOn } from '#test/support/real-history.ts';
import { runsOf } from '#test/support/runs.ts';

const base = temporaryFolder();
const runs = runsOf(300);
const figures = openFigures('Histories through real databases and files, long run', runs.seed);

test('three hundred histories through real databases and package files, whatever the clocks say, end in the same hash', async () => {
  const { property, end } = livesOn(base, figures);
  await fc.assert(property, { ...runs, endOnFailure: true });
  await end();
});
