import { countCoverage, listUntrained, type Untrained } from '#db/queries/coverage.ts';
import { compareVietnamese, nameSortKey } from '#shared/text/sort-key.ts';
import { arrangeRows, type MemoryColumns } from '#engine/arrange.ts';
import { communeIdsOf, unitNameOf } from '#engine/communes.ts';
import type { Handler } from '#engine/context.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Law 35/2013/QH13, articles 28 and 29: province and district train mediators; the plan asks for every mediator every year. */
export const getCoverage: Handler<'coverage.get'> = ({ database }, { year, officeId }) => {
  const communes = countCoverage(database, year, officeId)
    .map((row) => ({ ...row, communeName: unitNameOf(row.communeId) }))
    .sort((a, b) => compareVietnamese(a.communeName, b.communeName));
  return {
    communes,
    mediatorCount: sum(communes.map((row) => row.mediatorCount)),
    trainedCount: sum(communes.map((row) => row.trainedCount)),
  };
};

const all = 1_000_000;

const untrainedColumns: MemoryColumns<Untrained> = {
  texts: { team: (row) => row.teamName, commune: (row) => unitNameOf(row.communeId) },
  keys: { name: (row) => nameSortKey(row.fullName), born: (row) => row.birthDate, last: (row) => row.lastTrainedYear },
  groups: {
    commune: { key: (row) => row.communeId, label: (row) => unitNameOf(row.communeId) },
    team: {
      key: (row) => `${row.communeId ?? ''} ${row.teamName}`,
      label: (row) => [row.teamName, unitNameOf(row.communeId)].filter((part) => part !== '').join(' · '),
    },
    year: {
      key: (row) => (row.lastTrainedYear === null ? null : String(row.lastTrainedYear)),
      label: (row) => (row.lastTrainedYear === null ? '' : String(row.lastTrainedYear)),
      descending: true,
    },
  },
};

export const listUntrainedMediators: Handler<'coverage.untrained'> = (
  context,
  { communeId, limit, offset, sort, groupBy, ...filter },
) => {
  const communeIds = communeId === undefined ? undefined : communeIdsOf(context, communeId);
  const { rows } = listUntrained(context.database, { ...filter, communeIds, limit: all, offset: 0 });
  const page = arrangeRows(rows, untrainedColumns, { limit, offset, sort, groupBy });
  return {
    ...page,
    rows: page.rows.map(({ communeId: commune, ...row }) => ({ ...row, communeName: unitNameOf(commune) })),
  };
};
