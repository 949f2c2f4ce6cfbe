import { sessionKinds, fundingSources } from '#shared/catalogue/code-lists.ts';
import { amount, code, date, integer, paragraph, reference, text, unit } from './field.ts';
import { checkOrder } from './order.ts';
import { describeKind, type ValuesOf } from './record.ts';

const sampleSession = '0190a000-0000-7000-8000-000000000006';

/** A training session or event: plan, invitation, host, agencies, time (days, buổi, tiết), topics and materials. */
export const session = describeKind({
  kind: 'session',
  fields: {
    title: text({ required: true, max: 300, searched: true, example: 'Bồi dưỡng nghiệp vụ hòa giải ở cơ sở năm 2019' }),
    kind: code(sessionKinds, { required: true, example: 'mediator-training' }),
    planNumber: text({ max: 60, searched: true, example: '12/KH-PTP' }),
    planDate: date({ example: '2019-02-01' }),
    invitationNumber: text({ max: 60, example: '34/GM-PTP' }),
    invitationDate: date({ example: '2019-05-02' }),
    hostAgency: text({ max: 200, example: 'Phòng Tư pháp huyện Krông Pắc' }),
    leadAgency: text({ max: 200, example: 'Phòng Tư pháp huyện Krông Pắc' }),
    coordinatingAgencies: text({ max: 500, example: 'Ủy ban Mặt trận Tổ quốc Việt Nam huyện Krông Pắc' }),
    combinedWith: text({ max: 300, example: 'Hội nghị phổ biến pháp luật quý II' }),
    place: text({ max: 300, example: 'Hội trường Ủy ban nhân dân xã Ea Kly' }),
    communeId: unit({ example: '24502' }),
    startsOn: date({ required: true, example: '2019-05-14' }),
    endsOn: date({ example: '2019-05-15' }),
    dayCount: integer({ max: 60, example: 2 }),
    /** Number of half-day sittings (buổi); presence is kept for each. */
    sittingCount: integer({ required: true, max: 60, example: 3 }),
    /** Teaching periods (tiết) of one sitting. */
    periodsPerSitting: integer({ max: 12, example: 4 }),
    topics: paragraph({ searched: true, example: 'Kỹ năng hòa giải tranh chấp đất đai' }),
    materials: paragraph({ example: 'Sổ tay hòa giải viên: 60 cuốn' }),
    plannedAmount: amount({ example: 15_000_000 }),
    spentAmount: amount({ example: 14_200_000 }),
    result: paragraph({ example: 'Hoàn thành chương trình, 58 học viên dự đủ' }),
    recommendations: paragraph({ example: 'Đề nghị cấp thêm tài liệu song ngữ' }),
  },
  check: (values) => [
    ...checkOrder(values, 'planDate', 'startsOn'),
    ...checkOrder(values, 'startsOn', 'endsOn'),
    ...(values.dayCount != null && values.sittingCount > values.dayCount * 3
      ? [{ code: 'sittings-above-days', field: 'sittingCount', severity: 'question' } as const]
      : []),
  ],
  title: (values) => values.title ?? '',
});
export type TrainingSession = ValuesOf<typeof session>;

/** Who speaks at a session: a trainer of a pool or a guest. */
export const sessionSpeaker = describeKind({
  kind: 'session-speaker',
  fields: {
    sessionId: reference('session', { required: true, example: sampleSession }),
    trainerId: reference('trainer', { example: '0190a000-0000-7000-8000-000000000007' }),
    guestName: text({ max: 120, privacy: 'personal', example: 'Lê Thị Hoa' }),
    guestPosition: text({ max: 160, example: 'Thẩm phán Tòa án nhân dân huyện' }),
    topic: text({ max: 300, example: 'Kỹ năng hòa giải tranh chấp đất đai' }),
    periodCount: integer({ max: 100, example: 8 }),
  },
  check: (values) =>
    values.trainerId == null && values.guestName == null
      ? [{ code: 'speaker-nobody', field: 'trainerId', severity: 'error' }]
      : [],
  title: (values) => values.guestName ?? values.topic ?? '',
});
export type SessionSpeaker = ValuesOf<typeof sessionSpeaker>;

/** Money for a session from one source, in đồng. */
export const fundingLine = describeKind({
  kind: 'funding-line',
  fields: {
    sessionId: reference('session', { required: true, example: sampleSession }),
    source: code(fundingSources, { required: true, example: 'district-budget' }),
    plannedAmount: amount({ example: 15_000_000 }),
    spentAmount: amount({ example: 14_200_000 }),
    note: text({ max: 300, example: 'Chi tài liệu và giảng viên' }),
  },
  title: (values) => values.note ?? '',
});
export type FundingLine = ValuesOf<typeof fundingLine>;
