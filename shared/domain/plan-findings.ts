import { findLegalRule, type LegalRuleName } from './legal-rules.ts';
import type { RawFinding } from './findings.ts';

/** What the plans ask of an office: its pool of trainers and its teams in force. */
export type PlanFacts = {
  readonly officeId: string;
  readonly officeName: string;
  readonly unitId: string | null;
  readonly tier: 'district' | 'province';
  /** Trainers in office in the office's own pool. */
  readonly trainerCount: number;
  /** Teams in force: of a district its own, of the province those of every office. */
  readonly teamCount: number;
  /** Of these the teams with a member who has training in law or practised it. */
  readonly legalTeamCount: number;
};

type PlanRule = {
  readonly rule: string;
  readonly legal: LegalRuleName;
  readonly tier: PlanFacts['tier'];
  readonly kind: 'trainer' | 'team';
  readonly breaks: (facts: PlanFacts, threshold: number) => boolean;
  readonly details: (facts: PlanFacts, threshold: number) => RawFinding['details'];
};

const pool = (facts: PlanFacts, target: number): RawFinding['details'] => ({ count: facts.trainerCount, target });

/** Trainers needed for a number of teams when one trainer serves so many. */
const trainersNeeded = (teams: number, each: number): number => Math.ceil(teams / each);

const perTeams = (facts: PlanFacts, each: number): RawFinding['details'] => ({
  count: facts.trainerCount,
  teams: facts.teamCount,
  each,
  target: trainersNeeded(facts.teamCount, each),
});

const isShort = (facts: PlanFacts, each: number): boolean => facts.trainerCount < trainersNeeded(facts.teamCount, each);

/** Plans 428/QĐ-TTg (size of the pools) and 315/QĐ-TTg (trainers for so many teams, teams with a legal professional). */
const planRules: readonly PlanRule[] = [
  {
    rule: 'pool-too-small',
    legal: 'province-pool',
    tier: 'province',
    kind: 'trainer',
    breaks: (facts, least) => facts.trainerCount < least,
    details: pool,
  },
  {
    rule: 'pool-too-large',
    legal: 'province-pool',
    tier: 'province',
    kind: 'trainer',
    breaks: (facts, most) => facts.trainerCount > most,
    details: pool,
  },
  {
    rule: 'pool-too-small',
    legal: 'district-pool-minimum',
    tier: 'district',
    kind: 'trainer',
    breaks: (facts, least) => facts.trainerCount < least,
    details: pool,
  },
  {
    rule: 'pool-too-large',
    legal: 'district-pool-maximum',
    tier: 'district',
    kind: 'trainer',
    breaks: (facts, most) => facts.trainerCount > most,
    details: pool,
  },
  {
    rule: 'trainers-for-teams',
    legal: 'teams-per-province-trainer',
    tier: 'province',
    kind: 'trainer',
    breaks: isShort,
    details: perTeams,
  },
  {
    rule: 'trainers-for-teams',
    legal: 'teams-per-district-trainer',
    tier: 'district',
    kind: 'trainer',
    breaks: isShort,
    details: perTeams,
  },
  ...(['province', 'district'] as const).map((tier): PlanRule => ({
    rule: 'teams-with-legal-professional',
    legal: 'legal-professional-share',
    tier,
    kind: 'team',
    breaks: (facts, percent) => facts.teamCount > 0 && facts.legalTeamCount * 100 < facts.teamCount * percent,
    details: (facts, percent) => ({ count: facts.legalTeamCount, teams: facts.teamCount, percent }),
  })),
];

/** An office against the plans in force on a day. Flagged, never blocked. */
export const findPlanIssues = (facts: PlanFacts, day: string): readonly RawFinding[] =>
  planRules.flatMap((rule) => {
    const legal = findLegalRule(rule.legal, day);
    if (rule.tier !== facts.tier || legal === undefined || !rule.breaks(facts, legal.value)) return [];
    return [
      {
        rule: rule.rule,
        article: legal.article,
        severity: 'warning',
        kind: rule.kind,
        id: facts.officeId,
        officeId: facts.officeId,
        unitId: facts.unitId,
        title: facts.officeName,
        details: rule.details(facts, legal.value),
      },
    ];
  });
