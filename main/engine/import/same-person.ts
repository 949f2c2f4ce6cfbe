import { iterateMatchFacts, listIdentityLinks } from '#db/queries/identity.ts';
import type { EvidenceCode } from '#shared/matching/evidence.ts';
import { matchPersons, type Match } from '#shared/matching/match.ts';
import type { PersonFacts } from '#shared/matching/person-facts.ts';
import { createPersonIndex } from '#shared/matching/person-index.ts';
import { toneKey } from '#shared/text/vietnamese.ts';
import type { QueryContext } from '#engine/context.ts';
import { readDecisions } from '#engine/identity-decisions.ts';

/** Somebody of the books, or of a row above, whom a row may mean. */
export type Candidate = {
  readonly id: string;
  readonly title: string;
  /** Taken as the same without asking. */
  readonly certain: boolean;
  readonly match: Match;
};

/** What a row says besides the facts of its person. */
export type Asked = PersonFacts & {
  /** Whether somebody already holds what the row is about, such as a place in the same pool of trainers. */
  readonly holdsTheSame: (id: string) => boolean;
};

/** People of the books and of the rows read so far. */
export type KnownPeople = {
  readonly add: (id: string, facts: PersonFacts) => void;
  /** Whom the person may be, likeliest first. */
  readonly find: (asked: Asked) => readonly Candidate[];
};

/** Evidence that leaves no doubt; what is written of one entry and not of the other is no evidence at all. */
const agreeing: ReadonlySet<EvidenceCode> = new Set<EvidenceCode>([
  'name-equal',
  'name-tones-missing',
  'birth-equal',
  'birth-month-equal',
  'birth-year-equal',
  'number-equal',
  'number-lost-zero',
  'number-old-and-new',
  'phone-shared',
  'village-equal',
  'commune-equal',
  'village-differs',
]);

const has = (match: Match, ...codes: readonly EvidenceCode[]): boolean => match.evidence.some(({ code }) => codes.includes(code));

/** Rosters give a name, a year and a place, the same every year: where these agree to the letter, the row is the entry it was last time. */
const isSameEntry = (match: Match): boolean =>
  match.evidence.every(({ code }) => agreeing.has(code) && code !== 'name-tones-missing') &&
  has(match, 'birth-equal', 'birth-month-equal', 'birth-year-equal');

const isBeyondDoubt = (match: Match): boolean =>
  match.verdict === 'same' && match.evidence.every(({ code }) => agreeing.has(code));

const entryKey = ({ fullName, birthDate, communeId }: PersonFacts): string =>
  `${toneKey(fullName)} | ${birthDate ?? ''} | ${communeId ?? ''}`;

const candidateLimit = 5;

/** Compares rows with the office's own people by the rules of `shared/matching`; entries that were linked as one person count once. */
export const knownPeople = ({ database, identity }: QueryContext): KnownPeople => {
  const index = createPersonIndex();
  const byEntry = new Map<string, readonly string[]>();
  const facts = new Map<string, PersonFacts>();
  const decisions = readDecisions(listIdentityLinks(database), identity.officeId);
  const add = (id: string, person: PersonFacts): void => {
    facts.set(id, person);
    byEntry.set(entryKey(person), [...(byEntry.get(entryKey(person)) ?? []), id]);
    index.add(id, person);
  };
  for (const { id, officeId, ...person } of iterateMatchFacts(database)) if (officeId === identity.officeId) add(id, person);

  const isCertain = (asked: Asked, id: string, match: Match): boolean => {
    if (isBeyondDoubt(match)) return true;
    if (!isSameEntry(match)) return false;
    const known = facts.get(id);
    return (
      has(match, 'commune-equal', 'village-equal', 'village-differs') ||
      known?.communeId === asked.communeId ||
      asked.holdsTheSame(id)
    );
  };

  /** The one entry that says the same of name, birth and place: the whole comparison is spared, and a roster sent again is quick. */
  const theEntry = (asked: Asked): Candidate | undefined => {
    const [id, another] = byEntry.get(entryKey(asked)) ?? [];
    const known = id === undefined ? undefined : facts.get(id);
    if (id === undefined || known === undefined || another !== undefined) return undefined;
    const match = matchPersons(asked, known);
    return isSameEntry(match) && isCertain(asked, id, match) ? { id, title: known.fullName, certain: true, match } : undefined;
  };

  return {
    add,
    find: (asked) => {
      const same = theEntry(asked);
      if (same !== undefined) return [same];
      const found = index.suspects(asked, {
        limit: candidateLimit,
        wanted: (match, id) => match.verdict !== 'unlikely' || (isSameEntry(match) && isCertain(asked, id, match)),
      });
      const apart = found.filter(({ id }, at) => !found.slice(0, at).some((other) => decisions.on(other.id, id) === 'same'));
      return apart
        .map(({ id, match }) => ({ id, title: facts.get(id)?.fullName ?? '', certain: isCertain(asked, id, match), match }))
        .sort((a, b) => Number(b.certain) - Number(a.certain));
    },
  };
};
