import type { ReadableDatabase } from '#db/open.ts';
import { searchOrPlace } from './place-search.ts';
import type { Condition } from './search-text.ts';

/**
 * Years in which people were trained: present at a sitting of a mediators' training, or with the result "completed". One row for each
 * person and year.
 */
const trained = `trained AS (
  SELECT DISTINCT a.person_id, CAST(substr(s.starts_on, 1, 4) AS INTEGER) AS year
  FROM participant a JOIN session s ON s.id = a.session_id
  WHERE a.removed = 0 AND s.removed = 0 AND s.kind = 'mediator-training' AND a.person_id IS NOT NULL AND s.starts_on IS NOT NULL
    AND (a.result = 'completed'
      OR EXISTS (SELECT 1 FROM presence r WHERE r.participant_id = a.id AND r.removed = 0 AND r.present = 1)))`;

/** A person counts once, in the first team by id. */
const mediators = `mediators AS (
  SELECT m.id, m.person_id, m.office_id, m.team_id, t.name AS team_name, t.commune_id, min(m.id) AS first
  FROM membership m JOIN team t ON t.id = m.team_id
  WHERE m.removed = 0 AND m.ceased_on IS NULL AND t.removed = 0 AND m.person_id IS NOT NULL GROUP BY m.person_id)`;

export type CoverageCount = {
  readonly officeId: string;
  readonly communeId: string | null;
  readonly mediatorCount: number;
  readonly trainedCount: number;
};

/** Mediators in office by commune, and how many of them were trained in a year. */
export const countCoverage = (database: ReadableDatabase, year: number, officeId: string | undefined): readonly CoverageCount[] =>
  database
    .prepare(
      `WITH ${trained}, ${mediators}
       SELECT d.office_id AS officeId, d.commune_id AS communeId, count(*) AS mediatorCount, count(y.person_id) AS trainedCount
       FROM mediators d LEFT JOIN trained y ON y.person_id = d.person_id AND y.year = @year
       WHERE @chosen IS NULL OR d.office_id = @chosen GROUP BY d.office_id, d.commune_id ORDER BY d.commune_id`,
    )
    .all<CoverageCount>({ year, chosen: officeId ?? null });

export type Untrained = {
  readonly membershipId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly teamName: string;
  readonly communeId: string | null;
  readonly lastTrainedYear: number | null;
};

export type UntrainedFilter = {
  readonly year: number;
  readonly find?: string | undefined;
  readonly officeId?: string | undefined;
  readonly communeIds?: readonly string[] | undefined;
  readonly limit: number;
  readonly offset: number;
};

/** Mediators in office who were not trained in a year, by commune, team and given name. */
export const listUntrained = (
  database: ReadableDatabase,
  filter: UntrainedFilter,
): { readonly total: number; readonly rows: readonly Untrained[] } => {
  const conditions: readonly Condition[] = [
    { sql: 'NOT EXISTS (SELECT 1 FROM trained y WHERE y.person_id = d.person_id AND y.year = ?)', parameters: [filter.year] },
    ...(filter.officeId === undefined ? [] : [{ sql: 'd.office_id = ?', parameters: [filter.officeId] }]),
    ...(filter.communeIds === undefined
      ? []
      : [{ sql: 'd.commune_id IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(filter.communeIds)] }]),
    ...searchOrPlace('p.search', 'd.commune_id', filter.find),
  ];
  const source = `FROM mediators d JOIN person p ON p.id = d.person_id JOIN team t ON t.id = d.team_id
    WHERE p.removed = 0 AND ${conditions.map((condition) => condition.sql).join(' AND ')}`;
  const parameters = conditions.flatMap((condition) => condition.parameters);
  const total =
    database
      .prepare(`WITH ${trained}, ${mediators} SELECT count(*) AS count ${source}`)
      .get<{ readonly count: number }>(...parameters)?.count ?? 0;
  const rows = database
    .prepare(
      `WITH ${trained}, ${mediators}
       SELECT d.id AS membershipId, d.person_id AS personId, coalesce(p.full_name, '') AS fullName, p.birth_date AS birthDate,
         coalesce(d.team_name, '') AS teamName, d.commune_id AS communeId,
         (SELECT max(y.year) FROM trained y WHERE y.person_id = d.person_id) AS lastTrainedYear
       ${source} ORDER BY d.commune_id, t.sort_key, p.sort_key, d.id LIMIT ? OFFSET ?`,
    )
    .all<Untrained>(...parameters, filter.limit, filter.offset);
  return { total, rows };
};
