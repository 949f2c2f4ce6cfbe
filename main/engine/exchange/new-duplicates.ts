import { iterateMatchFacts, listIdentityLinks } from '#db/queries/identity.ts';
import type { QueryContext } from '#engine/context.ts';
import { officeNamer } from '#engine/office-name.ts';
import type { MergeResult } from '#shared/contract/views.ts';
import type { DiffItem } from '#shared/exchange/diff.ts';
import { createPersonIndex } from '#shared/matching/person-index.ts';
import { matchingSentences } from '#shared/text/matching-sentences.vi.ts';

type Duplicate = MergeResult['duplicates'][number];

const likeliestShown = 200;

/** Pairs on which somebody has decided, both ways round. */
const decidedPairs = ({ database }: QueryContext): ReadonlySet<string> =>
  new Set(listIdentityLinks(database).flatMap(({ firstId, secondId }) => [`${firstId} ${secondId}`, `${secondId} ${firstId}`]));

/** People whom a join has just added and who may be in the books already, likeliest first, each with the likeliest other entry. */
export const listNewDuplicates = (context: QueryContext, items: readonly DiffItem[]): Duplicate[] => {
  const added = new Set(items.filter((one) => one.kind === 'person' && one.change === 'added').map((one) => one.recordId));
  if (added.size === 0) return [];
  const facts = new Map([...iterateMatchFacts(context.database)].map((row) => [row.id, row]));
  const index = createPersonIndex(facts);
  const decided = decidedPairs(context);
  const nameOf = officeNamer(context);
  const found = [...added].flatMap((id) => {
    const own = facts.get(id);
    if (own === undefined) return [];
    // Of two new entries the pair is named once.
    const skip = (other: string): boolean => other === id || decided.has(`${id} ${other}`) || (added.has(other) && other < id);
    const [likeliest] = index.suspects(own, { limit: 1, skip });
    const other = likeliest && facts.get(likeliest.id);
    if (!likeliest || !other || likeliest.match.verdict === 'unlikely') return [];
    const reasons = likeliest.match.evidence.filter(({ points }) => points > 0).map(({ code }) => matchingSentences[code]);
    return [
      {
        score: likeliest.match.score,
        duplicate: {
          id,
          name: own.fullName,
          otherId: other.id,
          otherName: other.fullName,
          otherOffice: nameOf(other.officeId),
          reasons: [...new Set(reasons)],
        },
      },
    ];
  });
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, likeliestShown)
    .map(({ duplicate }) => duplicate);
};
