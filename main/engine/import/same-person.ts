import { yearOf } from '#shared/domain/date.ts';
import { fold, toneKey } from '#shared/text/vietnamese.ts';

/** What of a person tells whether two entries mean one human being. */
export type KnownPerson = {
  readonly id: string;
  readonly fullName: string;
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly citizenId: string | null;
  readonly phone: string | null;
  readonly communeIds: readonly string[];
};

export type Candidate = {
  readonly id: string;
  readonly title: string;
  /** Taken as the same without asking. */
  readonly certain: boolean;
  readonly reasons: readonly string[];
};

/** People of the books and of the rows read so far. */
export type PersonIndex = {
  readonly add: (person: KnownPerson) => void;
  /** Whom the person may be, likeliest first. */
  readonly find: (person: Omit<KnownPerson, 'id'>) => readonly Candidate[];
};

const isWholeNumber = (citizenId: string | null): citizenId is string => citizenId !== null && /^\d{9}$|^\d{12}$/.test(citizenId);

const put = (index: Map<string, KnownPerson[]>, key: string, person: KnownPerson): void => {
  const list = index.get(key);
  if (list) list.push(person);
  else index.set(key, [person]);
};

const overlaps = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((id) => b.includes(id));

const sameYear = (a: string | null, b: string | null): boolean => a === null || b === null || yearOf(a) === yearOf(b);

const sameDay = (a: string | null, b: string | null): boolean => a === null || b === null || a.startsWith(b) || b.startsWith(a);

/**
 * Exact keys: the whole citizen number, or folded name with year of birth, sex and commune. Names that differ in tones, dates that differ in
 * day and month, and a number that two names share are suspicions to ask about.
 */
export const createPersonIndex = (): PersonIndex => {
  const byName = new Map<string, KnownPerson[]>();
  const byNumber = new Map<string, KnownPerson[]>();
  const judgeNumber = (known: KnownPerson, asked: Omit<KnownPerson, 'id'>): Candidate => {
    const sameName = toneKey(known.fullName) === toneKey(asked.fullName);
    return {
      id: known.id,
      title: known.fullName,
      certain: sameName,
      reasons: sameName ? ['citizen-id'] : ['citizen-id', 'name-differs'],
    };
  };
  const judgeName = (known: KnownPerson, asked: Omit<KnownPerson, 'id'>): Candidate | undefined => {
    if (!sameYear(known.birthDate, asked.birthDate) || !overlaps(known.communeIds, asked.communeIds)) return undefined;
    if (known.sex !== null && asked.sex !== null && known.sex !== asked.sex) return undefined;
    if (isWholeNumber(known.citizenId) && isWholeNumber(asked.citizenId) && known.citizenId.length === asked.citizenId.length)
      return undefined;
    const doubts = [
      ...(toneKey(known.fullName) === toneKey(asked.fullName) ? [] : ['tones-differ']),
      ...(sameDay(known.birthDate, asked.birthDate) ? [] : ['day-differs']),
      ...(known.birthDate === null || asked.birthDate === null ? ['birth-date-unknown'] : []),
    ];
    return { id: known.id, title: known.fullName, certain: doubts.length === 0, reasons: ['name-year-sex-commune', ...doubts] };
  };
  return {
    add: (person) => {
      put(byName, fold(person.fullName), person);
      if (isWholeNumber(person.citizenId)) put(byNumber, person.citizenId, person);
    },
    find: (person) => {
      const numbered = isWholeNumber(person.citizenId) ? (byNumber.get(person.citizenId) ?? []) : [];
      const named = (byName.get(fold(person.fullName)) ?? []).filter((known) => !numbered.includes(known));
      const found = [
        ...numbered.map((known) => judgeNumber(known, person)),
        ...named.flatMap((known) => judgeName(known, person) ?? []),
      ];
      return found.sort((a, b) => Number(b.certain) - Number(a.certain));
    },
  };
};
