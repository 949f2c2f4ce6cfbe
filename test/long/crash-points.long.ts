import { beforeAll, describe, expect, test } from 'vitest';
import { openFigures } from '#test/support/figures.ts';
import { failAt, killAt, learn, makeWorld, scenarioNames, type World } from '#test/support/fault-run.ts';
import { temporaryFolder } from '#test/support/office.ts';
import { runsOf } from '#test/support/runs.ts';

const base = temporaryFolder();
const figures = openFigures('crashes at every write');
/** Writes tried of each operation: all of them, or with `--runs` so many, spread evenly from the first to the last. */
const { numRuns } = runsOf(Number.MAX_SAFE_INTEGER);
let world: World;

const pointsOf = (all: number): readonly number[] => {
  const count = Math.min(numRuns, all);
  return Array.from({ length: count }, (_, index) => 1 + Math.round((index * (all - 1)) / Math.max(1, count - 1)));
};

beforeAll(async () => {
  world = await makeWorld(base);
}, 900_000);

describe.each(scenarioNames)('%s', (scenario) => {
  test(
    'every write fails once, and the process is killed before and after every write: never a mix',
    { timeout: 7_200_000 },
    async () => {
      const change = await learn(world, scenario);
      figures.add('crashes: a mix found', 0);
      const states: Record<string, number> = {};
      const note = (state: string, at: number): void => {
        expect([at, state]).toEqual([at, expect.stringMatching(/^(old|new|numbered)$/)]);
        states[state] = (states[state] ?? 0) + 1;
        figures.add('crash points tried');
        figures.add(state === 'new' ? 'crashes: the new state found' : 'crashes: the old state found');
      };
      const tried = pointsOf(change.points);
      for (const at of tried) {
        note((await failAt(world, scenario, change, at, true)).state, at);
        for (const moment of ['before', 'after'] as const) {
          const { state, failed } = await killAt(world, scenario, change, at, moment);
          expect([at, failed]).toEqual([at, 'SIGKILL']);
          figures.add('processes killed');
          note(state, at);
        }
      }
      process.stdout.write(
        `crashes during ${scenario}: ${change.points} writes, ${tried.length} failures and ${tried.length * 2} kills, ${JSON.stringify(states)}\n`,
      );
    },
  );
});
