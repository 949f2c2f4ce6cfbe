import { sessionResults } from '#shared/catalogue/code-lists.ts';
import { boolean, code, integer, reference, text } from './field.ts';
import { describeKind, type ValuesOf } from './record.ts';

/** Somebody who takes part in a session: a person of the books or a guest. People and attendances are counted apart. */
export const participant = describeKind({
  kind: 'participant',
  fields: {
    sessionId: reference('session', { required: true, example: '0190a000-0000-7000-8000-000000000006' }),
    personId: reference('person', { example: '0190a000-0000-7000-8000-000000000003' }),
    guestName: text({ max: 120, privacy: 'personal', example: 'Phạm Văn Dũng' }),
    guestPosition: text({ max: 160, example: 'Công chức Tư pháp - Hộ tịch' }),
    guestUnit: text({ max: 200, example: 'Ủy ban nhân dân xã Ea Kly' }),
    onStatePayroll: boolean({ example: false }),
    result: code(sessionResults, { example: 'completed' }),
    certificateNumber: text({ max: 60, example: '12/GCN' }),
  },
  check: (values) =>
    values.personId == null && values.guestName == null
      ? [{ code: 'participant-nobody', field: 'personId', severity: 'error' }]
      : [],
  title: (values) => values.guestName ?? '',
});
export type Participant = ValuesOf<typeof participant>;

/** Whether a participant was there at one sitting (buổi): a record of its own, so that two lists of one class merge. */
export const presence = describeKind({
  kind: 'presence',
  fields: {
    participantId: reference('participant', { required: true, example: '0190a000-0000-7000-8000-000000000008' }),
    /** Number of the sitting, from 1. */
    sitting: integer({ required: true, max: 60, example: 1 }),
    present: boolean({ required: true, example: true }),
  },
  check: (values) => (values.sitting < 1 ? [{ code: 'sitting-below-one', field: 'sitting', severity: 'error' }] : []),
  title: (values) => String(values.sitting ?? ''),
});
export type Presence = ValuesOf<typeof presence>;
