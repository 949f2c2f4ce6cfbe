import { listPeople, personColumns } from '#db/queries/person.ts';
import { listTypedValues } from '#db/queries/projection.ts';
import type { deskMethods } from '#shared/contract/desk-methods.ts';
import { findKind, mediatorFields } from '#shared/domain/kinds.ts';
import { arrangementOf, groupsOf } from '#engine/arrange.ts';
import { communeIdsOf, unitNameOf } from '#engine/communes.ts';
import type { Handler, HandlersOf } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import type { identityMethods } from '#shared/contract/identity-methods.ts';
import { listDuplicates } from './duplicates.ts';
import { linkPeople, listLinks, separatePeople, takeBack } from './identity.ts';
import { listRelated } from './related.ts';
import { listSuspects } from './suspects.ts';

const list: Handler<'person.list'> = (context, { communeId, sort, groupBy, ...filter }) => {
  const communeIds = communeId === undefined ? undefined : communeIdsOf(context, communeId);
  const arrangement = arrangementOf(personColumns, { sort, groupBy });
  const { total, rows, groups } = listPeople(context.database, { ...filter, communeIds, arrangement });
  return {
    total,
    groups: groupsOf(groups),
    rows: rows.map(({ communeId: commune, ...row }) => ({ ...row, communeName: unitNameOf(commune) })),
  };
};

const valuesKept = 200;

/** Fails with `usage-wrong` for a field that is not plain text or that is personal. */
const listValues: Handler<'record.values'> = ({ database, identity }, { kind, field }) => {
  const described = (kind === 'mediator' ? mediatorFields : findKind(kind)?.fields)?.[field];
  if (described?.type !== 'text' || described.privacy !== 'plain') throw failure('usage-wrong', { reason: `${kind}.${field}` });
  const stored = kind === 'mediator' ? 'person' : kind;
  return { values: [...listTypedValues(database, stored, field, identity.officeId, valuesKept)] };
};

type Methods = Extract<keyof typeof deskMethods, `person.${string}` | `record.${string}`> | keyof typeof identityMethods;

export const peopleHandlers: HandlersOf<Methods> = {
  'person.list': list,
  'record.related': listRelated,
  'record.values': listValues,
  'person.suspects': listSuspects,
  'person.duplicates': listDuplicates,
  'identity.link': linkPeople,
  'identity.separate': separatePeople,
  'identity.takeBack': takeBack,
  'identity.list': listLinks,
};
