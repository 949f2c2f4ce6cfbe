import type { ReadableDatabase } from '#db/open.ts';

/** A membership that a rule may have something to say about: in force, or ended without a decision. */
export type MembershipFact = {
  readonly id: string;
  readonly officeId: string;
  readonly communeId: string | null;
  readonly fullName: string;
  readonly isInForce: boolean;
  readonly isLeader: boolean;
  readonly hasPerson: boolean;
  readonly hasTeam: boolean;
  /** Teams in which the person is a member now. */
  readonly teamCount: number;
  /** A decision or a day of recognition. */
  readonly isRecognized: boolean;
  readonly hasLeaderDecision: boolean;
  readonly hasCeaseDecision: boolean;
};

type Flag = 'isInForce' | 'isLeader' | 'hasPerson' | 'hasTeam' | 'isRecognized' | 'hasLeaderDecision' | 'hasCeaseDecision';
type MembershipRow = Omit<MembershipFact, Flag> & { readonly [F in Flag]: number };

/** Memberships that a rule has something to say about. */
export const listDoubtfulMemberships = (database: ReadableDatabase, officeId: string | undefined): readonly MembershipFact[] =>
  database
    .prepare(
      `WITH held AS (
         SELECT person_id, count(DISTINCT team_id) AS team_count FROM membership
         WHERE removed = 0 AND ceased_on IS NULL AND person_id IS NOT NULL GROUP BY person_id)
       SELECT m.id, m.office_id AS officeId, t.commune_id AS communeId, coalesce(p.full_name, '') AS fullName,
         m.ceased_on IS NULL AS isInForce, m.role = 'leader' AS isLeader,
         p.id IS NOT NULL AND p.removed = 0 AS hasPerson, t.id IS NOT NULL AND t.removed = 0 AS hasTeam,
         coalesce(held.team_count, 0) AS teamCount, m.decision_id IS NOT NULL OR m.recognized_on IS NOT NULL AS isRecognized,
         m.leader_decision_id IS NOT NULL AS hasLeaderDecision, m.cease_decision_id IS NOT NULL AS hasCeaseDecision
       FROM membership m LEFT JOIN person p ON p.id = m.person_id LEFT JOIN team t ON t.id = m.team_id
         LEFT JOIN held ON held.person_id = m.person_id
       WHERE m.removed = 0 AND (@chosen IS NULL OR m.office_id = @chosen)
         AND CASE WHEN m.ceased_on IS NULL
           THEN p.id IS NULL OR p.removed = 1 OR t.id IS NULL OR t.removed = 1 OR held.team_count > 1
             OR (m.decision_id IS NULL AND m.recognized_on IS NULL) OR (m.role = 'leader' AND m.leader_decision_id IS NULL)
           ELSE m.cease_decision_id IS NULL END
       ORDER BY m.id`,
    )
    .all<MembershipRow>({ chosen: officeId ?? null })
    .map((row) => ({
      ...row,
      isInForce: row.isInForce === 1,
      isLeader: row.isLeader === 1,
      hasPerson: row.hasPerson === 1,
      hasTeam: row.hasTeam === 1,
      isRecognized: row.isRecognized === 1,
      hasLeaderDecision: row.hasLeaderDecision === 1,
      hasCeaseDecision: row.hasCeaseDecision === 1,
    }));

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
  readonly speakerCount: number;
  /** Presence marked at any sitting. */
  readonly presenceCount: number;
  /** Last day, `YYYY-MM-DD`. */
  readonly endsOn: string | null;
  readonly kind: string;
  /** Of the participants those of the books who are in no pool of trainers. */
  readonly noTrainerCount: number;
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
         (SELECT count(*) FROM session_speaker k WHERE k.session_id = s.id AND k.removed = 0) AS speakerCount,
         (SELECT count(*) FROM participant a JOIN presence r ON r.participant_id = a.id
           WHERE a.session_id = s.id AND a.removed = 0 AND r.removed = 0) AS presenceCount,
         coalesce(s.ends_on, s.starts_on) AS endsOn, coalesce(s.kind, '') AS kind,
         (SELECT count(*) FROM participant a WHERE a.session_id = s.id AND a.removed = 0 AND a.person_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM trainer t WHERE t.person_id = a.person_id AND t.removed = 0)) AS noTrainerCount,
         (SELECT count(*) FROM participant a JOIN presence r ON r.participant_id = a.id
           WHERE a.session_id = s.id AND r.removed = 0 AND r.sitting > s.sitting_count) AS excessSittingCount
       FROM session s WHERE s.removed = 0 AND (@chosen IS NULL OR s.office_id = @chosen) ORDER BY s.id`,
    )
    .all<SessionFact>({ chosen: officeId ?? null });

/** A nomination that a rule has something to say about. */
export type NominationFact = {
  readonly id: string;
  readonly officeId: string;
  readonly communeId: string | null;
  readonly title: string;
  /** Nominations of the same subject, form and year. */
  readonly same: number;
  /** Other nominations or awards of the medal for the same person, whatever the year. */
  readonly otherMedalCount: number;
  readonly ceasedForBreach: number;
  /** Papers of the check list that are marked as missing. */
  readonly missingPaperCount: number;
  readonly stage: string;
};

/** Nominations that are alive or awarded, with what may be doubtful about them. */
export const listDoubtfulNominations = (database: ReadableDatabase, officeId: string | undefined): readonly NominationFact[] =>
  database
    .prepare(
      `WITH living AS (SELECT * FROM nomination WHERE removed = 0 AND stage NOT IN ('refused', 'withdrawn')),
       twins AS (
         SELECT subject_kind, coalesce(person_id, team_id, organisation_name) AS subject, form, year, count(*) AS same
         FROM living GROUP BY 1, 2, 3, 4 HAVING count(*) > 1),
       medals AS (SELECT person_id, count(*) AS medals FROM living WHERE form = 'medal' AND person_id IS NOT NULL GROUP BY 1)
       SELECT n.id, n.office_id AS officeId, coalesce(t.commune_id, mt.commune_id) AS communeId,
         coalesce(p.full_name, t.name, n.organisation_name, '') AS title, coalesce(twins.same, 1) AS same,
         CASE WHEN n.form = 'medal' THEN coalesce(medals.medals, 1) - 1 ELSE 0 END AS otherMedalCount,
         EXISTS (SELECT 1 FROM membership m WHERE m.person_id = n.person_id AND m.removed = 0 AND m.cease_reason = 'principle-violated')
           AS ceasedForBreach,
         (SELECT count(DISTINCT d.item) FROM dossier_item d WHERE d.nomination_id = n.id AND d.removed = 0 AND d.present = 0
           AND NOT EXISTS (SELECT 1 FROM dossier_item e WHERE e.nomination_id = n.id AND e.removed = 0 AND e.item = d.item AND e.present = 1))
           AS missingPaperCount,
         coalesce(n.stage, '') AS stage
       FROM living n LEFT JOIN twins ON twins.subject_kind = n.subject_kind AND twins.form = n.form AND twins.year = n.year
           AND twins.subject = coalesce(n.person_id, n.team_id, n.organisation_name)
         LEFT JOIN medals ON medals.person_id = n.person_id
         LEFT JOIN person p ON p.id = n.person_id LEFT JOIN team t ON t.id = n.team_id
         LEFT JOIN team mt ON mt.id = (SELECT m.team_id FROM membership m WHERE m.person_id = n.person_id AND m.removed = 0
           ORDER BY m.ceased_on IS NOT NULL, m.id LIMIT 1)
       WHERE @chosen IS NULL OR n.office_id = @chosen ORDER BY n.id`,
    )
    .all<NominationFact>({ chosen: officeId ?? null })
    .filter((row) => row.same > 1 || row.otherMedalCount > 0 || row.ceasedForBreach === 1 || row.missingPaperCount > 0);

/** Teams in force of an office, or of all, and how many of them have a member with training in law or a legal profession. */
export const countLegalTeams = (
  database: ReadableDatabase,
  officeId: string | undefined,
  day: string,
): { readonly teamCount: number; readonly legalTeamCount: number } => {
  const row = database
    .prepare(
      `SELECT count(*) AS teamCount, coalesce(sum(EXISTS (
         SELECT 1 FROM membership m JOIN person p ON p.id = m.person_id
         WHERE m.team_id = t.id AND m.removed = 0 AND m.ceased_on IS NULL AND p.removed = 0
           AND (p.professional_level = 'law' OR p.law_degree IS NOT NULL OR EXISTS (
             SELECT 1 FROM json_each(coalesce(p.backgrounds, '[]')) b WHERE b.value IN ('lawyer', 'jurist', 'former-judge',
               'former-prosecutor', 'former-investigator', 'former-enforcement-officer', 'former-examiner'))))), 0) AS legalTeamCount
       FROM team t WHERE t.removed = 0 AND (t.dissolved_on IS NULL OR t.dissolved_on > @day) AND (@chosen IS NULL OR t.office_id = @chosen)`,
    )
    .get<{ readonly teamCount: number; readonly legalTeamCount: number }>({ chosen: officeId ?? null, day });
  return row ?? { teamCount: 0, legalTeamCount: 0 };
};

/** Villages in force without a team in force. */
export const listVillagesWithoutTeam = (
  database: ReadableDatabase,
  officeId: string | undefined,
  day: string,
): readonly { readonly id: string; readonly officeId: string; readonly communeId: string | null; readonly title: string }[] =>
  database
    .prepare(
      `WITH served AS (SELECT DISTINCT j.value AS id FROM team t, json_each(coalesce(t.residential_unit_ids, '[]')) j
         WHERE t.removed = 0 AND (t.dissolved_on IS NULL OR t.dissolved_on > @day))
       SELECT u.id, u.office_id AS officeId, u.commune_id AS communeId, u.record_title AS title FROM residential_unit u
       WHERE u.removed = 0 AND (u.valid_to IS NULL OR u.valid_to >= @day) AND (@chosen IS NULL OR u.office_id = @chosen)
         AND u.id NOT IN (SELECT id FROM served) ORDER BY u.sort_key, u.id`,
    )
    .all({ chosen: officeId ?? null, day });

/** Trainers in office without a decision that appointed them. */
export const listTrainersWithoutDecision = (
  database: ReadableDatabase,
  officeId: string | undefined,
): readonly { readonly id: string; readonly officeId: string; readonly title: string }[] =>
  database
    .prepare(
      `SELECT t.id, t.office_id AS officeId, coalesce(p.full_name, '') AS title FROM trainer t LEFT JOIN person p ON p.id = t.person_id
       WHERE t.removed = 0 AND t.ended_on IS NULL AND t.decision_id IS NULL AND (@chosen IS NULL OR t.office_id = @chosen) ORDER BY t.id`,
    )
    .all({ chosen: officeId ?? null });

/** Names of people and the commune of their team now, or of the last one. */
export const mapPeople = (
  database: ReadableDatabase,
  ids: readonly string[],
): ReadonlyMap<string, { readonly fullName: string; readonly communeId: string | null }> =>
  new Map(
    database
      .prepare(
        `SELECT p.id, coalesce(p.full_name, '') AS fullName,
           (SELECT t.commune_id FROM membership m JOIN team t ON t.id = m.team_id WHERE m.person_id = p.id AND m.removed = 0
            ORDER BY m.ceased_on IS NOT NULL, m.id LIMIT 1) AS communeId
         FROM json_each(?) chosen JOIN person p ON p.id = chosen.value`,
      )
      .all<{ readonly id: string; readonly fullName: string; readonly communeId: string | null }>(JSON.stringify(ids))
      .map(({ id, ...person }) => [id, person]),
  );
