import type { ReadableDatabase } from '#db/open.ts';
import { contextOf } from '#db/queries/context.ts';
import {
  countLegalTeams,
  listDoubtfulMemberships,
  listDoubtfulNominations,
  listPoolSizes,
  listSessionFacts,
  listTrainersWithoutDecision,
  listVillagesWithoutTeam,
  type MembershipFact,
  type NominationFact,
  type SessionFact,
} from '#db/queries/finding-facts.ts';
import { listProjected } from '#db/queries/projection.ts';
import { listTeamFacts } from '#db/queries/team.ts';
import { listVillageFacts } from '#db/queries/village.ts';
import { findTeamIssues, type RawFinding } from '#shared/domain/findings.ts';
import { storedKinds } from '#shared/domain/kinds.ts';
import { findPlanIssues, type PlanFacts } from '#shared/domain/plan-findings.ts';
import { findVillageIssues } from '#shared/domain/village-findings.ts';
import type { Finding } from '#shared/contract/views.ts';
import { findingFix, findingMessage } from '#shared/text/messages.vi.ts';
import type { QueryContext } from './context.ts';
import { currentTrustList } from './trust.ts';

/** Adds the Vietnamese sentences: what the rule says, and how it is set right. */
export const withMessage = (raw: RawFinding): Finding => ({
  ...raw,
  details: { ...raw.details },
  message: findingMessage(raw.rule, raw.details),
  fix: findingFix(raw.rule),
  answerId: null,
});

type Doubt = Pick<RawFinding, 'rule' | 'severity'> & Partial<Pick<RawFinding, 'article' | 'details'>>;

/** Findings of one record: what holds of the record once, and each doubt. */
const about = (
  base: Omit<RawFinding, 'rule' | 'severity' | 'article' | 'details'>,
  doubts: readonly (Doubt | false)[],
): readonly RawFinding[] =>
  doubts.flatMap((doubt) => (doubt === false ? [] : [{ ...base, article: null, details: {}, ...doubt }]));

/** Law 35/2013/QH13: recognition of mediators (article 8) and leaders (article 14), end of a membership by decision (article 11). */
const membershipFindings = (row: MembershipFact): readonly RawFinding[] =>
  about({ kind: 'membership', id: row.id, officeId: row.officeId, unitId: row.communeId, title: row.fullName }, [
    row.isInForce && !row.hasPerson && { rule: 'membership-person-missing', severity: 'error' },
    row.isInForce && !row.hasTeam && { rule: 'membership-team-missing', severity: 'error' },
    row.isInForce &&
      row.teamCount > 1 && { rule: 'person-in-several-teams', severity: 'question', details: { count: row.teamCount } },
    row.isInForce &&
      row.hasPerson &&
      row.hasTeam &&
      !row.isRecognized && { rule: 'member-not-recognised', severity: 'question', article: '35/2013/QH13 Điều 8' },
    row.isInForce &&
      row.hasTeam &&
      row.isLeader &&
      !row.hasLeaderDecision && { rule: 'leader-not-recognised', severity: 'question', article: '35/2013/QH13 Điều 14' },
    !row.isInForce &&
      !row.hasCeaseDecision && { rule: 'cease-decision-missing', severity: 'question', article: '35/2013/QH13 Điều 11' },
  ]);

const trainingKinds = ['mediator-training', 'trainer-training'];

const sessionFindings = (row: SessionFact, today: string): readonly RawFinding[] => {
  const isOver = row.endsOn !== null && row.endsOn < today;
  return about({ kind: 'session', id: row.id, officeId: row.officeId, unitId: row.communeId, title: row.title }, [
    row.fundedAmount !== null &&
      row.spentAmount !== null &&
      row.fundedAmount !== row.spentAmount && { rule: 'session-sums-differ', severity: 'warning' },
    row.participantCount === 0 && { rule: 'session-without-participants', severity: 'question' },
    trainingKinds.includes(row.kind) && row.speakerCount === 0 && { rule: 'session-without-speakers', severity: 'question' },
    isOver && row.participantCount > 0 && row.presenceCount === 0 && { rule: 'session-without-presence', severity: 'question' },
    row.kind === 'trainer-training' &&
      row.noTrainerCount > 0 && {
        rule: 'participants-no-trainers',
        severity: 'question',
        details: { count: row.noTrainerCount },
      },
    row.excessSittingCount > 0 && { rule: 'presence-beyond-sittings', severity: 'error' },
  ]);
};

const nominationFindings = (row: NominationFact): readonly RawFinding[] =>
  about({ kind: 'nomination', id: row.id, officeId: row.officeId, unitId: row.communeId, title: row.title }, [
    row.same > 1 && { rule: 'nomination-twice', severity: 'question', details: { count: row.same } },
    row.otherMedalCount > 0 && { rule: 'medal-twice', severity: 'question', details: { count: row.otherMedalCount + 1 } },
    row.ceasedForBreach === 1 && { rule: 'nominee-ceased-for-breach', severity: 'question' },
    row.stage === 'submitted' &&
      row.missingPaperCount > 0 && { rule: 'dossier-incomplete', severity: 'warning', details: { count: row.missingPaperCount } },
  ]);

/** Own office and, at the province, every office that has sent something. */
const officesOf = ({
  database,
  identity,
}: QueryContext): readonly Pick<PlanFacts, 'officeId' | 'officeName' | 'unitId' | 'tier'>[] => {
  const own = { officeId: identity.officeId, officeName: identity.officeName, unitId: identity.unitId, tier: identity.tier };
  const others = identity.tier === 'province' ? (currentTrustList(database)?.offices ?? []) : [];
  const sent = others.filter(
    (office) => office.officeId !== identity.officeId && Object.keys(contextOf(database, office.officeId)).length > 0,
  );
  return [
    own,
    ...sent.map((office) => ({ officeId: office.officeId, officeName: office.name, unitId: office.unitId, tier: office.tier })),
  ];
};

const planFindings = (context: QueryContext, officeId: string | undefined): readonly RawFinding[] => {
  const { database, identity, today } = context;
  const sizes = listPoolSizes(database);
  const day = identity.asOf > today ? today : identity.asOf;
  return officesOf(context)
    .filter((office) => officeId === undefined || office.officeId === officeId)
    .flatMap((office) => {
      const trainerCount = sizes.find((row) => row.officeId === office.officeId && row.pool === office.tier)?.count ?? 0;
      const teams = countLegalTeams(database, office.tier === 'province' ? undefined : office.officeId, day);
      return findPlanIssues({ ...office, ...teams, trainerCount }, day);
    });
};

const placeFindings = (context: QueryContext, officeId: string | undefined): readonly RawFinding[] =>
  listVillagesWithoutTeam(context.database, officeId, context.today).flatMap(({ communeId, ...row }) =>
    about({ ...row, kind: 'residential-unit', unitId: communeId }, [{ rule: 'village-without-team', severity: 'question' }]),
  );

const trainerFindings = (database: ReadableDatabase, officeId: string | undefined): readonly RawFinding[] =>
  listTrainersWithoutDecision(database, officeId).flatMap((row) =>
    about({ ...row, kind: 'trainer', unitId: null }, [{ rule: 'trainer-without-decision', severity: 'question' }]),
  );

const conflictFindings = (database: ReadableDatabase, officeId: string | undefined): readonly RawFinding[] =>
  storedKinds.flatMap(({ kind }) =>
    listProjected(database, {
      kind,
      where: {},
      officeId,
      includeRemoved: true,
      conflictsOnly: true,
      limit: 1000,
      offset: 0,
    }).rows.flatMap((row) =>
      about({ kind, id: row.id, officeId: row.officeId, unitId: null, title: row.title }, [
        { rule: 'record-in-conflict', severity: 'warning', details: { count: row.conflictFields.length } },
      ]),
    ),
  );

/** Findings of the rules over several records, over all offices or over one. */
export const listFindings = (context: QueryContext, officeId: string | undefined): readonly RawFinding[] => {
  const { database, today } = context;
  return [
    ...listTeamFacts(database, { officeId }).flatMap((team) => findTeamIssues(team, today)),
    ...listDoubtfulMemberships(database, officeId).flatMap(membershipFindings),
    ...placeFindings(context, officeId),
    ...findVillageIssues(listVillageFacts(database, { officeId })),
    ...planFindings(context, officeId),
    ...trainerFindings(database, officeId),
    ...listSessionFacts(database, officeId).flatMap((row) => sessionFindings(row, today)),
    ...listDoubtfulNominations(database, officeId).flatMap(nominationFindings),
    ...conflictFindings(database, officeId),
  ];
};
