/**
 * What speaks for or against two entries being one person. The sentence of each code is in `matching-sentences.vi.ts`; none carries a
 * name or a number.
 */
export type EvidenceCode =
  | 'name-equal'
  | 'name-tones-missing'
  | 'name-tones-differ'
  | 'name-sound'
  | 'name-slip'
  | 'name-order'
  | 'name-middle-missing'
  | 'name-middle-differs'
  | 'name-filler-differs'
  | 'name-clan-missing'
  | 'name-clan-shortened'
  | 'name-family-differs'
  | 'name-given-differs'
  | 'birth-equal'
  | 'birth-swapped'
  | 'birth-month-equal'
  | 'birth-year-equal'
  | 'birth-slip'
  | 'birth-day-differs'
  | 'birth-year-near'
  | 'birth-year-differs'
  | 'sex-differs'
  | 'number-equal'
  | 'number-lost-zero'
  | 'number-slip'
  | 'number-old-and-new'
  | 'number-differs'
  | 'number-contradicts'
  | 'phone-shared'
  | 'village-equal'
  | 'commune-equal'
  | 'village-differs'
  | 'commune-differs';

/** One piece of evidence. `points` are about bits: 10 more points make it a thousand times likelier that it is one person. */
export type Evidence = { readonly code: EvidenceCode; readonly points: number };

/** Sum of the points. */
export const sumOf = (evidence: readonly Evidence[]): number => evidence.reduce((sum, { points }) => sum + points, 0);
