import type { ReadableDatabase } from '#db/open.ts';

/** A person with what tells people apart. The commune is that of the team, or else of the home. */
export type MatchFactsRow = {
  readonly id: string;
  readonly officeId: string;
  readonly fullName: string;
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly citizenId: string | null;
  readonly phone: string | null;
  readonly residentialUnitId: string | null;
  readonly communeId: string | null;
};

const columns = `p.id, p.office_id AS officeId, coalesce(p.full_name, '') AS fullName, p.sex, p.birth_date AS birthDate,
  p.citizen_id AS citizenId, p.phone, p.residential_unit_id AS residentialUnitId,
  coalesce(
    (SELECT t.commune_id FROM membership m JOIN team t ON t.id = m.team_id
     WHERE m.person_id = p.id AND m.removed = 0 ORDER BY m.ceased_on IS NOT NULL, m.id LIMIT 1),
    (SELECT u.commune_id FROM residential_unit u WHERE u.id = p.residential_unit_id)) AS communeId`;

/** Everybody in the books who is not removed. */
export const iterateMatchFacts = (database: ReadableDatabase): IterableIterator<MatchFactsRow> =>
  database.prepare(`SELECT ${columns} FROM person p WHERE p.removed = 0`).iterate<MatchFactsRow>();

export type CandidateKeys = {
  /** Citizen number as typed and as it may stand in another entry. */
  readonly citizenIds: readonly string[];
  readonly phones: readonly string[];
  /** Whole days of birth, the swapped one too. */
  readonly birthDates: readonly string[];
  readonly birthYear: string | null;
  /** The given name without tones, as it stands in the search text. */
  readonly given: string;
  readonly communeId: string | null;
};

/**
 * People who share a number, a phone, a day of birth, year and given name, or the commune with the person asked about: each part goes by an
 * index, so that it is quick among hundreds of thousands.
 */
export const listCandidates = (database: ReadableDatabase, keys: CandidateKeys): readonly MatchFactsRow[] =>
  database
    .prepare(
      `WITH found AS (
         SELECT id FROM person WHERE citizen_id IN (SELECT value FROM json_each(@citizenIds))
         UNION SELECT id FROM person WHERE phone IN (SELECT value FROM json_each(@phones))
         UNION SELECT id FROM person WHERE birth_date IN (SELECT value FROM json_each(@birthDates))
         UNION SELECT id FROM person
           WHERE @given <> '' AND birth_date >= @birthYear AND birth_date < @birthYear || '~' AND instr(search, @given) > 0
         UNION SELECT p.id FROM residential_unit u JOIN person p ON p.residential_unit_id = u.id WHERE u.commune_id = @communeId
         UNION SELECT m.person_id FROM team t JOIN membership m ON m.team_id = t.id WHERE t.commune_id = @communeId)
       SELECT ${columns} FROM found JOIN person p ON p.id = found.id WHERE p.removed = 0`,
    )
    .all<MatchFactsRow>({
      citizenIds: JSON.stringify(keys.citizenIds),
      phones: JSON.stringify(keys.phones),
      birthDates: JSON.stringify(keys.birthDates),
      birthYear: keys.birthYear,
      given: keys.given,
      communeId: keys.communeId,
    });

export type PersonCardRow = {
  readonly id: string;
  readonly officeId: string;
  readonly fullName: string;
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly ethnicGroup: string | null;
  readonly residentialUnitName: string;
  readonly communeId: string | null;
  readonly teamName: string;
  readonly isMediator: number;
  readonly isTrainer: number;
};

/** What a list shows of some people, by id; removed ones too, since a decision may name them. */
export const listPersonCards = (database: ReadableDatabase, ids: readonly string[]): ReadonlyMap<string, PersonCardRow> =>
  new Map(
    database
      .prepare(
        `WITH facts AS (SELECT ${columns} FROM person p WHERE p.id IN (SELECT value FROM json_each(@ids)))
         SELECT f.id, f.officeId, f.fullName, f.sex, f.birthDate, p.ethnic_group AS ethnicGroup, f.communeId,
           coalesce((SELECT u.name FROM residential_unit u WHERE u.id = f.residentialUnitId), '') AS residentialUnitName,
           coalesce((SELECT t.name FROM membership m JOIN team t ON t.id = m.team_id
             WHERE m.person_id = f.id AND m.removed = 0 AND m.ceased_on IS NULL ORDER BY m.id LIMIT 1), '') AS teamName,
           EXISTS (SELECT 1 FROM membership m WHERE m.person_id = f.id AND m.removed = 0 AND m.ceased_on IS NULL) AS isMediator,
           EXISTS (SELECT 1 FROM trainer t WHERE t.person_id = f.id AND t.removed = 0 AND t.ended_on IS NULL) AS isTrainer
         FROM facts f JOIN person p ON p.id = f.id`,
      )
      .all<PersonCardRow>({ ids: JSON.stringify(ids) })
      .map((row) => [row.id, row]),
  );

/** A decision in force on two entries. */
export type IdentityLinkRow = {
  readonly id: string;
  readonly officeId: string;
  readonly firstId: string;
  readonly secondId: string;
  readonly decision: string;
  readonly note: string | null;
};

/** Decisions that were not taken back, of all offices in the books. */
export const listIdentityLinks = (database: ReadableDatabase): readonly IdentityLinkRow[] =>
  database
    .prepare(
      `SELECT id, office_id AS officeId, first_id AS firstId, second_id AS secondId, decision, note FROM identity_link
       WHERE removed = 0 AND first_id IS NOT NULL AND second_id IS NOT NULL AND decision IS NOT NULL ORDER BY id`,
    )
    .all<IdentityLinkRow>();

/** How many rows this connection has changed so far: what was computed at one count holds while it stays. */
export const changeCountOf = (database: ReadableDatabase): number =>
  database.prepare('SELECT total_changes() AS count').get<{ readonly count: number }>()?.count ?? 0;
