import fc from 'fast-check';
import { test } from 'vitest';
import { openFigures } from '#test/support/figures.ts';
import { histories, type History } from '#test/support/history-steps.ts';
import { liveHistory } from '#test/support/live-history.ts';
import { runsOf } from '#test/support/runs.ts';

const runs = runsOf(1000);
const figures = openFigures('histories on the pure core', runs.seed);

test('whatever happens between five offices with eight installations and the province, every PC ends with the same books and no change is lost', () => {
  fc.assert(
    fc.property(histories, (history) => {
      liveHistory(history, figures);
    }),
    runs,
  );
});

const told = (steps: History['steps'], pcs: readonly number[] = []): History => ({
  offices: 1,
  pcs: [...pcs],
  byReceiptAlone: true,
  steps: [...steps],
});
const field = { id: 'r1', field: 'fullName' } as const;

test('a copied workspace and its original hear of each other by receipts alone', () => {
  liveHistory(
    told([
      { do: 'copy', pc: 0 },
      { do: 'edit', pc: 1, ...field, value: 'x' },
    ]),
    figures,
  );
});

test('a value that was replaced over a field set aside stays replaced when a new epoch starts', () => {
  const history = told(
    [
      { do: 'edit', pc: 1, ...field, value: 'x' },
      { do: 'carry', pc: 1, to: 0, leaveOut: field },
      { do: 'edit', pc: 0, ...field, value: 'y' },
      { do: 'carry', pc: 0, to: 0, leaveOut: undefined },
      { do: 'edit', pc: 0, ...field, value: 'z' },
      { do: 'back-up', pc: 0 },
      { do: 'restore', which: 0 },
      { do: 'carry', pc: 1, to: 0, leaveOut: undefined },
    ],
    [0],
  );
  liveHistory(history, figures);
});
