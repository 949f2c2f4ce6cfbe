import type { ReadableDatabase } from '#db/open.ts';
import { listDoubtfulMemberships, listDoubtfulNominations, listPoolSizes, listSessionFacts } from '#db/queries/finding-facts.ts';
import { listProjected } from '#db/queries/projection.ts';
import { contextOf } from '#db/queries/context.ts';
import { listTeamFacts } from '#db/queries/team.ts';
import type { Finding } from '#shared/contract/views.ts';
import { findPoolIssues, findTeamIssues, type PoolFacts, type RawFinding } from '#shared/domain/findings.ts';
import { storedKinds } from '#shared/domain/kinds.ts';
import { findingMessage } from '#shared/text/messages.vi.ts';
import type { QueryContext } from './context.ts';
import { currentTrustList } from './trust.ts';

/** Adds the Vietnamese sentence. */
export const withMessage = (raw: RawFinding): Finding => ({
  ...raw,
  details: { ...raw.details },
  message: findingMessage(raw.rule, raw.details),
});

const membershipFindings = (database: ReadableDatabase, officeId: string | undefined): readonly RawFinding[] =>
  listDoubtfulMemberships(database, officeId).flatMap((row) => {
    const base = {
      article: null,
      kind: 'membership',
      id: row.id,
      officeId: row.officeId,
      unitId: row.communeId,
      title: '',
    } as const;
    return [
      ...(row.hasPerson ? [] : [{ ...base, rule: 'membership-person-missing', severity: 'error', details: {} } as const]),
      ...(row.hasTeam ? [] : [{ ...base, rule: 'membership-team-missing', severity: 'error', details: {} } as const]),
      ...(row.teamCount > 1
        ? [{ ...base, rule: 'person-in-several-teams', severity: 'question', details: { count: row.teamCount } } as const]
        : []),
    ];
  });

const sessionFindings = (database: ReadableDatabase, officeId: string | undefined, today: string): readonly RawFinding[] =>
  listSessionFacts(database, officeId).flatMap((row) => {
    const base = {
      article: null,
      kind: 'session',
      id: row.id,
      officeId: row.officeId,
      unitId: row.communeId,
      title: row.title,
    } as const;
    const sumsDiffer = row.fundedAmount !== null && row.spentAmount !== null && row.fundedAmount !== row.spentAmount;
    return [
      ...(sumsDiffer ? [{ ...base, rule: 'session-sums-differ', severity: 'warning', details: {} } as const] : []),
      ...(row.participantCount === 0
        ? [{ ...base, rule: 'session-without-participants', severity: 'question', details: { day: today } } as const]
        : []),
      ...(row.excessSittingCount > 0
        ? [{ ...base, rule: 'presence-beyond-sittings', severity: 'error', details: {} } as const]
        : []),
    ];
  });

const nominationFindings = (database: ReadableDatabase, officeId: string | undefined): readonly RawFinding[] =>
  listDoubtfulNominations(database, officeId).flatMap((row) => {
    const base = {
      article: null,
      severity: 'question',
      kind: 'nomination',
      id: row.id,
      officeId: row.officeId,
      unitId: null,
      title: '',
    } as const;
    return [
      ...(row.same > 1 ? [{ ...base, rule: 'nomination-twice', details: { count: row.same } }] : []),
      ...(row.ceasedForBreach === 1 ? [{ ...base, rule: 'nominee-ceased-for-breach', details: {} }] : []),
    ];
  });

/** Own office and, at the province, every office that has sent something. */
const officesOf = ({ database, identity }: QueryContext): readonly Omit<PoolFacts, 'count'>[] => {
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

const poolFindings = (context: QueryContext, officeId: string | undefined): readonly RawFinding[] => {
  const { database, identity, today } = context;
  const sizes = listPoolSizes(database);
  const day = identity.asOf > today ? today : identity.asOf;
  return officesOf(context)
    .filter((office) => officeId === undefined || office.officeId === officeId)
    .flatMap((office) => {
      const count = sizes.find((row) => row.officeId === office.officeId && row.pool === office.tier)?.count ?? 0;
      return findPoolIssues({ ...office, count }, day);
    });
};

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
    }).rows.map((row): RawFinding => ({
      rule: 'record-in-conflict',
      article: null,
      severity: 'question',
      kind,
      id: row.id,
      officeId: row.officeId,
      unitId: null,
      title: row.title,
      details: { count: row.conflictFields.length },
    })),
  );

/** Findings over all offices, or over one. */
export const listFindings = (context: QueryContext, officeId: string | undefined): readonly RawFinding[] => {
  const { database, today } = context;
  return [
    ...listTeamFacts(database, { officeId }).flatMap((team) => findTeamIssues(team, today)),
    ...membershipFindings(database, officeId),
    ...poolFindings(context, officeId),
    ...sessionFindings(database, officeId, today),
    ...nominationFindings(database, officeId),
    ...conflictFindings(database, officeId),
  ];
};
