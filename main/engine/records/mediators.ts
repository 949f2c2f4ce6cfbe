import { listMediators as findMediators, mediatorColumns } from '#db/queries/mediator.ts';
import { arrangementOf, groupsOf } from '#engine/arrange.ts';
import type { Handler } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { communeIdsOf, unitNameOf } from '#engine/communes.ts';
import { memberRowOf } from './teams.ts';
import { getView } from '#engine/record-view.ts';

export const listMediators: Handler<'mediator.list'> = (context, { communeId, sort, groupBy, ...filter }) => {
  const communeIds = communeId === undefined ? undefined : communeIdsOf(context, communeId);
  const arrangement = arrangementOf(mediatorColumns, { sort, groupBy });
  const { total, rows, groups } = findMediators(context.database, { ...filter, communeIds, arrangement });
  return {
    total,
    groups: groupsOf(groups),
    rows: rows.map((row) => ({
      ...memberRowOf(row),
      officeId: row.officeId,
      teamId: row.teamId,
      teamName: row.teamName,
      communeId: row.communeId,
      communeName: unitNameOf(row.communeId),
    })),
  };
};

/** Fails with `record-not-found`. */
export const getMediator: Handler<'mediator.get'> = ({ database }, { id }) => {
  const membership = getView(database, 'membership', id);
  const personId = membership.values.personId;
  if (typeof personId !== 'string') throw failure('record-not-found', { kind: 'person' });
  const person = getView(database, 'person', personId);
  return { person, membership, values: { ...person.values, ...membership.values } };
};
