import type { IdentityLinkRow } from '#db/queries/identity.ts';
import { derivedId } from './derived-id.ts';

/** One record for each pair and office, so that two PCs of an office that decide apart write the same record. */
export const linkIdOf = (officeId: string, firstId: string, secondId: string): string =>
  derivedId('identity-link', officeId, ...[firstId, secondId].sort());

/** What was decided on pairs of entries, own decisions before those of other offices. */
export type Decisions = {
  /** The decision on a pair, also where it follows from others: who is linked to one is linked to all linked to that one. */
  readonly on: (firstId: string, secondId: string) => 'same' | 'different' | undefined;
};

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Groups of linked entries, by the entry that stands for the group. */
const groupsOf = (pairs: Iterable<readonly [string, string]>): ((id: string) => string) => {
  const parents = new Map<string, string>();
  const find = (id: string): string => {
    const parent = parents.get(id);
    return parent === undefined || parent === id ? id : find(parent);
  };
  for (const [first, second] of pairs) parents.set(find(first), find(second));
  return find;
};

/** Reads decisions; one of `ownOffice` counts more than one of another office on the same pair. */
export const readDecisions = (links: readonly IdentityLinkRow[], ownOffice: string): Decisions => {
  const byPair = new Map<string, IdentityLinkRow>();
  for (const link of links) {
    const key = pairKey(link.firstId, link.secondId);
    if (byPair.get(key)?.officeId !== ownOffice) byPair.set(key, link);
  }
  const linked = [...byPair.values()].filter((link) => link.decision === 'same');
  const find = groupsOf(linked.map((link) => [link.firstId, link.secondId]));
  return {
    on: (firstId, secondId) => {
      const decision = byPair.get(pairKey(firstId, secondId))?.decision;
      if (decision === 'same' || decision === 'different') return decision;
      return find(firstId) === find(secondId) ? 'same' : undefined;
    },
  };
};
