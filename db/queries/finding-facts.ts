import type { ReadableDatabase } from '#db/open.ts';

/** A membership in force whose person or team is missing, removed, or held twice. */
export type MembershipFact = {
  readonly id: string;
  readonly officeId: string;
  readonly communeId: string | null;
  readonly personId: string | null;
  readonly hasPerson: boolean;
  readonly hasTeam: boolean;
  /** Teams in which the person is a member now. */
  readonly teamCount: number;
};

type MembershipRow = Omit<MembershipFact, 'hasPerson' | 'hasTeam'> & { readonly hasPerson: number; readonly hasTeam: number };

/** Memberships in force that a rule has something to say about. */
export const listDoubtfulMemberships = (database: ReadableDatabase, officeId: string | undefined): readonly MembershipFact[] =>
  database
    .prepare(
      `WITH held AS (
         SELECT person_id, count(DISTINCT team_id) AS team_count FROM membership
         WHERE removed = 0 AND ceased_on IS NULL AND person_id IS NOT NULL GROUP BY person_id)
       SELECT m.id, m.office_id AS officeId, t.commune_id AS communeId, m.person_id AS personId,
         p.id IS NOT NULL AND p.removed = 0 AS hasPerson, t.id IS NOT NULL AND t.removed = 0 AS hasTeam,
         coalesce(held.team_count, 0) AS teamCount
       FROM membership m LEFT JOIN person p ON p.id = m.person_id LEFT JOIN team t ON t.id = m.team_id
         LEFT JOIN held ON held.person_id = m.person_id
       WHERE m.removed = 0 AND m.ceased_on IS NULL AND (@chosen IS NULL OR m.office_id = @chosen)
         AND (p.id IS NULL OR p.removed = 1 OR t.id IS NULL OR t.removed = 1 OR held.team_count > 1)
       ORDER BY m.id`,
    )
    .all<MembershipRow>({ chosen: officeId ?? null })
    .map((row) => ({ ...row, hasPerson: row.hasPerson === 1, hasTeam: row.hasTeam === 1 }));

/** Trainers in office per office and pool. */
export const listPoolSizes = (
  database: ReadableDatabase,
): readonly { readonly officeId: string; readonly pool: string; readonly count: number; readonly untrained: number }[] =>
  database
    .prepare(
      `SELECT office_id AS officeId, pool, count(*) AS count, sum(method_training_year IS NULL) AS untrained FROM trainer
       WHERE removed = 0 AND ended_on IS NULL AND pool IS NOT NULL GROUP BY office_id, pool ORDER BY office_id, pool`,
    )
    .all();

/** A session with its sums. Money in đồng. */
export type SessionFact = {
  readonly id: string;
  readonly officeId: string;
  readonly communeId: string | null;
  readonly title: string;
  readonly sittingCount: number | null;
  readonly spentAmount: number | null;
  readonly fundedAmount: number | null;
  readonly participantCount: number;
  /** Presence at a sitting beyond the number of sittings. */
  readonly excessSittingCount: number;
};

export const listSessionFacts = (database: ReadableDatabase, officeId: string | undefined): readonly SessionFact[] =>
  database
    .prepare(
      `SELECT s.id, s.office_id AS officeId, s.commune_id AS communeId, coalesce(s.title, '') AS title,
         s.sitting_count AS sittingCount, s.spent_amount AS spentAmount,
         (SELECT sum(f.spent_amount) FROM funding_line f WHERE f.session_id = s.id AND f.removed = 0) AS fundedAmount,
         (SELECT count(*) FROM participant a WHERE a.session_id = s.id AND a.removed = 0) AS participantCount,
         (SELECT count(*) FROM participant a JOIN presence r ON r.participant_id = a.id
           WHERE a.session_id = s.id AND r.removed = 0 AND r.sitting > s.sitting_count) AS excessSittingCount
       FROM session s WHERE s.removed = 0 AND (@chosen IS NULL OR s.office_id = @chosen) ORDER BY s.id`,
    )
    .all<SessionFact>({ chosen: officeId ?? null });

/** Nominations of the same subject, form and year, and of people who ceased for breaking principles. */
export const listDoubtfulNominations = (
  database: ReadableDatabase,
  officeId: string | undefined,
): readonly { readonly id: string; readonly officeId: string; readonly same: number; readonly ceasedForBreach: number }[] =>
  database
    .prepare(
      `WITH twins AS (
         SELECT subject_kind, coalesce(person_id, team_id, organisation_name) AS subject, form, year, count(*) AS same
         FROM nomination WHERE removed = 0 AND stage NOT IN ('refused', 'withdrawn') GROUP BY 1, 2, 3, 4 HAVING count(*) > 1)
       SELECT n.id, n.office_id AS officeId, coalesce(twins.same, 1) AS same,
         EXISTS (SELECT 1 FROM membership m WHERE m.person_id = n.person_id AND m.removed = 0 AND m.cease_reason = 'principle-violated')
           AS ceasedForBreach
       FROM nomination n LEFT JOIN twins ON twins.subject_kind = n.subject_kind AND twins.form = n.form AND twins.year = n.year
         AND twins.subject = coalesce(n.person_id, n.team_id, n.organisation_name)
       WHERE n.removed = 0 AND n.stage NOT IN ('refused', 'withdrawn') AND (@chosen IS NULL OR n.office_id = @chosen)
       ORDER BY n.id`,
    )
    .all<{ readonly id: string; readonly officeId: string; readonly same: number; readonly ceasedForBreach: number }>({
      chosen: officeId ?? null,
    })
    .filter((row) => row.same > 1 || row.ceasedForBreach === 1);
