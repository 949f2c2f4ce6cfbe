import { findLegalRule, type LegalRuleName } from './legal-rules.ts';

/** What a rule over several records says; the engine adds the sentence. */
export type RawFinding = {
  readonly rule: string;
  readonly article: string | null;
  readonly severity: 'error' | 'warning' | 'question';
  readonly kind: string;
  readonly id: string;
  readonly officeId: string;
  readonly unitId: string | null;
  readonly title: string;
  readonly details: Readonly<Record<string, string | number>>;
};

export type TeamRuleFacts = {
  readonly id: string;
  readonly officeId: string;
  readonly name: string;
  readonly communeId: string | null;
  readonly dissolvedOn: string | null;
  readonly fixedMemberCount: number | null;
  readonly minorityArea: boolean;
  readonly memberCount: number;
  readonly womenCount: number;
  readonly minorityCount: number;
  readonly leaderCount: number;
};

type TeamRule = {
  readonly rule: string;
  readonly legal: LegalRuleName | null;
  readonly severity: RawFinding['severity'];
  readonly breaks: (team: TeamRuleFacts, threshold: number) => boolean;
  readonly details: (team: TeamRuleFacts) => RawFinding['details'];
};

/** Composition of a team: Law 35/2013/QH13, articles 12 and 13. */
const teamRules: readonly TeamRule[] = [
  {
    rule: 'team-too-few-members',
    legal: 'team-minimum-members',
    severity: 'error',
    breaks: (team, least) => team.memberCount < least,
    details: (team) => ({ count: team.memberCount }),
  },
  {
    rule: 'team-no-woman',
    legal: 'team-minimum-women',
    severity: 'error',
    breaks: (team, least) => team.memberCount > 0 && team.womenCount < least,
    details: () => ({}),
  },
  {
    rule: 'team-no-minority-member',
    legal: 'team-minimum-minority',
    severity: 'error',
    breaks: (team, least) => team.memberCount > 0 && team.minorityArea && team.minorityCount < least,
    details: () => ({}),
  },
  {
    rule: 'team-no-leader',
    legal: 'team-leaders',
    severity: 'warning',
    breaks: (team) => team.memberCount > 0 && team.leaderCount === 0,
    details: () => ({}),
  },
  {
    rule: 'team-several-leaders',
    legal: 'team-leaders',
    severity: 'error',
    breaks: (team, most) => team.leaderCount > most,
    details: (team) => ({ count: team.leaderCount }),
  },
  {
    rule: 'team-not-fixed-number',
    legal: null,
    severity: 'question',
    breaks: (team) => team.fixedMemberCount !== null && team.memberCount > 0 && team.memberCount !== team.fixedMemberCount,
    details: (team) => ({ count: team.memberCount, fixed: team.fixedMemberCount ?? 0 }),
  },
];

/** Findings on one team on a day; a dissolved team has none. */
export const findTeamIssues = (team: TeamRuleFacts, day: string): readonly RawFinding[] =>
  team.dissolvedOn !== null && team.dissolvedOn <= day
    ? []
    : teamRules.flatMap((rule) => {
        const legal = rule.legal === null ? undefined : findLegalRule(rule.legal, day);
        if (rule.legal !== null && legal === undefined) return [];
        if (!rule.breaks(team, legal?.value ?? 0)) return [];
        return [
          {
            rule: rule.rule,
            article: legal?.article ?? null,
            severity: rule.severity,
            kind: 'team',
            id: team.id,
            officeId: team.officeId,
            unitId: team.communeId,
            title: team.name,
            details: rule.details(team),
          },
        ];
      });

export type PoolFacts = {
  readonly officeId: string;
  readonly officeName: string;
  readonly unitId: string | null;
  readonly tier: 'district' | 'province';
  readonly count: number;
};

/** Size of a trainer pool against the plan: 5 at the province, 4 to 8 in a district. Flagged, never blocked. */
export const findPoolIssues = (pool: PoolFacts, day: string): readonly RawFinding[] => {
  const least = findLegalRule(pool.tier === 'province' ? 'province-pool' : 'district-pool-minimum', day);
  const most = pool.tier === 'province' ? least : findLegalRule('district-pool-maximum', day);
  const base = {
    kind: 'trainer',
    id: pool.officeId,
    officeId: pool.officeId,
    unitId: pool.unitId,
    title: pool.officeName,
    severity: 'warning',
  } as const;
  if (least && pool.count < least.value)
    return [{ ...base, rule: 'pool-too-small', article: least.article, details: { count: pool.count, target: least.value } }];
  if (most && pool.count > most.value)
    return [{ ...base, rule: 'pool-too-large', article: most.article, details: { count: pool.count, target: most.value } }];
  return [];
};
