import { listTrainers, type TrainerRow } from '#db/queries/trainer.ts';
import { labelOf, trainerSources } from '#shared/catalogue/code-lists.ts';
import type { deskMethods, PoolView } from '#shared/contract/desk-methods.ts';
import { findLegalRule } from '#shared/domain/legal-rules.ts';
import { nameSortKey } from '#shared/text/sort-key.ts';
import { arrangeRows, type MemoryColumns } from '#engine/arrange.ts';
import { unitNameOf } from '#engine/communes.ts';
import type { Handler, HandlersOf, QueryContext } from '#engine/context.ts';

/** The own pool against its target: 5 at the province, 4 to 8 in a district (plan under Decision 428/QĐ-TTg). */
const ownPool = ({ database, identity, today }: QueryContext): readonly PoolView[] => {
  const { tier, officeId } = identity;
  // The targets belong to the plan that is in force on the workspace's day.
  const day = identity.asOf > today ? today : identity.asOf;
  const least = findLegalRule(tier === 'province' ? 'province-pool' : 'district-pool-minimum', day);
  const most = tier === 'province' ? least : findLegalRule('district-pool-maximum', day);
  const trainers = listTrainers(database, { officeId, pool: tier, includeEnded: false });
  if (!least || !most) return [];
  return [
    {
      pool: tier,
      count: trainers.length,
      least: least.value,
      most: most.value,
      withoutMethodTraining: trainers.filter((trainer) => trainer.methodTrainingYear === null).length,
      article: least.article,
    },
  ];
};

const trainerColumns: MemoryColumns<TrainerRow> = {
  texts: {
    source: (row) => labelOf(trainerSources, row.source ?? ''),
    position: (row) => row.position,
    agency: (row) => row.agency,
    decision: (row) => row.decision,
    office: (row) => unitNameOf(row.officeId),
    pool: (row) => row.pool,
  },
  keys: {
    name: (row) => nameSortKey(row.fullName),
    born: (row) => row.birthDate,
    appointed: (row) => row.appointedOn,
    ended: (row) => row.endedOn,
    method: (row) => row.methodTrainingYear,
    sessions: (row) => row.sessionCount,
  },
  groups: {
    source: { key: (row) => row.source, label: (row) => labelOf(trainerSources, row.source ?? '') },
    office: { key: (row) => row.officeId, label: (row) => unitNameOf(row.officeId) },
    year: {
      key: (row) => row.appointedOn?.slice(0, 4) ?? null,
      label: (row) => row.appointedOn?.slice(0, 4) ?? '',
      descending: true,
    },
  },
};

const list: Handler<'trainer.list'> = (context, { limit, offset, sort, groupBy, withoutMethodTraining, ...filter }) => {
  const rows = listTrainers(context.database, filter).filter(
    (trainer) => !withoutMethodTraining || trainer.methodTrainingYear === null,
  );
  return { ...arrangeRows(rows, trainerColumns, { limit, offset, sort, groupBy }), pools: [...ownPool(context)] };
};

type Methods = Extract<keyof typeof deskMethods, `trainer.${string}`>;

export const trainerHandlers: HandlersOf<Methods> = { 'trainer.list': list };
