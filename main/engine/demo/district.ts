import { listUnits, type AdministrativeUnit } from '#shared/catalogue/units.ts';
import { makePerson, type Settlement, type Sex } from './person.ts';
import type { Random } from './random.ts';

/** Lines for `record.put`, kind by kind, in an order in which references point backwards. */
export type Batch = { readonly kind: string; readonly lines: readonly Record<string, unknown>[] };

export type DemoParts = { readonly random: Random; readonly id: () => string };

const buonNames = [
  'Ea Nao',
  'Kmrơng',
  'Ea Mă',
  'Jung',
  'Pốk',
  'Kli',
  'Ea Tul',
  'Drai Si',
  'Kwang',
  'Sút',
  'Ea Rông',
  'Kô Tam',
  'Pan',
  'Tría',
  'Cư Drang',
  'Mblơt',
];
const northern = ['Cao Bằng', 'Tân Bắc', 'Bắc Sơn', 'Đồng Tâm'];

type Village = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'thon' | 'buon' | 'residential-group';
  readonly settlement: Settlement;
  readonly commune: AdministrativeUnit;
};

const makeVillage = ({ random, id }: DemoParts, commune: AdministrativeUnit, number: number): Village => {
  const base = { id: id(), commune };
  if (commune.kind !== 'rural-commune')
    return { ...base, name: `Tổ dân phố ${number}`, kind: 'residential-group', settlement: 'town' };
  if (random.chance(0.33)) {
    const settlement = commune.parentId === '656' ? 'buon-mnong' : 'buon';
    return {
      ...base,
      name: `Buôn ${random.pick(buonNames)} ${String.fromCharCode(64 + (number % 26) + 1)}`,
      kind: 'buon',
      settlement,
    };
  }
  const isNorthern = random.chance(0.15);
  return {
    ...base,
    name: isNorthern ? `Thôn ${random.pick(northern)} ${number}` : `Thôn ${number}`,
    kind: 'thon',
    settlement: isNorthern ? 'thon-north' : 'thon',
  };
};

const villageLine = ({ id, name, kind, commune }: Village, random: Random): Record<string, unknown> => ({
  id,
  name,
  kind,
  communeId: commune.id,
  householdCount: random.integer(60, 320),
  minorityArea: kind === 'buon',
});

const decisionLine = (id: string, commune: AdministrativeUnit, number: number): Record<string, unknown> => ({
  id,
  number: `${number}/QĐ-UBND`,
  decidedOn: '2019-03-15',
  kind: 'mediator-recognised',
  issuer: `Ủy ban nhân dân ${commune.fullName.charAt(0).toLowerCase()}${commune.fullName.slice(1)}`,
  signerTitle: 'Chủ tịch',
  communeId: commune.id,
  subject: 'Công nhận hòa giải viên ở cơ sở',
});

const sexesOf = (random: Random, count: number): readonly Sex[] => {
  // A few teams lack a woman, as real books do.
  const withoutWoman = random.chance(0.02);
  return Array.from({ length: count }, (_, index): Sex =>
    !withoutWoman && (index === 1 || random.chance(0.3)) ? 'female' : 'male',
  );
};

const memberLines = (
  { random, id }: DemoParts,
  village: Village,
  teamId: string,
  decisionId: string,
): readonly Record<string, unknown>[] => {
  const count = random.chance(0.015) ? 2 : random.integer(5, 7);
  const hasLeader = !random.chance(0.01);
  const voterCount = random.integer(50, 120);
  return sexesOf(random, count).map((sex, index) => ({
    ...makePerson(random, village.settlement, sex, village.id),
    id: id(),
    personId: id(),
    teamId,
    role: index === 0 && hasLeader ? 'leader' : index === 1 && random.chance(0.4) ? 'deputy' : 'member',
    electedOn: '2019-02-20',
    electionMethod: 'open-vote',
    voterCount,
    votesFor: random.integer(Math.floor(voterCount * 0.7), voterCount),
    recognizedOn: '2019-03-15',
    decisionId,
  }));
};

type Mediator = { readonly id: string; readonly personId: string; readonly communeId: string; readonly teamId: string };

const trainerLines = ({ random, id }: DemoParts, count: number, pool: 'district' | 'province') => {
  const people = Array.from({ length: count }, () => ({
    id: id(),
    ...makePerson(random, 'town', random.chance(0.4) ? 'female' : 'male', undefined),
  }));
  const sources = ['justice-official', 'organisation-official', 'legal-rapporteur', 'other-capable'] as const;
  const trainers = people.map((person, index) => ({
    id: id(),
    personId: person.id,
    pool,
    source: sources[index % sources.length],
    position: index === 0 ? 'Trưởng phòng' : 'Chuyên viên',
    qualification: 'Cử nhân luật',
    appointedOn: '2019-09-20',
    ...(random.chance(0.7) ? { methodTrainingYear: 2019 } : {}),
  }));
  return { people, trainers };
};

const sessionBatches = (
  parts: DemoParts,
  officeName: string,
  communes: readonly AdministrativeUnit[],
  mediators: readonly Mediator[],
  trainerIds: readonly string[],
): readonly Batch[] => {
  const { random, id } = parts;
  const sessions: Record<string, unknown>[] = [];
  const speakers: Record<string, unknown>[] = [];
  const funding: Record<string, unknown>[] = [];
  const participants: Record<string, unknown>[] = [];
  const presences: Record<string, unknown>[] = [];
  for (let index = 0; index < 4; index += 1) {
    const sessionId = id();
    const commune = random.pick(communes);
    const spent = random.integer(8, 20) * 1_000_000;
    const day = `2019-0${5 + index}-1${random.integer(0, 8)}`;
    sessions.push({
      id: sessionId,
      title: `Bồi dưỡng nghiệp vụ hòa giải ở cơ sở đợt ${index + 1} năm 2019`,
      kind: 'mediator-training',
      planNumber: '12/KH-PTP',
      planDate: '2019-02-01',
      hostAgency: officeName,
      leadAgency: officeName,
      place: `Hội trường Ủy ban nhân dân ${commune.name}`,
      communeId: commune.id,
      startsOn: day,
      endsOn: day.slice(0, 8) + String(Number(day.slice(8)) + 1),
      dayCount: 2,
      sittingCount: 3,
      periodsPerSitting: 4,
      topics: 'Kỹ năng hòa giải tranh chấp đất đai; hôn nhân và gia đình',
      plannedAmount: spent + 1_000_000,
      spentAmount: spent,
    });
    speakers.push({ id: id(), sessionId, trainerId: random.pick(trainerIds), topic: 'Kỹ năng hòa giải', periodCount: 8 });
    funding.push({ id: id(), sessionId, source: 'district-budget', plannedAmount: spent + 1_000_000, spentAmount: spent });
    const from = Math.floor((mediators.length / 4) * index);
    for (const mediator of mediators.slice(from, from + 45)) {
      const participantId = id();
      participants.push({
        id: participantId,
        sessionId,
        personId: mediator.personId,
        onStatePayroll: random.chance(0.15),
        result: 'completed',
      });
      for (let sitting = 1; sitting <= 3; sitting += 1)
        presences.push({ id: id(), participantId, sitting, present: random.chance(0.93) });
    }
  }
  return [
    { kind: 'session', lines: sessions },
    { kind: 'session-speaker', lines: speakers },
    { kind: 'funding-line', lines: funding },
    { kind: 'participant', lines: participants },
    { kind: 'presence', lines: presences },
  ];
};

const nominationBatches = ({ random, id }: DemoParts, mediators: readonly Mediator[]): readonly Batch[] => {
  const chosen = mediators.filter(() => random.chance(0.006));
  const nominations = chosen.map((mediator, index) => ({
    id: id(),
    subjectKind: index % 4 === 3 ? 'team' : 'mediator',
    ...(index % 4 === 3 ? { teamId: mediator.teamId } : { personId: mediator.personId }),
    level: 'district',
    form: 'merit-certificate-local',
    basis: 'regular',
    year: 2019,
    achievements: 'Hòa giải thành trên 90 % vụ việc trong năm',
    stage: random.pick(['draft', 'proposed', 'examined']),
  }));
  const dossier = nominations.flatMap((nomination) =>
    ['proposal', 'achievement-report'].map((item) => ({
      id: id(),
      nominationId: nomination.id,
      item,
      present: random.chance(0.8),
    })),
  );
  return [
    { kind: 'nomination', lines: nominations },
    { kind: 'dossier-item', lines: dossier },
  ];
};

/** Everything a district office of the demo enters. `villagesPerCommune` sets the size; Đắk Lắk has about 12. */
export const makeDistrict = (
  parts: DemoParts,
  district: AdministrativeUnit,
  officeName: string,
  villagesPerCommune: number,
): readonly Batch[] => {
  const { random, id } = parts;
  const communes = listUnits('commune', '2019-12-01', district.id);
  const villages: Village[] = [];
  const decisions: Record<string, unknown>[] = [];
  const teams: Record<string, unknown>[] = [];
  const mediatorLines: Record<string, unknown>[] = [];
  for (const [index, commune] of communes.entries()) {
    const decisionId = id();
    decisions.push(decisionLine(decisionId, commune, 20 + index));
    const count = Math.max(1, villagesPerCommune + random.integer(-4, 4));
    for (let number = 1; number <= count; number += 1) {
      const village = makeVillage(parts, commune, number);
      villages.push(village);
      const teamId = id();
      teams.push({
        id: teamId,
        name: `Tổ hòa giải ${village.name.charAt(0).toLowerCase()}${village.name.slice(1)}`,
        communeId: commune.id,
        residentialUnitIds: [village.id],
        establishedOn: '2014-06-01',
        decisionId,
      });
      mediatorLines.push(
        ...memberLines(parts, village, teamId, decisionId).map((line) => ({ ...line, communeOfTeam: commune.id })),
      );
    }
  }
  const mediators = mediatorLines.map((line) => ({
    id: line.id as string,
    personId: line.personId as string,
    teamId: line.teamId as string,
    communeId: line.communeOfTeam as string,
  }));
  const { people, trainers } = trainerLines(parts, random.integer(3, 9), 'district');
  return [
    { kind: 'residential-unit', lines: villages.map((village) => villageLine(village, random)) },
    { kind: 'decision', lines: decisions },
    { kind: 'team', lines: teams },
    { kind: 'mediator', lines: mediatorLines.map(({ communeOfTeam: _, ...line }) => line) },
    { kind: 'person', lines: people },
    { kind: 'trainer', lines: trainers },
    ...sessionBatches(
      parts,
      officeName,
      communes,
      mediators,
      trainers.map((trainer) => trainer.id),
    ),
    ...nominationBatches(parts, mediators),
  ];
};

/** The province's own trainer pool. */
export const makeProvincePool = (parts: DemoParts): readonly Batch[] => {
  const { people, trainers } = trainerLines(parts, 5, 'province');
  return [
    { kind: 'person', lines: people },
    { kind: 'trainer', lines: trainers },
  ];
};
