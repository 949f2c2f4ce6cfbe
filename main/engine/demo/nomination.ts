import type { Batch, DemoLine, DemoParts } from './batch.ts';
import type { DemoMediator } from './session.ts';

const stages = [
  { stage: 'draft' },
  { stage: 'proposed' },
  { stage: 'examined' },
  { stage: 'submitted' },
  { stage: 'awarded', decisionNumber: '1200/QĐ-UBND', decidedOn: '2019-11-18' },
  { stage: 'refused', refusalReason: 'Chưa đủ hồ sơ' },
] as const;
const achievements = [
  'Hòa giải thành 12/13 vụ việc trong năm',
  'Hòa giải thành trên 90 % vụ việc trong năm',
  'Nhiều năm liền không để phát sinh khiếu kiện đông người tại địa bàn',
] as const;
const dossier = ['proposal', 'achievement-report', 'council-minutes'] as const;

/** Nominations of a district for one mediator in a hundred, at every stage, with the papers of each. */
export const makeNominations = ({ random, id }: DemoParts, mediators: readonly DemoMediator[]): readonly Batch[] => {
  const nominations = mediators
    .filter(() => random.chance(0.01))
    .map(({ personId, teamId }, index) => {
      const isForTeam = index % 4 === 3;
      const isProvincial = random.chance(0.2);
      const councilMemberCount = 7;
      return {
        id: id(),
        ...(isForTeam ? { subjectKind: 'team', teamId } : { subjectKind: 'mediator', personId }),
        level: isProvincial ? 'province' : 'district',
        form: isProvincial ? 'merit-certificate' : 'merit-certificate-local',
        basis: 'regular',
        year: 2019,
        achievements: random.pick(achievements),
        councilVotesFor: random.integer(5, councilMemberCount),
        councilMemberCount,
        ...random.pick(stages),
      };
    });
  const items = nominations.flatMap(({ id: nominationId, stage }): DemoLine[] =>
    dossier.map((item) => ({ id: id(), nominationId, item, present: stage === 'awarded' || random.chance(0.8) })),
  );
  return [
    { kind: 'nomination', lines: nominations },
    { kind: 'dossier-item', lines: items },
  ];
};
