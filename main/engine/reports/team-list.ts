import { listTeamDecisions, listTeamFacts, type TeamFacts } from '#db/queries/team.ts';
import { formatDate } from '#shared/domain/date.ts';
import { findTeamIssues } from '#shared/domain/findings.ts';
import { listWords } from '#shared/text/list-words.vi.ts';
import { findingMessage } from '#shared/text/messages.vi.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import { unitNameOf } from '#engine/communes.ts';
import { roman } from './cell-text.ts';
import { onePaper, orderColumn, withoutEmptyColumns, type Column, type Row } from './document.ts';
import { groupBy, placeOf } from './place.ts';
import type { BuildReport } from './report.ts';

const words = listWords.teams;

const columnsOf = (count: number): readonly Column[] => [
  orderColumn(paperWords.order, count),
  { title: listWords.team, width: 19 },
  { title: words.places, width: 15 },
  { title: words.decision, width: 13, optional: true },
  { title: words.all, width: 6, format: 'count', over: words.mediators },
  { title: words.women, width: 6, format: 'count', over: words.mediators },
  { title: words.minority, width: 7, format: 'count', over: words.mediators },
  { title: words.leader, width: 15 },
  { title: words.lacks, width: 17 },
];

const sum = (teams: readonly TeamFacts[], key: 'memberCount' | 'womenCount' | 'minorityCount'): number =>
  teams.reduce((total, team) => total + team[key], 0);

/** A dissolved team is on no list of teams. */
const isInForce = (team: TeamFacts, day: string): boolean => team.dissolvedOn === null || team.dissolvedOn > day;

const sorted = (teams: readonly TeamFacts[]): readonly TeamFacts[] => {
  const key = ({ officeId, communeId }: TeamFacts): string => `${officeId} ${communeId ?? ''}`;
  return teams.toSorted((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -1 : 1));
};

/** Teams of every commune with their units, decision, members and what they lack under article 12 of Law 35/2013/QH13. */
export const buildTeamList: BuildReport = (context, { unit }) => {
  const { database, today } = context;
  const place = placeOf(context, unit);
  const filter = place.communeIds === undefined ? { officeId: place.officeId } : { communeIds: place.communeIds };
  const teams = sorted(listTeamFacts(database, filter).filter((team) => isInForce(team, today)));
  const decisions = listTeamDecisions(database);
  const lacksOf = (team: TeamFacts): string =>
    findTeamIssues(team, today)
      .map(({ rule, details }) => words.lacking[rule]?.(details) ?? findingMessage(rule, details))
      .join('; ');
  const rowOf = (team: TeamFacts, index: number): Row => {
    const decision = decisions.get(team.id);
    const day = decision?.decidedOn;
    return {
      kind: 'row',
      cells: [
        index + 1,
        team.name,
        team.residentialUnitNames,
        decision === undefined ? '' : listWords.decision(decision.number, day == null ? '' : formatDate(day)),
        team.memberCount,
        team.womenCount,
        team.minorityCount,
        team.leaderName,
        lacksOf(team),
      ],
    };
  };
  const communes = groupBy(teams, (team) => team.communeId ?? '');
  const rows = communes.flatMap((commune, at): readonly Row[] => [
    {
      kind: 'group',
      level: 1,
      number: roman(at + 1),
      text: words.teamCount(unitNameOf(commune[0]?.communeId ?? null), commune.length),
    },
    ...commune.map(rowOf),
  ]);
  const total: Row = {
    kind: 'total',
    label: paperWords.total,
    cells: [null, null, null, null, sum(teams, 'memberCount'), sum(teams, 'womenCount'), sum(teams, 'minorityCount'), null, null],
  };
  const lacking = teams.filter((team) => findTeamIssues(team, today).length > 0).length;
  return onePaper(`danh-sach-to-hoa-giai-${place.id}`, {
    title: words.title,
    subject: place.name,
    blocks: [
      withoutEmptyColumns({ kind: 'table', name: words.sheet, columns: columnsOf(teams.length), rows: [...rows, total] }),
      { kind: 'closing', text: words.closing(teams.length, sum(teams, 'memberCount'), lacking) },
    ],
    recipients: [paperWords.communes],
    landscape: true,
    numbered: null,
  });
};
