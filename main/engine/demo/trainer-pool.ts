import { lowerFirst, type Batch, type DemoLine, type DemoParts } from './batch.ts';
import type { Sex } from './demo-name.ts';
import { makeBasics } from './person.ts';

type Post = { readonly source: string; readonly position: string; readonly agency: string; readonly sex?: Sex };

/** Who becomes a trainer: the four sources of the plan in turn. `place` is "huyện Krông Pắc" or "tỉnh Đắk Lắk". */
const postsOf = (place: string, office: string): readonly Post[] => [
  { source: 'justice-official', position: 'Trưởng phòng', agency: office },
  { source: 'organisation-official', position: 'Phó Chủ tịch', agency: `Ủy ban Mặt trận Tổ quốc Việt Nam ${place}` },
  { source: 'legal-rapporteur', position: 'Chánh Thanh tra', agency: `Thanh tra ${place}` },
  { source: 'other-capable', position: 'Thẩm phán', agency: `Tòa án nhân dân ${place}` },
  { source: 'justice-official', position: 'Chuyên viên', agency: office },
  { source: 'organisation-official', position: 'Chủ tịch', agency: `Hội Liên hiệp Phụ nữ ${place}`, sex: 'female' },
  { source: 'legal-rapporteur', position: 'Phó Trưởng Công an', agency: `Công an ${place}`, sex: 'male' },
  { source: 'other-capable', position: 'Chấp hành viên', agency: `Cơ quan Thi hành án dân sự ${place}` },
  { source: 'organisation-official', position: 'Phó Chủ tịch', agency: `Hội Nông dân ${place}` },
];

/** People and trainers of an office's pool. A district should have 4 to 8; a few of the demo have 3 or 9. */
export const makeTrainerPool = (
  { random, id }: DemoParts,
  pool: 'district' | 'province',
  count: number,
  place: string,
  office: string,
): { readonly trainerIds: readonly string[]; readonly batches: readonly Batch[] } => {
  const people: DemoLine[] = [];
  const trainers: DemoLine[] = [];
  const trainerIds: string[] = [];
  const decisionId = id();
  for (const { source, position, agency, sex } of postsOf(lowerFirst(place), office).slice(0, count)) {
    const { fields } = makeBasics(random, 'town', sex ?? (random.chance(0.4) ? 'female' : 'male'), [30, 58]);
    const [personId, trainerId] = [id(), id()];
    people.push({
      ...fields,
      id: personId,
      generalEducation: 'upper-secondary',
      professionalLevel: 'law',
      lawDegree: random.chance(0.15) ? 'law-master' : 'law-bachelor',
      occupation: 'Cán bộ, công chức',
      position,
      organisation: agency,
      backgrounds: ['official'],
    });
    trainerIds.push(trainerId);
    trainers.push({
      id: trainerId,
      personId,
      pool,
      source,
      position,
      agency,
      qualification: 'Cử nhân luật',
      fieldOfLaw: random.pick(['Đất đai', 'Hôn nhân và gia đình', 'Dân sự', 'Hình sự', 'Hòa giải ở cơ sở']),
      decisionId,
      appointedOn: '2019-09-20',
      ...(random.chance(0.7) ? { methodTrainingYear: 2019 } : {}),
    });
  }
  return {
    trainerIds,
    batches: [
      {
        kind: 'decision',
        lines: [
          {
            id: decisionId,
            number: pool === 'province' ? '212/QĐ-STP' : '1846/QĐ-UBND',
            decidedOn: '2019-09-20',
            kind: 'trainer-appointed',
            issuer: pool === 'province' ? office : `Ủy ban nhân dân ${lowerFirst(place)}`,
            subject: 'Công nhận đội ngũ tập huấn viên hòa giải ở cơ sở',
          },
        ],
      },
      { kind: 'person', lines: people },
      { kind: 'trainer', lines: trainers },
    ],
  };
};
