import { officeTiers, trainerSources } from '#shared/catalogue/code-lists.ts';
import { code, date, integer, reference, text } from './field.ts';
import { checkOrder } from './order.ts';
import { describeKind, type ValuesOf } from './record.ts';

/** A trainer of the province's or a district's pool; source categories are the four of the plan under Decision 428/QĐ-TTg. */
export const trainer = describeKind({
  kind: 'trainer',
  fields: {
    personId: reference('person', { required: true, example: '0190a000-0000-7000-8000-000000000003' }),
    pool: code(officeTiers, { required: true, example: 'district' }),
    source: code(trainerSources, { required: true, example: 'legal-rapporteur' }),
    position: text({ max: 160, example: 'Phó Trưởng phòng' }),
    agency: text({ max: 200, example: 'Phòng Tư pháp huyện Krông Pắc' }),
    qualification: text({ max: 200, example: 'Cử nhân luật' }),
    fieldOfLaw: text({ max: 200, example: 'Đất đai, hôn nhân và gia đình' }),
    decisionId: reference('decision', { example: '0190a000-0000-7000-8000-000000000002' }),
    appointedOn: date({ example: '2019-09-20' }),
    endedOn: date({ example: '2023-12-31' }),
    endReason: text({ max: 300, example: 'Nghỉ hưu' }),
    /** Year of the last method training by the province attended. */
    methodTrainingYear: integer({ max: 2200, example: 2019 }),
  },
  check: (values) => checkOrder(values, 'appointedOn', 'endedOn'),
  title: () => '',
});
export type Trainer = ValuesOf<typeof trainer>;
