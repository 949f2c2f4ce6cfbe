import { listTrainers } from '#db/queries/trainer.ts';
import type { deskMethods, PoolView } from '#shared/contract/desk-methods.ts';
import { findLegalRule } from '#shared/domain/legal-rules.ts';
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

const list: Handler<'trainer.list'> = (context, { limit, offset, withoutMethodTraining, ...filter }) => {
  const rows = listTrainers(context.database, filter).filter(
    (trainer) => !withoutMethodTraining || trainer.methodTrainingYear === null,
  );
  return { total: rows.length, rows: rows.slice(offset, offset + limit), pools: [...ownPool(context)] };
};

type Methods = Extract<keyof typeof deskMethods, `trainer.${string}`>;

export const trainerHandlers: HandlersOf<Methods> = { 'trainer.list': list };
