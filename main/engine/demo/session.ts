import type { AdministrativeUnit } from '#shared/catalogue/units.ts';
import { lowerFirst, type Batch, type DemoLine, type DemoParts } from './batch.ts';
import { groupsOf, makeName } from './demo-name.ts';

/** Somebody who can be invited: a mediator in office. */
export type DemoMediator = { readonly personId: string; readonly teamId: string };

const topics = [
  'Kỹ năng hòa giải tranh chấp đất đai',
  'Kỹ năng hòa giải mâu thuẫn hôn nhân và gia đình',
  'Hòa giải trong vùng đồng bào dân tộc thiểu số và vận dụng luật tục',
  'Ghi sổ theo dõi hoạt động hòa giải ở cơ sở; phạm vi hòa giải',
] as const;
const sittings = 3;
const participantsPerSession = 45;

type Lists = Readonly<Record<'session' | 'session-speaker' | 'funding-line' | 'participant' | 'presence', DemoLine[]>>;

const addSession = (
  { random, id }: DemoParts,
  lists: Lists,
  index: number,
  officeName: string,
  commune: AdministrativeUnit,
  trainerIds: readonly string[],
): string => {
  const sessionId = id();
  const topic = topics[index] ?? topics[0];
  const spent = random.integer(8, 20) * 1_000_000;
  const contributed = random.chance(0.25) ? 2_000_000 : 0;
  const day = random.integer(10, 18);
  const date = (number: number): string => `2019-0${5 + index}-${number}`;
  lists.session.push({
    id: sessionId,
    title: `Bồi dưỡng nghiệp vụ hòa giải ở cơ sở đợt ${index + 1} năm 2019`,
    kind: 'mediator-training',
    planNumber: '12/KH-PTP',
    planDate: '2019-02-01',
    invitationNumber: `${30 + index}/GM-PTP`,
    invitationDate: `2019-0${5 + index}-02`,
    hostAgency: officeName,
    leadAgency: officeName,
    place: `Hội trường Ủy ban nhân dân ${lowerFirst(commune.fullName)}`,
    communeId: commune.id,
    startsOn: date(day),
    endsOn: date(day + 1),
    dayCount: 2,
    sittingCount: sittings,
    periodsPerSitting: 4,
    topics: topic,
    materials: `Sổ tay hòa giải viên: ${participantsPerSession} cuốn`,
    plannedAmount: spent + 1_000_000,
    spentAmount: spent,
  });
  lists['session-speaker'].push(
    { id: id(), sessionId, trainerId: random.pick(trainerIds), topic, periodCount: 8 },
    {
      id: id(),
      sessionId,
      guestName: makeName(random.pick(groupsOf.town), random.chance(0.4) ? 'female' : 'male', random),
      guestPosition: 'Thẩm phán Tòa án nhân dân huyện',
      topic: 'Trao đổi tình huống',
      periodCount: 4,
    },
  );
  lists['funding-line'].push({
    id: id(),
    sessionId,
    source: 'district-budget',
    plannedAmount: spent + 1_000_000 - contributed,
    spentAmount: spent - contributed,
  });
  if (contributed > 0)
    lists['funding-line'].push({
      id: id(),
      sessionId,
      source: 'contribution',
      plannedAmount: contributed,
      spentAmount: contributed,
      note: 'Văn phòng luật sư hỗ trợ tài liệu',
    });
  return sessionId;
};

const addParticipant = ({ random, id }: DemoParts, lists: Lists, sessionId: string, personId: string, number: number): void => {
  const participantId = id();
  const present = Array.from({ length: sittings }, () => random.chance(0.93));
  const isComplete = present.filter(Boolean).length >= sittings - 1;
  lists.participant.push({
    id: participantId,
    sessionId,
    personId,
    onStatePayroll: random.chance(0.15),
    result: isComplete ? 'completed' : 'not-completed',
    ...(isComplete ? { certificateNumber: `${number}/GCN-PTP` } : {}),
  });
  for (const [index, isPresent] of present.entries())
    lists.presence.push({ id: id(), participantId, sitting: index + 1, present: isPresent });
};

/** A year of training in a district: four sessions of two days, their speakers, money, participants and presence per buổi. */
export const makeSessions = (
  parts: DemoParts,
  officeName: string,
  communes: readonly AdministrativeUnit[],
  mediators: readonly DemoMediator[],
  trainerIds: readonly string[],
): readonly Batch[] => {
  const lists: Lists = { session: [], 'session-speaker': [], 'funding-line': [], participant: [], presence: [] };
  for (const index of topics.keys()) {
    const sessionId = addSession(parts, lists, index, officeName, parts.random.pick(communes), trainerIds);
    const from = Math.floor((mediators.length / topics.length) * index);
    for (const [number, { personId }] of mediators.slice(from, from + participantsPerSession).entries())
      addParticipant(parts, lists, sessionId, personId, index * participantsPerSession + number + 1);
  }
  return Object.entries(lists).map(([kind, lines]) => ({ kind, lines }));
};
