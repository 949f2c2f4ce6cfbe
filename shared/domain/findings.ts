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
  /** Day on which the last of its residential units ended, `null` while one is in force or none is named. */
  readonly placesEndedOn: string | null;
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

/** What a dissolved team may still be asked about. */
const dissolvedRules: readonly TeamRule[] = [
  {
    rule: 'team-dissolved-with-members',
    legal: null,
    severity: 'error',
    breaks: (team) => team.memberCount > 0,
    details: (team) => ({ count: team.memberCount }),
  },
];

const placeRule = (day: string): TeamRule => ({
  rule: 'team-places-ended',
  legal: null,
  severity: 'warning',
  breaks: (team) => team.placesEndedOn !== null && team.placesEndedOn < day,
  details: () => ({}),
});

/** Findings on one team on a day. */
export const findTeamIssues = (team: TeamRuleFacts, day: string): readonly RawFinding[] => {
  const isDissolved = team.dissolvedOn !== null && team.dissolvedOn <= day;
  return (isDissolved ? dissolvedRules : [...teamRules, placeRule(day)]).flatMap((rule) => {
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
};
