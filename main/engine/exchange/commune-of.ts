import { findProjected } from '#db/queries/projection.ts';
import type { QueryContext } from '#engine/context.ts';

/** Through what a record belongs to a commune where it does not name one, in this order. */
const ways = {
  teamId: 'team',
  residentialUnitId: 'residential-unit',
  sessionId: 'session',
  personId: 'person',
  nominationId: 'nomination',
  participantId: 'participant',
} as const;
const furthest = 4;

/** A person without a village belongs where the newest membership is. */
const teamOfPerson = ({ database }: QueryContext, personId: string): string | undefined =>
  database
    .prepare('SELECT team_id AS teamId FROM membership WHERE person_id = ? ORDER BY removed, id DESC LIMIT 1')
    .get<{ readonly teamId: string | null }>(personId)?.teamId ?? undefined;

/** The commune to which a record belongs as the books stand, or `null` for one of the whole office. */
export const communeOfRecord = (context: QueryContext, kind: string, id: string, steps = 0): string | null => {
  const values = findProjected(context.database, kind, id)?.values;
  if (values === undefined || steps > furthest) return null;
  if (typeof values.communeId === 'string') return values.communeId;
  for (const [field, target] of Object.entries(ways)) {
    const to = values[field];
    if (typeof to === 'string') return communeOfRecord(context, target, to, steps + 1);
  }
  const teamId = kind === 'person' ? teamOfPerson(context, id) : undefined;
  return teamId === undefined ? null : communeOfRecord(context, 'team', teamId, steps + 1);
};
