import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { openFigures, type FigureName } from '#test/support/figures.ts';
import { temporaryFolder } from '#test/support/office.ts';
import { liveReally, realProperty } from '#test/support/real-history.ts';
import { wholeHistory } from '#test/support/real-steps.ts';
import { makeTemplate, type Template } from '#test/support/real-world.ts';
import { runsOf } from '#test/support/runs.ts';

const base = temporaryFolder();
const runs = runsOf(30);
const figures = openFigures('histories through real databases and files', runs.seed);
let template: Template;

beforeAll(async () => {
  template = await makeTemplate(base);
}, 900_000);

test('a history with everything in it: two values decided twice, proposals, undo, backup, copy, fork, revocation', async () => {
  const counts: Partial<Record<FigureName, number>> = {};
  const add = (name: FigureName, count = 1): void => {
    counts[name] = (counts[name] ?? 0) + count;
    figures.add(name, count);
  };
  await liveReally(template, wholeHistory, { add });
  expect(counts).toMatchObject({
    'changes lost': 0,
    'conflicts decided': 2,
    'proposals answered': 2,
    'imports undone': 1,
    'backups brought back': 1,
    'workspaces copied': 1,
    'forks recognised': 2,
    'installations revoked': 1,
    'clocks put wrong': 1,
  });
}, 900_000);

test('through real databases and package files, whatever the clocks say, no change is lost and every history ends in the same hash', async () => {
  await fc.assert(
    realProperty(() => template, figures),
    runs,
  );
}, 900_000);
