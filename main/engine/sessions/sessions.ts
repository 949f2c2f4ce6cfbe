import {
  findPresence,
  listFunding,
  listMediatorPersonIds,
  listParticipantIds,
  listParticipants,
  listSessions,
  listSessionYears,
  listSpeakers,
  listTrainerPersonIds,
  type SessionRow,
} from '#db/queries/session.ts';
import { findProjected } from '#db/queries/projection.ts';
import { labelOf, sessionKinds } from '#shared/catalogue/code-lists.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import { arrangeRows, type MemoryColumns } from '#engine/arrange.ts';
import { communeIdsOf, unitNameOf } from '#engine/communes.ts';
import type { Handler, QueryContext } from '#engine/context.ts';
import { derivedId } from '#engine/derived-id.ts';
import { failure } from '#engine/failure.ts';
import { getView } from '#engine/record-view.ts';

const all = 1_000_000;

const sessionColumns: MemoryColumns<SessionRow> = {
  texts: {
    title: (row) => row.title,
    place: (row) => row.place,
    commune: (row) => unitNameOf(row.communeId),
    office: (row) => unitNameOf(row.officeId),
    kind: (row) => labelOf(sessionKinds, row.kind ?? ''),
  },
  keys: {
    time: (row) => row.startsOn,
    sittings: (row) => row.sittingCount,
    people: (row) => row.participantCount,
    attendances: (row) => row.attendanceCount,
    speakers: (row) => row.speakerCount,
  },
  groups: {
    year: { key: (row) => row.startsOn?.slice(0, 4) ?? null, label: (row) => row.startsOn?.slice(0, 4) ?? '', descending: true },
    kind: { key: (row) => row.kind, label: (row) => labelOf(sessionKinds, row.kind ?? '') },
    commune: { key: (row) => row.communeId, label: (row) => unitNameOf(row.communeId) },
    office: { key: (row) => row.officeId, label: (row) => unitNameOf(row.officeId) },
  },
};

export const listTrainingSessions: Handler<'session.list'> = (
  context,
  { communeId, overdue, limit, offset, sort, groupBy, ...filter },
) => {
  const communeIds = communeId === undefined ? undefined : communeIdsOf(context, communeId);
  const { rows } = listSessions(context.database, {
    ...filter,
    communeIds,
    overdueOn: overdue ? context.today : undefined,
    limit: all,
    offset: 0,
  });
  return {
    ...arrangeRows(rows, sessionColumns, { limit, offset, sort, groupBy }),
    years: [...listSessionYears(context.database)],
  };
};

/** Fails with `record-not-found`. */
export const getSession: Handler<'session.get'> = ({ database }, { id }) => ({
  record: getView(database, 'session', id),
  speakers: [...listSpeakers(database, id)],
  funding: [...listFunding(database, id)],
  participants: listParticipants(database, id).map((row) => ({
    ...row,
    present: [...row.present],
    marks: [...row.marks],
    communeName: unitNameOf(row.communeId),
  })),
});

type Invited = ParsedInputOf<'session.addPeople'>;

const ownCommuneIds = (context: QueryContext, communeIds: readonly string[]): readonly string[] =>
  communeIds.flatMap((communeId) => communeIdsOf(context, communeId));

const invitedPeople = (context: QueryContext, invited: Invited): readonly string[] => {
  const { database, identity } = context;
  const chosen = invited.personIds.filter((personId) => {
    const person = findProjected(database, 'person', personId);
    return person !== undefined && !person.removed && person.officeId === identity.officeId;
  });
  const mediators = listMediatorPersonIds(database, {
    officeId: identity.officeId,
    teamIds: invited.teamIds,
    communeIds: ownCommuneIds(context, invited.communeIds),
  });
  const trainers = invited.pool ? listTrainerPersonIds(database, identity.officeId) : [];
  return [...new Set([...chosen, ...mediators, ...trainers])];
};

const presentPeople = ({ database }: QueryContext, sessionId: string): ReadonlySet<string> =>
  new Set(
    listParticipantIds(database, sessionId)
      .filter((one) => one.removed === 0)
      .map((one) => one.personId),
  );

export const countInvited: Handler<'session.invitedCount'> = (context, invited) => {
  const people = invitedPeople(context, invited);
  const present = presentPeople(context, invited.sessionId);
  return { people: people.length, already: people.filter((personId) => present.has(personId)).length };
};

const assertOwnSession = ({ database, identity }: QueryContext, sessionId: string): void => {
  const session = findProjected(database, 'session', sessionId);
  if (!session) throw failure('record-not-found', { kind: 'session' });
  if (session.removed) throw failure('record-removed', { kind: 'session' });
  if (session.officeId !== identity.officeId) throw failure('record-not-owned', { kind: 'session' });
};

/** Fails with `record-not-found`, `record-removed` or `record-not-owned` for the session. */
export const addPeople: Handler<'session.addPeople'> = (context, invited) => {
  const { sessionId } = invited;
  assertOwnSession(context, sessionId);
  const people = invitedPeople(context, invited);
  const known = new Map(listParticipantIds(context.database, sessionId).map((one) => [one.personId, one]));
  const present = presentPeople(context, sessionId);
  const added = people.filter((personId) => !present.has(personId));
  for (const personId of added) {
    const removed = known.get(personId);
    if (removed) context.records.restore({ kind: 'participant', id: removed.id });
    else
      context.records.write({
        kind: 'participant',
        id: derivedId('participant', sessionId, personId),
        values: { sessionId, personId },
      });
  }
  return { added: added.length, already: people.length - added.length };
};

/** A participant who is not on the list makes no mark. Fails with `record-not-owned` for another office's. */
export const markPresence: Handler<'session.markPresence'> = ({ database, identity, records }, { marks }) => {
  const changed = marks.filter(({ participantId, sitting, present }) => {
    const participant = findProjected(database, 'participant', participantId);
    if (!participant || participant.removed) return false;
    if (participant.officeId !== identity.officeId) throw failure('record-not-owned', { kind: 'participant' });
    const found = findPresence(database, participantId, sitting);
    const id = found?.id ?? derivedId('presence', participantId, sitting);
    if (found === undefined && !present) return false;
    const restored = found?.removed === 1 ? records.restore({ kind: 'presence', id }) : null;
    return records.write({ kind: 'presence', id, values: { participantId, sitting, present } }) !== null || restored !== null;
  });
  return { changed: changed.length };
};
