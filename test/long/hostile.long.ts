import { expect, test } from 'vitest';
import { openFigures } from '#test/support/figures.ts';
import { assault, besiege, closedBooks } from '#test/support/hostile-run.ts';
import { temporaryFolder } from '#test/support/office.ts';
import { runsOf } from '#test/support/runs.ts';

const { seed, numRuns } = runsOf(10_000);
const perRound = 1000;
const figures = openFigures('mutated files', seed);

test(
  'ten thousand mutated files are refused, each with its reason, and the books stay as they were',
  { timeout: 7_200_000 },
  async () => {
    const base = temporaryFolder();
    const siege = await besiege(base);
    const before = await closedBooks(siege.province);
    const byCode: Record<string, number> = {};
    let tried = 0;
    for (let round = 0; tried < numRuns; round += 1) {
      const count = Math.min(perRound, numRuns - tried);
      const tally = await assault(siege, base, seed + round, count);
      tried += count;
      figures.add('mutated files tried', count);
      figures.add('mutated files refused', tally.refused);
      figures.add('mutated files accepted', tally.accepted);
      expect(tally).toMatchObject({ accepted: 0, refused: count });
      for (const [code, times] of Object.entries(tally.byCode)) byCode[code] = (byCode[code] ?? 0) + times;
    }
    process.stdout.write(`seed ${seed}: ${tried} mutated files tried, ${tried} refused, 0 accepted; ${JSON.stringify(byCode)}\n`);
    expect(await closedBooks(siege.province)).toEqual(before);
  },
);
