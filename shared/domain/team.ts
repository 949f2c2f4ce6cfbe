import { date, integer, reference, references, text, unit } from './field.ts';
import { checkOrder } from './order.ts';
import { describeKind, type ValuesOf } from './record.ts';

/** A mediation team of one or several residential units (Law 35/2013/QH13, article 12). */
export const team = describeKind({
  kind: 'team',
  fields: {
    name: text({ required: true, max: 160, searched: true, example: 'Tổ hòa giải buôn Ea Nuôl' }),
    communeId: unit({ required: true, example: '24502' }),
    residentialUnitIds: references('residential-unit', { example: ['0190a000-0000-7000-8000-000000000001'] }),
    establishedOn: date({ example: '2014-06-01' }),
    decisionId: reference('decision', { example: '0190a000-0000-7000-8000-000000000002' }),
    /** Number of mediators fixed by the chairman of the commune. */
    fixedMemberCount: integer({ max: 50, example: 5 }),
    dissolvedOn: date({ example: '2024-12-31' }),
    note: text({ max: 500, example: 'Sinh hoạt tại nhà văn hóa cộng đồng' }),
  },
  check: (values) => [
    ...checkOrder(values, 'establishedOn', 'dissolvedOn'),
    ...(values.fixedMemberCount != null && values.fixedMemberCount < 3
      ? [
          {
            code: 'fixed-members-below-three',
            field: 'fixedMemberCount',
            severity: 'question',
            article: '35/2013/QH13 Điều 12',
          } as const,
        ]
      : []),
  ],
  title: (values) => values.name ?? '',
});
export type MediationTeam = ValuesOf<typeof team>;
