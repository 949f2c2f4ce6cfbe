import fc from 'fast-check';
import { beforeAll, test } from 'vitest';
import { openFigures } from '#test/support/figures.ts';
import { temporaryFolder } from '#test/support/office.ts';
import { realProperty } from '#test/support/real-history.ts';
import { makeTemplate, type Template } from '#test/support/real-world.ts';
import { runsOf } from '#test/support/runs.ts';

const base = temporaryFolder();
const runs = runsOf(300);
const figures = openFigures('histories through real databases and files, long run', runs.seed);
let template: Template;

beforeAll(async () => {
  template = await makeTemplate(base);
}, 900_000);

test('three hundred histories through real databases and package files lose no change and end in the same hash', async () => {
  await fc.assert(
    realProperty(() => template, figures),
    runs,
  );
});
