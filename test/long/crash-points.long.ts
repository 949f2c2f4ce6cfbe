import { beforeAll, describe, expect, test } from 'vitest';
import { failAt, killAt, learn, makeWorld, scenarioNames, type World } from '#test/support/fault-run.ts';
import { temporaryFolder } from '#test/support/office.ts';
import { rememberScrypt } from '#test/support/remembered-scrypt.ts';

rememberScrypt();
const base = temporaryFolder();
let world: World;

beforeAll(async () => {
  world = await makeWorld(base);
});

describe.each(scenarioNames)('%s', (scenario) => {
  test('every write fails once, and the process is killed before and after every write: never a mix', { timeout: 7_200_000 }, async () => {
    const change = await learn(world, scenario);
    const states: Record<string, number> = {};
    const note = (state: string, at: number): void => {
      expect([at, state]).toEqual([at, expect.stringMatching(/^(old|new|numbered)$/)]);
      states[state] = (states[state] ?? 0) + 1;
    };
    for (let at = 1; at <= change.points; at += 1) {
      note((await failAt(world, scenario, change, at, true)).state, at);
      for (const moment of ['before', 'after'] as const) {
        const { state, failed } = await killAt(world, scenario, change, at, moment);
        expect([at, failed]).toEqual([at, 'SIGKILL']);
        note(state, at);
      }
    }
    process.stdout.write(`crashes during ${scenario}: ${change.points} writes, ${change.points} failures and ${change.points * 2} kills, ${JSON.stringify(states)}\n`);
  });
});
