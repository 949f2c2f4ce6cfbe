import { lowerFirst, type DemoLine, type DemoParts } from './batch.ts';
import type { Sex } from './demo-name.ts';
import { makeVillager } from './person.ts';
import type { Random } from './random.ts';
import type { Village } from './village.ts';

/** Decisions of a commune that its teams refer to. */
export type CommunePapers = { readonly recognised: string; readonly leaders: string; readonly ceased: string };

export type DemoTeam = { readonly id: string; readonly line: DemoLine; readonly members: readonly DemoLine[] };

const sexesOf = (random: Random, count: number): readonly Sex[] => {
  // A few teams lack a woman, as real books do.
  const withoutWoman = random.chance(0.02);
  return Array.from({ length: count }, (_, index): Sex =>
    !withoutWoman && (index === 1 || random.chance(0.3)) ? 'female' : 'male',
  );
};

const electionOf = (random: Random): DemoLine => {
  const voterCount = random.integer(50, 120);
  return {
    electedOn: '2019-02-20',
    electionMethod: random.pick(['open-vote', 'open-vote', 'open-vote', 'secret-ballot', 'household-ballot']),
    voterCount,
    votesFor: random.integer(Math.floor(voterCount * 0.7), voterCount),
    recognizedOn: '2019-03-15',
  };
};

const endings = [
  { ceaseReason: 'own-wish' },
  { ceaseReason: 'own-wish' },
  { ceaseReason: 'standard-lost', ceaseDetail: 'moved' },
  { ceaseReason: 'standard-lost', ceaseDetail: 'died' },
] as const;

/** Somebody who was in the team since it was set up and has left it. */
const formerMember = (
  { random, id }: DemoParts,
  village: Village,
  teamId: string,
  papers: CommunePapers,
  taken: Set<string>,
): DemoLine => ({
  ...makeVillager(random, village.settlement, random.chance(0.4) ? 'female' : 'male', village.id, taken),
  id: id(),
  personId: id(),
  teamId,
  role: 'member',
  electedOn: '2014-05-10',
  electionMethod: 'open-vote',
  recognizedOn: '2014-06-01',
  ceasedOn: '2019-03-15',
  ...random.pick(endings),
  ceaseDecisionId: papers.ceased,
});

/** A team of one village with its mediators; now and then one too small, without a woman or without a leader. */
export const makeTeam = (parts: DemoParts, village: Village, papers: CommunePapers): DemoTeam => {
  const { random } = parts;
  const teamId = parts.id();
  const count = random.chance(0.015) ? 2 : random.integer(5, 7);
  const hasLeader = !random.chance(0.01);
  const election = electionOf(random);
  const taken = new Set<string>();
  const members = sexesOf(random, count).map((sex, index) => {
    const isLeader = index === 0 && hasLeader;
    return {
      ...makeVillager(random, village.settlement, sex, village.id, taken),
      id: parts.id(),
      personId: parts.id(),
      teamId,
      role: isLeader ? 'leader' : index === 1 && random.chance(0.4) ? 'deputy' : 'member',
      ...election,
      decisionId: papers.recognised,
      ...(isLeader ? { leaderDecisionId: papers.leaders } : {}),
    };
  });
  const line = {
    id: teamId,
    name: `Tổ hòa giải ${lowerFirst(village.name)}`,
    communeId: village.commune.id,
    residentialUnitIds: [village.id],
    establishedOn: '2014-06-01',
  };
  return {
    id: teamId,
    line,
    members: random.chance(0.08) ? [...members, formerMember(parts, village, teamId, papers, taken)] : members,
  };
};
