import { labelOf, residentialUnitKinds } from '#shared/catalogue/code-lists.ts';
import { boolean, code, date, integer, references, text, unit } from './field.ts';
import { checkOrder } from './order.ts';
import { describeKind, type ValuesOf } from './record.ts';

/**
 * Thôn, buôn, tổ dân phố ...: below the commune, with its own life. `minorityArea` marks an area with many members of ethnic
 * minorities (Law 35/2013/QH13, article 12); a person sets it.
 */
export const residentialUnit = describeKind({
  kind: 'residential-unit',
  fields: {
    name: text({ required: true, max: 120, searched: true, example: 'Buôn Ea Nuôl' }),
    kind: code(residentialUnitKinds, { required: true, example: 'buon' }),
    communeId: unit({ required: true, example: '24502' }),
    validFrom: date({ example: '2010-01-01' }),
    validTo: date({ example: '2025-06-30' }),
    predecessorIds: references('residential-unit', { example: [] }),
    householdCount: integer({ max: 20_000, example: 120 }),
    minorityArea: boolean({ example: true }),
  },
  check: (values) => checkOrder(values, 'validFrom', 'validTo'),
  title: (values) => values.name ?? labelOf(residentialUnitKinds, values.kind ?? ''),
});
export type ResidentialUnit = ValuesOf<typeof residentialUnit>;
