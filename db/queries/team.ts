import type { ReadableDatabase } from '#db/open.ts';
import { searchOrPlace } from './place-search.ts';
import { exactFirst } from './projection.ts';

/** A team with the facts that the law asks about (Law 35/2013/QH13, article 12). Only members in office are counted. */
export type TeamFacts = {
  readonly id: string;
  readonly officeId: string;
  readonly name: string;
  readonly communeId: string | null;
  readonly dissolvedOn: string | null;
  readonly fixedMemberCount: number | null;
  readonly residentialUnitNames: string;
  /** Whether one of its residential units is marked as an area with many members of ethnic minorities. */
  readonly minorityArea: boolean;
  /** Day on which the last of its residential units ended, `null` while one is in force or none is named. */
  readonly placesEndedOn: string | null;
  readonly memberCount: number;
  readonly womenCount: number;
  readonly minorityCount: number;
  readonly leaderCount: number;
  readonly lawCount: number;
  readonly leaderName: string | null;
};

export type TeamFilter = {
  readonly find?: string | undefined;
  readonly id?: string | undefined;
  readonly communeIds?: readonly string[] | undefined;
  readonly officeId?: string | undefined;
};

type TeamRow = Omit<TeamFacts, 'minorityArea'> & { readonly minorityArea: number };

const kinh = '01';

/** Every team that fits, in Vietnamese order, with its counts: one pass over memberships, none per team. */
export const listTeamFacts = (database: ReadableDatabase, filter: TeamFilter): readonly TeamFacts[] => {
  const conditions = [
    { sql: 't.removed = 0', parameters: [] },
    ...(filter.id === undefined ? [] : [{ sql: 't.id = ?', parameters: [filter.id] }]),
    ...(filter.officeId === undefined ? [] : [{ sql: 't.office_id = ?', parameters: [filter.officeId] }]),
    ...(filter.communeIds === undefined
      ? []
      : [{ sql: 't.commune_id IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(filter.communeIds)] }]),
    ...searchOrPlace('t.search', 't.commune_id', filter.find),
  ];
  const order = exactFirst('t.exact', filter.find);
  const rows = database
    .prepare(
      `WITH chosen AS (SELECT * FROM team t WHERE ${conditions.map((condition) => condition.sql).join(' AND ')}),
       members AS (
         SELECT m.team_id, count(*) AS member_count,
           sum(p.sex = 'female') AS women, sum(p.ethnic_group IS NOT NULL AND p.ethnic_group <> '${kinh}') AS minority,
           sum(m.role = 'leader') AS leaders, sum(p.professional_level = 'law') AS law,
           max(CASE WHEN m.role = 'leader' THEN p.full_name END) AS leader_name
         FROM chosen c JOIN membership m ON m.team_id = c.id JOIN person p ON p.id = m.person_id
         WHERE m.removed = 0 AND m.ceased_on IS NULL AND p.removed = 0 GROUP BY m.team_id),
       places AS (
         SELECT c.id AS team_id, group_concat(u.name, ', ') AS names, max(u.minority_area) AS minority_area,
           CASE WHEN sum(u.valid_to IS NULL) = 0 THEN max(u.valid_to) END AS ended_on
         FROM chosen c, json_each(c.residential_unit_ids) j JOIN residential_unit u ON u.id = j.value GROUP BY c.id)
       SELECT t.id, t.office_id AS officeId, coalesce(t.name, '') AS name, t.commune_id AS communeId, t.dissolved_on AS dissolvedOn,
         t.fixed_member_count AS fixedMemberCount, coalesce(places.names, '') AS residentialUnitNames,
         coalesce(places.minority_area, 0) AS minorityArea, places.ended_on AS placesEndedOn, coalesce(member_count, 0) AS memberCount, coalesce(women, 0) AS womenCount,
         coalesce(minority, 0) AS minorityCount, coalesce(leaders, 0) AS leaderCount, coalesce(law, 0) AS lawCount,
         leader_name AS leaderName
       FROM chosen t LEFT JOIN members ON members.team_id = t.id LEFT JOIN places ON places.team_id = t.id
       ORDER BY ${order.sql}, t.sort_key, t.id`,
    )
    .all<TeamRow>(...conditions.flatMap((condition) => condition.parameters), ...order.parameters);
  return rows.map((row) => ({ ...row, minorityArea: row.minorityArea === 1 }));
};

/** Number and day (`YYYY-MM-DD`) of the decision that established a team, by team. */
export const listTeamDecisions = (
  database: ReadableDatabase,
): ReadonlyMap<string, { readonly number: string; readonly decidedOn: string | null }> =>
  new Map(
    database
      .prepare(
        `SELECT t.id, coalesce(d.number, '') AS number, d.decided_on AS decidedOn FROM team t JOIN decision d ON d.id = t.decision_id
         WHERE t.removed = 0 AND d.removed = 0`,
      )
      .all<{ readonly id: string; readonly number: string; readonly decidedOn: string | null }>()
      .map(({ id, ...decision }) => [id, decision]),
  );
