/** A threshold of the law or of a plan, in force from `validFrom` to `validTo` (days `YYYY-MM-DD`, `null` = still). */
export type LegalRule = {
  readonly rule: string;
  readonly article: string;
  readonly value: number;
  readonly validFrom: string;
  readonly validTo: string | null;
};

/** Thresholds that rules compare with. When the law changes, a line ends and another begins. */
export const legalRules = [
  { rule: 'team-minimum-members', article: '35/2013/QH13 Điều 12', value: 3, validFrom: '2014-01-01', validTo: null },
  { rule: 'team-minimum-women', article: '35/2013/QH13 Điều 12', value: 1, validFrom: '2014-01-01', validTo: null },
  { rule: 'team-minimum-minority', article: '35/2013/QH13 Điều 12', value: 1, validFrom: '2014-01-01', validTo: null },
  { rule: 'team-leaders', article: '35/2013/QH13 Điều 13', value: 1, validFrom: '2014-01-01', validTo: null },
  { rule: 'province-pool', article: '428/QĐ-TTg', value: 5, validFrom: '2019-04-18', validTo: null },
  { rule: 'district-pool-minimum', article: '428/QĐ-TTg', value: 4, validFrom: '2019-04-18', validTo: '2025-06-30' },
  { rule: 'district-pool-maximum', article: '428/QĐ-TTg', value: 8, validFrom: '2019-04-18', validTo: '2025-06-30' },
  // One trainer for so many teams; the plan runs from 2024 to 2030.
  { rule: 'teams-per-district-trainer', article: '315/QĐ-TTg', value: 80, validFrom: '2024-01-01', validTo: '2030-12-31' },
  { rule: 'teams-per-province-trainer', article: '315/QĐ-TTg', value: 100, validFrom: '2024-01-01', validTo: '2030-12-31' },
  // Of all teams, in percent, with a member who is a legal professional.
  { rule: 'legal-professional-share', article: '315/QĐ-TTg', value: 10, validFrom: '2024-01-01', validTo: '2030-12-31' },
] as const satisfies readonly LegalRule[];

export type LegalRuleName = (typeof legalRules)[number]['rule'];

/** The threshold in force on a day, if any. */
export const findLegalRule = (rule: LegalRuleName, day: string): LegalRule | undefined =>
  legalRules.find((row) => row.rule === rule && row.validFrom <= day && (row.validTo === null || day <= row.validTo));
