import { countCoverage, listUntrained } from '#db/queries/coverage.ts';
import { communeIdsOf, unitNameOf } from '#engine/communes.ts';
import type { Handler } from '#engine/context.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Law 35/2013/QH13, articles 28 and 29: province and district train mediators; the plan asks for every mediator every year. */
export const getCoverage: Handler<'coverage.get'> = ({ database }, { year, officeId }) => {
  const communes = countCoverage(database, year, officeId).map((row) => ({ ...row, communeName: unitNameOf(row.communeId) }));
  return {
    communes,
    mediatorCount: sum(communes.map((row) => row.mediatorCount)),
    trainedCount: sum(communes.map((row) => row.trainedCount)),
  };
};

export const listUntrainedMediators: Handler<'coverage.untrained'> = (context, { communeId, ...filter }) => {
  const communeIds = communeId === undefined ? undefined : communeIdsOf(context, communeId);
  const { total, rows } = listUntrained(context.database, { ...filter, communeIds });
  return {
    total,
    rows: rows.map(({ communeId: commune, ...row }) => ({ ...row, communeName: unitNameOf(commune) })),
  };
};
