import { listPeople } from '#db/queries/person.ts';
import type { deskMethods } from '#shared/contract/desk-methods.ts';
import { communeIdsOf, unitNameOf } from '#engine/communes.ts';
import type { Handler, HandlersOf } from '#engine/context.ts';
import { listRelated } from './related.ts';

const list: Handler<'person.list'> = (context, { communeId, ...filter }) => {
  const communeIds = communeId === undefined ? undefined : communeIdsOf(context, communeId);
  const { total, rows } = listPeople(context.database, { ...filter, communeIds });
  return { total, rows: rows.map(({ communeId: commune, ...row }) => ({ ...row, communeName: unitNameOf(commune) })) };
};

type Methods = Extract<keyof typeof deskMethods, `person.${string}` | `record.${string}`>;

export const peopleHandlers: HandlersOf<Methods> = { 'person.list': list, 'record.related': listRelated };
