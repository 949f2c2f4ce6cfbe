import { listUnits, type AdministrativeUnit } from '#shared/catalogue/units.ts';
import { lowerFirst, type Batch, type DemoLine, type DemoParts } from './batch.ts';
import { groupsOf, makeName } from './demo-name.ts';
import { makeNominations } from './nomination.ts';
import { makeSessions, type DemoMediator } from './session.ts';
import { makeTeam, type CommunePapers, type DemoTeam } from './team.ts';
import { makeTrainerPool } from './trainer-pool.ts';
import { makeVillages, villageLine, type Village } from './village.ts';

/** The decisions of a commune's chairman; the one on mediators who left is there only where somebody left. */
const decisionLines = (
  { random }: DemoParts,
  commune: AdministrativeUnit,
  papers: CommunePapers,
  number: number,
  somebodyLeft: boolean,
): readonly DemoLine[] => {
  const base = {
    decidedOn: '2019-03-15',
    issuer: `Ủy ban nhân dân ${lowerFirst(commune.fullName)}`,
    signer: makeName(random.pick(groupsOf.town), random.chance(0.2) ? 'female' : 'male', random),
    signerTitle: 'Chủ tịch',
    communeId: commune.id,
  };
  const of = (id: string, offset: number, kind: string, subject: string): DemoLine => ({
    ...base,
    id,
    number: `${number + offset}/QĐ-UBND`,
    kind,
    subject,
  });
  return [
    of(papers.recognised, 0, 'mediator-recognised', 'Công nhận hòa giải viên ở cơ sở'),
    of(papers.leaders, 1, 'leader-recognised', 'Công nhận tổ trưởng tổ hòa giải'),
    ...(somebodyLeft ? [of(papers.ceased, 2, 'mediator-ceased', 'Thôi làm hòa giải viên ở cơ sở')] : []),
  ];
};

const isFormer = (member: DemoLine): boolean => member.ceasedOn !== undefined;

const mediatorsOf = (teams: readonly DemoTeam[]): readonly DemoMediator[] =>
  teams.flatMap(({ id, members }) =>
    members.filter((member) => !isFormer(member)).map((member) => ({ personId: member.personId as string, teamId: id })),
  );

type Commune = {
  readonly villages: readonly Village[];
  readonly teams: readonly DemoTeam[];
  readonly decisions: readonly DemoLine[];
};

const makeCommune = (parts: DemoParts, commune: AdministrativeUnit, villageCount: number): Commune => {
  const papers = { recognised: parts.id(), leaders: parts.id(), ceased: parts.id() };
  const villages = makeVillages(parts, commune, villageCount);
  const teams = villages.map((village) => makeTeam(parts, village, papers));
  const somebodyLeft = teams.some((team) => team.members.some(isFormer));
  return { villages, teams, decisions: decisionLines(parts, commune, papers, parts.random.integer(15, 60), somebodyLeft) };
};

/** Everything a district office of the demo enters. `villagesPerCommune` sets the size; Đắk Lắk has about 12. */
export const makeDistrict = (
  parts: DemoParts,
  district: AdministrativeUnit,
  officeName: string,
  villagesPerCommune: number,
): readonly Batch[] => {
  const { random } = parts;
  const units = listUnits('commune', '2019-12-01', district.id);
  const communes = units.map((unit) => makeCommune(parts, unit, Math.max(1, villagesPerCommune + random.integer(-4, 4))));
  const teams = communes.flatMap((commune) => commune.teams);
  const mediators = mediatorsOf(teams);
  const pool = makeTrainerPool(parts, 'district', random.integer(3, 9), district.fullName, officeName);
  return [
    {
      kind: 'residential-unit',
      lines: communes.flatMap((commune) => commune.villages.map((village) => villageLine(village, parts))),
    },
    { kind: 'decision', lines: communes.flatMap((commune) => commune.decisions) },
    { kind: 'team', lines: teams.map((team) => team.line) },
    { kind: 'mediator', lines: teams.flatMap((team) => team.members) },
    ...pool.batches,
    ...makeSessions(parts, officeName, units, mediators, pool.trainerIds),
    ...makeNominations(parts, mediators),
  ];
};
