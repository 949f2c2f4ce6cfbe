import { identityDecisions } from '#shared/catalogue/code-lists.ts';
import { code, reference, text } from './field.ts';
import { describeKind, type ValuesOf } from './record.ts';

/**
 * A decision on two entries: one person, or two different people. Rows are never merged: both entries stay as they are, and removing the
 * decision brings the question back. In a district it is the district's record, at the province the province's.
 */
export const identityLink = describeKind({
  kind: 'identity-link',
  fields: {
    firstId: reference('person', { required: true, example: '0190a000-0000-7000-8000-000000000003' }),
    secondId: reference('person', { required: true, example: '0190a000-0000-7000-8000-000000000009' }),
    decision: code(identityDecisions, { required: true, example: 'same' }),
    note: text({ max: 300, example: 'Đã đối chiếu căn cước' }),
  },
  check: (values) =>
    values.firstId === values.secondId ? [{ code: 'identity-with-itself', field: 'secondId', severity: 'error' }] : [],
  title: () => '',
});
export type IdentityLink = ValuesOf<typeof identityLink>;
