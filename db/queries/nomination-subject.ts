import type { ReadableDatabase } from '#db/open.ts';

/** Who is nominated: a team, or a person as a mediator or otherwise. */
export type NominationSubject =
  | { readonly subjectKind: 'team'; readonly teamId: string }
  | { readonly subjectKind: 'mediator' | 'person'; readonly personId: string };

/**
 * Whether the subject has a nomination for the form of award in the year that is not refused or withdrawn; of the medal, which a person gets
 * once, in any year.
 */
export const isNominated = (
  database: ReadableDatabase,
  subject: NominationSubject,
  { form, year }: { readonly form: string; readonly year: number },
): boolean =>
  database
    .prepare(
      `SELECT 1 AS found FROM nomination
       WHERE removed = 0 AND stage NOT IN ('refused', 'withdrawn') AND form = @form AND (form = 'medal' OR year = @year)
         AND CASE WHEN @isTeam THEN team_id = @subject ELSE person_id = @subject END LIMIT 1`,
    )
    .get<{ readonly found: number }>({
      form,
      year,
      isTeam: subject.subjectKind === 'team' ? 1 : 0,
      subject: subject.subjectKind === 'team' ? subject.teamId : subject.personId,
    }) !== undefined;
