import type { ReadableDatabase } from '#db/open.ts';
import { changeCountOf, iterateMatchFacts, listIdentityLinks, type MatchFactsRow } from '#db/queries/identity.ts';
import { createPersonIndex, type SuspectPair } from '#shared/matching/person-index.ts';
import { communeIdsOf } from '#engine/communes.ts';
import type { Handler, QueryContext } from '#engine/context.ts';
import { readDecisions } from '#engine/identity-decisions.ts';
import { matchReasonsOf } from '#engine/match-reasons.ts';
import { cardsOf } from './person-cards.ts';

type Known = {
  readonly changeCount: number;
  readonly pairs: readonly SuspectPair[];
  readonly facts: ReadonlyMap<string, MatchFactsRow>;
};

/** Comparing everybody takes a second or two in a province, so that the answer is kept until something is written. */
const known = new WeakMap<ReadableDatabase, Known>();

const compareAll = (database: ReadableDatabase): Known => {
  const changeCount = changeCountOf(database);
  const before = known.get(database);
  if (before?.changeCount === changeCount) return before;
  const facts = new Map([...iterateMatchFacts(database)].map((row) => [row.id, row]));
  const pairs = [...createPersonIndex(facts).pairs()].sort(
    (a, b) => b.match.score - a.match.score || (`${a.first} ${a.second}` < `${b.first} ${b.second}` ? -1 : 1),
  );
  const made = { changeCount, pairs, facts };
  known.set(database, made);
  return made;
};

/** Pairs of the books that may be one person and on which nobody has decided, likeliest first. */
export const listOpenPairs = ({ database, identity }: QueryContext): Pick<Known, 'pairs' | 'facts'> => {
  const { pairs, facts } = compareAll(database);
  const decisions = readDecisions(listIdentityLinks(database), identity.officeId);
  return { facts, pairs: pairs.filter(({ first, second }) => decisions.on(first, second) === undefined) };
};

export const listDuplicates: Handler<'person.duplicates'> = (context, input) => {
  const { pairs, facts } = listOpenPairs(context);
  const communes = input.communeId === undefined ? undefined : new Set(communeIdsOf(context, input.communeId));
  const isWanted = (id: string): boolean => {
    const row = facts.get(id);
    return (
      (input.officeId === undefined || row?.officeId === input.officeId) &&
      (communes === undefined || (row?.communeId != null && communes.has(row.communeId)))
    );
  };
  const chosen = pairs.filter(
    ({ first, second, match }) =>
      (isWanted(first) || isWanted(second)) &&
      (input.personId === undefined || first === input.personId || second === input.personId) &&
      (input.verdict === undefined || match.verdict === input.verdict),
  );
  const shown = chosen.slice(input.offset, input.offset + input.limit);
  const card = cardsOf(
    context,
    shown.flatMap(({ first, second }) => [first, second]),
  );
  return {
    total: chosen.length,
    sameCount: chosen.filter(({ match }) => match.verdict === 'same').length,
    rows: shown.flatMap(({ first, second, match }) => {
      const [one, other] = [card(first), card(second)];
      if (one === undefined || other === undefined || match.verdict === 'unlikely') return [];
      return [{ first: one, second: other, score: match.score, verdict: match.verdict, reasons: matchReasonsOf(match) }];
    }),
  };
};
