import { decisionKinds } from '#shared/catalogue/code-lists.ts';
import { code, date, text, unit } from './field.ts';
import { checkNotFuture } from './order.ts';
import { describeKind, type ValuesOf } from './record.ts';

/** A decision on paper: one covers many people (Law 35/2013/QH13, articles 8, 11 and 14). Number and date are known after signing. */
export const decision = describeKind({
  kind: 'decision',
  fields: {
    number: text({ required: true, max: 60, searched: true, example: '45/QĐ-UBND' }),
    decidedOn: date({ required: true, example: '2019-03-15' }),
    kind: code(decisionKinds, { required: true, example: 'mediator-recognised' }),
    issuer: text({ required: true, max: 200, example: 'Ủy ban nhân dân xã Ea Kly' }),
    signer: text({ max: 120, privacy: 'personal', example: 'Trần Văn Bình' }),
    signerTitle: text({ max: 120, example: 'Chủ tịch' }),
    communeId: unit({ example: '24502' }),
    subject: text({ max: 500, searched: true, example: 'Công nhận hòa giải viên ở cơ sở' }),
  },
  check: (values, { today }) => checkNotFuture(values, 'decidedOn', today),
  title: (values) => values.number ?? '',
});
export type Decision = ValuesOf<typeof decision>;
