import type { ReadableDatabase } from '#db/open.ts';
import { awardForms, awardLevels } from '#shared/catalogue/code-lists.ts';
import { fold } from '#shared/text/vietnamese.ts';

/** A nomination as lists show it, named by its subject: a person, a team or an organisation. */
export type NominationRow = {
  readonly id: string;
  readonly officeId: string;
  readonly subjectKind: string | null;
  readonly personId: string | null;
  readonly teamId: string | null;
  readonly subjectName: string;
  readonly teamName: string;
  readonly communeId: string | null;
  readonly level: string | null;
  readonly form: string | null;
  readonly basis: string | null;
  readonly year: number | null;
  readonly stage: string | null;
  readonly councilVotesFor: number | null;
  readonly councilMemberCount: number | null;
  readonly paperCount: number;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly achievements: string | null;
  /** Of the nominated person. */
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly position: string | null;
};

export type NominationFilter = {
  readonly find?: string | undefined;
  readonly year?: number | undefined;
  readonly stage?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly officeId?: string | undefined;
};

type StoredRow = NominationRow & { readonly search: string };

const wordsOf = (folded: string): readonly string[] => folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

const foldedLabels = new Map<string, string>([...awardForms, ...awardLevels].map(({ code, label }) => [code, fold(label)]));

/** Whether every word begins a word of the nominee, team, decision number, form, level or year. */
const isFound = ({ search, form, level, year }: StoredRow, words: readonly string[]): boolean => {
  const own = wordsOf(`${search} ${foldedLabels.get(form ?? '') ?? ''} ${foldedLabels.get(level ?? '') ?? ''} ${year ?? ''}`);
  return words.every((word) => own.some((one) => one.startsWith(word)));
};

/** Nominations, newest year first, collectives before persons, then by name. */
export const listNominations = (database: ReadableDatabase, filter: NominationFilter): readonly NominationRow[] => {
  const words = wordsOf(fold(filter.find ?? ''));
  return database
    .prepare(
      `SELECT n.id, n.office_id AS officeId, n.subject_kind AS subjectKind, n.person_id AS personId, n.team_id AS teamId,
         coalesce(CASE WHEN n.subject_kind = 'team' THEN own.name WHEN n.subject_kind = 'organisation' THEN n.organisation_name
           ELSE p.full_name END, '') AS subjectName,
         coalesce(CASE WHEN n.subject_kind = 'mediator' THEN t.name END, '') AS teamName,
         CASE WHEN n.subject_kind = 'team' THEN own.commune_id WHEN n.subject_kind = 'mediator' THEN t.commune_id END AS communeId,
         n.level, n.form, n.basis, n.year, n.stage, n.council_votes_for AS councilVotesFor,
         n.council_member_count AS councilMemberCount,
         (SELECT count(DISTINCT d.item) FROM dossier_item d WHERE d.nomination_id = n.id AND d.removed = 0 AND d.present = 1) AS paperCount,
         n.decision_number AS decisionNumber, n.decided_on AS decidedOn,
         n.achievements, p.sex, p.birth_date AS birthDate, p.position,
         n.search || ' ' || coalesce(p.search, '') || ' ' || coalesce(own.search, '') || ' ' || coalesce(t.search, '') AS search
       FROM nomination n LEFT JOIN person p ON p.id = n.person_id LEFT JOIN team own ON own.id = n.team_id
         LEFT JOIN team t ON t.id = (SELECT m.team_id FROM membership m WHERE m.person_id = n.person_id AND m.removed = 0
           ORDER BY m.ceased_on IS NOT NULL, m.id LIMIT 1)
       WHERE n.removed = 0 AND (@office IS NULL OR n.office_id = @office) AND (@year IS NULL OR n.year = @year)
         AND (@stage IS NULL OR n.stage = @stage) AND (@subject IS NULL OR n.subject_kind = @subject)
       ORDER BY n.year DESC, n.subject_kind IN ('mediator', 'person'), coalesce(p.sort_key, own.sort_key, n.sort_key), n.id`,
    )
    .all<StoredRow>({
      office: filter.officeId ?? null,
      year: filter.year ?? null,
      stage: filter.stage ?? null,
      subject: filter.subjectKind ?? null,
    })
    .filter((row) => isFound(row, words))
    .map(({ search: _search, ...row }) => row);
};

/** Years of nominations, newest first. */
export const listNominationYears = (database: ReadableDatabase): readonly number[] =>
  database
    .prepare('SELECT DISTINCT year FROM nomination WHERE removed = 0 AND year IS NOT NULL ORDER BY year DESC')
    .all<{ readonly year: number }>()
    .map((row) => row.year);

/** Papers of a dossier; where one was ticked twice the one that is there counts. */
export const listPapers = (
  database: ReadableDatabase,
  nominationId: string,
): readonly { readonly id: string; readonly item: string; readonly present: boolean; readonly note: string | null }[] =>
  database
    .prepare(
      `SELECT id, item, present, note FROM dossier_item
       WHERE nomination_id = ? AND removed = 0 AND item IS NOT NULL ORDER BY present, id`,
    )
    .all<{ readonly id: string; readonly item: string; readonly present: number; readonly note: string | null }>(nominationId)
    .map((row) => ({ ...row, present: row.present === 1 }));
