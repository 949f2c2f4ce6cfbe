import { sumOf, type Evidence } from './evidence.ts';
import {
  compareBirths,
  compareNumbers,
  compareNumberWithFacts,
  comparePhones,
  comparePlaces,
  compareSexes,
  readBirth,
  type ReadBirth,
} from './fact-likeness.ts';
import { compareNames } from './name-likeness.ts';
import type { PersonFacts } from './person-facts.ts';
import { readName, readReordered, type ReadName } from './read-name.ts';

/** `same`: nothing a person would doubt; `likely`: worth a look; `unlikely`: two people. */
export type Verdict = 'same' | 'likely' | 'unlikely';

export type Match = {
  /** Sum of the evidence, about bits. */
  readonly score: number;
  readonly verdict: Verdict;
  /** What spoke for and against, strongest first. */
  readonly evidence: readonly Evidence[];
};

/** Facts taken apart once, for comparing with many. */
export type ReadPerson = {
  readonly facts: PersonFacts;
  readonly name: ReadName;
  readonly birth: ReadBirth | null;
  readonly reordered: () => readonly ReadName[];
};

export const readPerson = (facts: PersonFacts): ReadPerson => {
  let reordered: readonly ReadName[] | undefined;
  return {
    facts,
    name: readName(facts.fullName),
    birth: readBirth(facts.birthDate),
    reordered: () => (reordered ??= readReordered(facts.fullName)),
  };
};

/** From where two entries are worth a look, and from where nobody would doubt. */
export const thresholds = { likely: 16.5, same: 26 };

/** One number in two entries is worth a look whatever else they say: if they are two people, one of the numbers is wrong. */
const sharesNumber = (evidence: readonly Evidence[]): boolean =>
  evidence.some(({ code }) => code === 'number-equal' || code === 'number-lost-zero');

const verdictOf = (score: number, evidence: readonly Evidence[]): Verdict => {
  if (score >= thresholds.same) return 'same';
  return score >= thresholds.likely || sharesNumber(evidence) ? 'likely' : 'unlikely';
};

/** Compares two people who were read before. */
export const matchRead = (a: ReadPerson, b: ReadPerson): Match => {
  const evidence = [
    ...compareNames(a.name, b.name, () => [
      ...a.reordered().map((name) => [name, b.name] as const),
      ...b.reordered().map((name) => [a.name, name] as const),
    ]),
    ...compareBirths(a.birth, b.birth),
    ...compareSexes(a.facts, b.facts),
    ...compareNumbers(a.facts, b.facts),
    ...compareNumberWithFacts(a.facts, b.facts),
    ...comparePhones(a.facts, b.facts),
    ...comparePlaces(a.facts, b.facts),
  ];
  const score = Math.round(sumOf(evidence) * 10) / 10;
  return {
    score,
    verdict: verdictOf(score, evidence),
    evidence: evidence.sort((x, y) => Math.abs(y.points) - Math.abs(x.points)),
  };
};

/** Compares two entries: how likely they are one person, and why. Pure; order of the two does not matter. */
export const matchPersons = (a: PersonFacts, b: PersonFacts): Match => matchRead(readPerson(a), readPerson(b));
