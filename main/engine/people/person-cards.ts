import { listPersonCards } from '#db/queries/identity.ts';
import type { PersonCard } from '#shared/contract/identity-methods.ts';
import { unitNameOf } from '#engine/communes.ts';
import type { QueryContext } from '#engine/context.ts';
import { officeNamer } from '#engine/office-name.ts';

/** Cards of people by id. */
export const cardsOf = (context: QueryContext, ids: readonly string[]): ((id: string) => PersonCard | undefined) => {
  const rows = listPersonCards(context.database, [...new Set(ids)]);
  const nameOf = officeNamer(context);
  return (id) => {
    const row = rows.get(id);
    if (row === undefined) return undefined;
    const { communeId, isMediator, isTrainer, ...rest } = row;
    return {
      ...rest,
      officeName: nameOf(row.officeId),
      communeName: unitNameOf(communeId),
      isMediator: isMediator === 1,
      isTrainer: isTrainer === 1,
    };
  };
};
