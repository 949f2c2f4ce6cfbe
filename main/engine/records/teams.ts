import type { MediatorRow } from '#db/queries/mediator.ts';
import { listTeamMembers } from '#db/queries/mediator.ts';
import { listTeamFacts, type TeamFacts } from '#db/queries/team.ts';
import type { MemberRow, TeamRow } from '#shared/contract/record-methods.ts';
import { findTeamIssues } from '#shared/domain/findings.ts';
import { nameSortKey } from '#shared/text/sort-key.ts';
import { arrangeRows, type MemoryColumns } from '#engine/arrange.ts';
import type { Handler } from '#engine/context.ts';
import { withMessage } from '#engine/findings.ts';
import { communeIdsOf, unitNameOf } from '#engine/communes.ts';
import { getView } from '#engine/record-view.ts';

const teamRowOf = (facts: TeamFacts, today: string): TeamRow => ({
  id: facts.id,
  officeId: facts.officeId,
  name: facts.name,
  communeId: facts.communeId,
  communeName: unitNameOf(facts.communeId),
  residentialUnitNames: facts.residentialUnitNames,
  memberCount: facts.memberCount,
  womenCount: facts.womenCount,
  minorityCount: facts.minorityCount,
  leaderName: facts.leaderName,
  findingCount: findTeamIssues(facts, today).length,
});

const teamColumns: MemoryColumns<TeamRow> = {
  texts: {
    name: (row) => row.name,
    commune: (row) => row.communeName,
    office: (row) => unitNameOf(row.officeId),
    places: (row) => row.residentialUnitNames,
  },
  keys: {
    leader: (row) => (row.leaderName === null ? null : nameSortKey(row.leaderName)),
    members: (row) => row.memberCount,
    women: (row) => row.womenCount,
    minority: (row) => row.minorityCount,
    findings: (row) => row.findingCount,
  },
  groups: {
    commune: { key: (row) => row.communeId, label: (row) => row.communeName },
    office: { key: (row) => row.officeId, label: (row) => unitNameOf(row.officeId) },
  },
};

export const listTeams: Handler<'team.list'> = (context, input) => {
  const facts = listTeamFacts(context.database, {
    find: input.find,
    officeId: input.officeId,
    communeIds: input.communeId === undefined ? undefined : communeIdsOf(context, input.communeId),
  });
  const rows = facts.map((one) => teamRowOf(one, context.today)).filter((row) => !input.withFindingsOnly || row.findingCount > 0);
  return arrangeRows(rows, teamColumns, input);
};

export const memberRowOf = (row: MediatorRow): MemberRow => ({
  membershipId: row.membershipId,
  personId: row.personId,
  fullName: row.fullName,
  sex: row.sex,
  birthDate: row.birthDate,
  ethnicGroup: row.ethnicGroup,
  role: row.role,
  recognizedOn: row.recognizedOn,
  ceasedOn: row.ceasedOn,
  professionalLevel: row.professionalLevel,
  phone: row.phone,
  position: row.position,
});

export const getTeam: Handler<'team.get'> = (context, { id }) => {
  const record = getView(context.database, 'team', id);
  const members = listTeamMembers(context.database, id);
  const facts = listTeamFacts(context.database, { id });
  return {
    record,
    members: members.filter((member) => member.ceasedOn === null).map(memberRowOf),
    formerMembers: members.filter((member) => member.ceasedOn !== null).map(memberRowOf),
    findings: facts.flatMap((team) => findTeamIssues(team, context.today)).map(withMessage),
  };
};
