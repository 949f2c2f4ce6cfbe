import fc from 'fast-check';
import { test } from 'vitest';
import { openFigures } from '#test/support/figures.ts';
import { temporaryFolder } from '#test/support/office.ts';
import { livesOn } from '#test/support/real-history.ts';
import { runsOf } from '#test/support/runs.ts';

const base = temporaryFolder();
const runs = runsOf(30);
const figures = openFigures('Histories through real databases and files', runs.seed);

test('through real databases and package files, whatever the clocks say, every history ends in the same hash', async () => {
  const { property, end } = livesOn(base, figures);
  await fc.assert(property, { ...runs, endOnFailure: true });
  await end();
}, 900_000);
