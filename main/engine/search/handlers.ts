import { listPersonCards } from '#db/queries/identity.ts';
import {
  listFoundRecords,
  listRolesOf,
  listSearchHits,
  matchExpression,
  searchedKinds,
  type FoundRecord,
} from '#db/queries/search-text.ts';
import { listUnits } from '#shared/catalogue/units.ts';
import type { SearchGroup, SearchHit, searchMethods } from '#shared/contract/search-methods.ts';
import { formatDate } from '#shared/domain/date.ts';
import { fold, toneKey } from '#shared/text/vietnamese.ts';
import { unitNameOf } from '#engine/communes.ts';
import type { Handler, HandlersOf, QueryContext } from '#engine/context.ts';
import { listNearTitles } from './near-titles.ts';
import { listNominationHits } from './nomination-hits.ts';

/** More hits than anybody reads; beyond them only is said that there are more. */
const most = 20_000;
/** Of how many the first are found by sorting; of more, some stand in the order of the index. */
const mostSorted = 2000;

const kindsInOrder = ['person', ...searchedKinds];

const joined = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');

const personHits = (context: QueryContext, found: readonly FoundRecord[]): readonly SearchHit[] => {
  const ids = found.map(({ id }) => id);
  const cards = listPersonCards(context.database, ids);
  const roles = listRolesOf(context.database, ids);
  return found.map(({ id, title }) => {
    const card = cards.get(id);
    const { membershipId = null, trainerId = null } = roles.get(id) ?? {};
    const born = card?.birthDate == null ? '' : formatDate(card.birthDate);
    return {
      kind: 'person',
      id,
      title,
      detail: joined(born, card?.teamName, unitNameOf(card?.communeId ?? null)),
      membershipId,
      trainerId,
    };
  });
};

const plainHits = (kind: string, found: readonly FoundRecord[]): readonly SearchHit[] =>
  found.map(({ id, title, communeId, day }) => ({
    kind,
    id,
    title,
    detail: joined(unitNameOf(communeId), day === null ? '' : formatDate(day)),
    membershipId: null,
    trainerId: null,
  }));

/** Those with the tones that were typed first, each part in Vietnamese order. */
const firstOf = (
  { database }: QueryContext,
  kind: string,
  toned: ReadonlySet<string>,
  plain: readonly string[],
  limit: number,
): readonly FoundRecord[] => {
  const exact = listFoundRecords(database, kind, plain.filter((id) => toned.has(id)).slice(0, mostSorted), limit);
  if (exact.length >= limit) return exact;
  const others = plain.filter((id) => !toned.has(id)).slice(0, mostSorted);
  return [...exact, ...listFoundRecords(database, kind, others, limit - exact.length)];
};

const begins = (name: string, words: readonly string[]): boolean => {
  const own = name.split(' ');
  return words.every((word) => own.some((one) => one.startsWith(word)));
};

const communeGroup = ({ identity }: QueryContext, text: string, limit: number): SearchGroup => {
  const words = fold(text).split(' ').filter(Boolean);
  const found = listUnits('commune', identity.asOf, identity.tier === 'district' ? identity.unitId : undefined)
    .filter((unit) => words.length > 0 && begins(fold(unit.fullName), words))
    .sort((a, b) => Number(toneKey(b.fullName).includes(toneKey(text))) - Number(toneKey(a.fullName).includes(toneKey(text))));
  const hits = found.slice(0, limit).map((unit) => ({
    kind: 'commune',
    id: unit.id,
    title: unit.fullName,
    detail: unitNameOf(unit.parentId),
    membershipId: null,
    trainerId: null,
  }));
  return { kind: 'commune', total: found.length, isMore: false, hits };
};

const idsOf = (hits: readonly { readonly kind: string; readonly id: string }[], kind: string): readonly string[] =>
  hits.filter((hit) => hit.kind === kind).map(({ id }) => id);

const find: Handler<'search.find'> = (context, { text, limit, kinds }) => {
  const plain = matchExpression(text);
  if (plain === undefined) return { groups: [] };
  const wanted = kindsInOrder.filter((kind) => kinds?.includes(kind) ?? true);
  const hits = listSearchHits(context.database, plain, wanted, most);
  const toned = listSearchHits(context.database, matchExpression(text, 'toned') ?? plain, wanted, most);
  const communes = kinds?.includes('commune') === false ? [] : [communeGroup(context, text, limit)];
  const nominations = wanted.includes('nomination') ? listNominationHits(context, text) : [];
  // Only where nothing begins as it was typed: a slip, initials, the end of a phone number.
  const isNothing = hits.length + nominations.length === 0 && communes.every((group) => group.hits.length === 0);
  const groups = wanted.map((kind): SearchGroup => {
    if (kind === 'nomination' && !isNothing)
      return { kind, total: nominations.length, isMore: false, hits: nominations.slice(0, limit) };
    const ids = isNothing ? listNearTitles(context, kind, text) : [...new Set([...idsOf(toned, kind), ...idsOf(hits, kind)])];
    const found = firstOf(context, kind, new Set(idsOf(toned, kind)), ids, limit);
    return {
      kind,
      total: ids.length,
      isMore: hits.length >= most,
      hits: [...(kind === 'person' ? personHits(context, found) : plainHits(kind, found))],
    };
  });
  return { groups: [...groups, ...communes].filter((group) => group.hits.length > 0) };
};

export const searchHandlers: HandlersOf<keyof typeof searchMethods> = { 'search.find': find };
