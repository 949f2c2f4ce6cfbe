import { listNominations, type NominationRow } from '#db/queries/nomination.ts';
import { awardForms, awardLevels, labelOf } from '#shared/catalogue/code-lists.ts';
import type { SearchHit } from '#shared/contract/search-methods.ts';
import { fold, toneKey } from '#shared/text/vietnamese.ts';
import type { QueryContext } from '#engine/context.ts';

const hitOf = ({ id, subjectName, form, level, year, teamName }: NominationRow): SearchHit => ({
  kind: 'nomination',
  id,
  title: subjectName,
  detail: [form === null ? '' : labelOf(awardForms, form), level === null ? '' : labelOf(awardLevels, level), year, teamName]
    .filter(Boolean)
    .join(' · '),
  membershipId: null,
  trainerId: null,
});

/**
 * Nominations by nominee, organisation, team, form and level of the award, year or decision number; those with the tones that were typed
 * first, newest first.
 */
export const listNominationHits = ({ database }: Pick<QueryContext, 'database'>, typed: string): readonly SearchHit[] => {
  // Signs alone are no words.
  if (!/[\p{L}\p{N}]/u.test(fold(typed))) return [];
  const tones = toneKey(typed);
  const hits = listNominations(database, { find: typed }).map(hitOf);
  const isExact = ({ title, detail }: SearchHit): boolean => toneKey(`${title} ${detail}`).includes(tones);
  return [...hits.filter(isExact), ...hits.filter((hit) => !isExact(hit))];
};
