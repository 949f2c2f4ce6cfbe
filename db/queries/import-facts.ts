import type { ReadableDatabase } from '#db/open.ts';

export type PlaceFacts = { readonly id: string; readonly name: string; readonly communeId: string | null };

/** Residential units of an office that are not removed and have not ended by a day. */
export const listUnitFacts = (database: ReadableDatabase, officeId: string, day: string): readonly PlaceFacts[] =>
  database
    .prepare(
      `SELECT id, coalesce(name, '') AS name, commune_id AS communeId FROM residential_unit
       WHERE office_id = ? AND removed = 0 AND (valid_to IS NULL OR valid_to >= ?) ORDER BY id`,
    )
    .all<PlaceFacts>(officeId, day);

/** Teams of an office that are not removed and not dissolved by a day; `unitIds` as JSON. */
export const listTeamNames = (
  database: ReadableDatabase,
  officeId: string,
  day: string,
): readonly (PlaceFacts & { readonly unitIds: string | null })[] =>
  database
    .prepare(
      `SELECT id, coalesce(name, '') AS name, commune_id AS communeId, residential_unit_ids AS unitIds FROM team
       WHERE office_id = ? AND removed = 0 AND (dissolved_on IS NULL OR dissolved_on > ?) ORDER BY id`,
    )
    .all<PlaceFacts & { readonly unitIds: string | null }>(officeId, day);

export type DecisionFacts = {
  readonly id: string;
  readonly number: string;
  readonly decidedOn: string | null;
  readonly communeId: string | null;
};

export const listDecisionFacts = (database: ReadableDatabase, officeId: string): readonly DecisionFacts[] =>
  database
    .prepare(
      `SELECT id, coalesce(number, '') AS number, decided_on AS decidedOn, commune_id AS communeId FROM decision
       WHERE office_id = ? AND removed = 0 ORDER BY id`,
    )
    .all<DecisionFacts>(officeId);

export type LinkFacts = { readonly id: string; readonly personId: string; readonly targetId: string | null };

/** Memberships in office: person and team. */
export const listMembershipLinks = (database: ReadableDatabase, officeId: string): readonly LinkFacts[] =>
  database
    .prepare(
      `SELECT id, coalesce(person_id, '') AS personId, team_id AS targetId FROM membership
       WHERE office_id = ? AND removed = 0 AND ceased_on IS NULL ORDER BY id`,
    )
    .all<LinkFacts>(officeId);

/** Trainers in office: person and pool. */
export const listTrainerLinks = (database: ReadableDatabase, officeId: string): readonly LinkFacts[] =>
  database
    .prepare(
      `SELECT id, coalesce(person_id, '') AS personId, pool AS targetId FROM trainer
       WHERE office_id = ? AND removed = 0 AND ended_on IS NULL ORDER BY id`,
    )
    .all<LinkFacts>(officeId);
