import { expect, test } from 'vitest';
import { assault, besiege, closedBooks } from '#test/support/hostile-run.ts';
import { temporaryFolder } from '#test/support/office.ts';

const rounds = 10;
const filesPerRound = 1000;

test('ten thousand mutated files are refused, each with its reason, and the books stay as they were', { timeout: 7_200_000 }, async () => {
  const base = temporaryFolder();
  const siege = await besiege(base);
  const before = await closedBooks(siege.province);
  const first = Number(process.env.HOSTILE_SEED ?? Date.now() % 2 ** 31);
  const byCode: Record<string, number> = {};
  let refused = 0;
  for (let round = 0; round < rounds; round += 1) {
    const tally = await assault(siege, base, first + round, filesPerRound);
    refused += tally.refused;
    expect(tally.accepted).toBe(0);
    for (const [code, count] of Object.entries(tally.byCode)) byCode[code] = (byCode[code] ?? 0) + count;
  }
  process.stdout.write(`mutated files: ${refused} refused, 0 accepted, seeds ${first} to ${first + rounds - 1}, ${JSON.stringify(byCode)}\n`);
  expect(await closedBooks(siege.province)).toEqual(before);
  expect(refused).toBeGreaterThanOrEqual(rounds * filesPerRound);
});
