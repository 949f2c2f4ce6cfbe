import fc from 'fast-check';
import { test } from 'vitest';
import { openFigures } from '#test/support/figures.ts';
import { histories } from '#test/support/history-steps.ts';
import { liveHistory } from '#test/support/live-history.ts';
import { runsOf } from '#test/support/runs.ts';

const runs = runsOf(10_000);
const figures = openFigures('histories on the pure core, long run', runs.seed);

test('ten thousand histories of up to five offices with eight installations and the province end with the same books and no change lost', () => {
  fc.assert(
    fc.property(histories, (history) => {
      liveHistory(history, figures);
    }),
    runs,
  );
});
