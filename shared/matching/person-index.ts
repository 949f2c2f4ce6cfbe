import { matchRead, readPerson, type Match, type ReadPerson } from './match.ts';
import { readNumber } from './fact-likeness.ts';
import type { PersonFacts } from './person-facts.ts';
import { soundKey } from './word-likeness.ts';

/** A person of the index who may be the one asked about. */
export type Suspect = { readonly id: string; readonly match: Match };
export type SuspectPair = { readonly first: string; readonly second: string; readonly match: Match };

export type PersonIndex = {
  readonly size: number;
  /** Adds a person, or replaces what is known of them. */
  readonly add: (id: string, facts: PersonFacts) => void;
  readonly remove: (id: string) => void;
  /**
   * People who may be this one, likeliest first, at most `limit` (5 unless told), leaving out those for whom `skip` is true. `wanted` takes
   * matches in place of every one that is not unlikely.
   */
  readonly suspects: (
    facts: PersonFacts,
    options?: {
      readonly limit?: number;
      readonly skip?: (id: string) => boolean;
      readonly wanted?: (match: Match, id: string) => boolean;
    },
  ) => readonly Suspect[];
  /** All pairs of the index worth a look, each once. */
  readonly pairs: () => IterableIterator<SuspectPair>;
};

/**
 * Keys under which a person is filed: two who may be one share at least one of them. Whoever shares none has neither number, phone,
 * day of birth nor commune with year or name in common, and could not be called one person with any reason.
 */
const keysOf = ({ facts, name, birth }: ReadPerson): readonly string[] => {
  const number = readNumber(facts.citizenId);
  const phones = (facts.phone ?? '').split(/[;,/]/).map((one) => one.replace(/\D/g, ''));
  const given = soundKey(name.given.plain);
  const day = birth !== null && birth.month !== null && birth.day !== null ? [birth.month, birth.day].sort().join('-') : null;
  return [
    ...(number === null ? [] : [`n ${number}`]),
    ...phones.filter((phone) => phone.length >= 8).map((phone) => `p ${phone}`),
    ...(birth === null ? [] : [`g ${given} ${birth.year}`]),
    ...(day === null || birth === null ? [] : [`d ${birth.year} ${day}`, `m ${given} ${day}`]),
    ...(facts.communeId == null ? [] : [`c ${facts.communeId} ${given}`]),
    ...(facts.communeId == null || birth === null ? [] : [`c ${facts.communeId} ${birth.year}`]),
    ...(facts.communeId == null && birth === null ? [`g ${given}`] : []),
  ];
};

const isSuspicious = ({ verdict }: Match): boolean => verdict !== 'unlikely';

type Entry = { readonly id: string; readonly person: ReadPerson; readonly keys: readonly string[] };

/** People filed so that one is compared with some dozens instead of all: fast for one among 600,000 and for all pairs of a province. */
export const createPersonIndex = (people: Iterable<readonly [id: string, facts: PersonFacts]> = []): PersonIndex => {
  const entries = new Map<string, Entry>();
  const files = new Map<string, Set<Entry>>();

  const remove = (id: string): void => {
    const entry = entries.get(id);
    if (entry === undefined) return;
    entries.delete(id);
    for (const key of entry.keys) files.get(key)?.delete(entry);
  };

  const add = (id: string, facts: PersonFacts): void => {
    remove(id);
    const person = readPerson(facts);
    const entry: Entry = { id, person, keys: keysOf(person) };
    entries.set(id, entry);
    for (const key of entry.keys) {
      const file = files.get(key);
      if (file === undefined) files.set(key, new Set([entry]));
      else file.add(entry);
    }
  };

  const neighbours = (keys: readonly string[]): Set<Entry> => {
    const found = new Set<Entry>();
    for (const key of keys) for (const entry of files.get(key) ?? []) found.add(entry);
    return found;
  };

  for (const [id, facts] of people) add(id, facts);

  return {
    get size() {
      return entries.size;
    },
    add,
    remove,
    suspects: (facts, { limit = 5, skip = () => false, wanted = isSuspicious } = {}) => {
      const person = readPerson(facts);
      return [...neighbours(keysOf(person))]
        .filter(({ id }) => !skip(id))
        .map((entry): Suspect => ({ id: entry.id, match: matchRead(person, entry.person) }))
        .filter(({ id, match }) => wanted(match, id))
        .sort((a, b) => b.match.score - a.match.score || (a.id < b.id ? -1 : 1))
        .slice(0, limit);
    },
    *pairs() {
      const done = new Set<Entry>();
      for (const entry of entries.values()) {
        done.add(entry);
        for (const other of neighbours(entry.keys)) {
          if (done.has(other)) continue;
          const match = matchRead(entry.person, other.person);
          if (match.verdict !== 'unlikely') yield { first: entry.id, second: other.id, match };
        }
      }
    },
  };
};
