import { listRoster, type MediatorRow } from '#db/queries/mediator.ts';
import { labelOf, professionalLevels, sexes, teamRoles } from '#shared/catalogue/code-lists.ts';
import { ethnicGroupCodes } from '#shared/catalogue/ethnic-groups.ts';
import { yearOf } from '#shared/domain/date.ts';
import { listWords } from '#shared/text/list-words.vi.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import { unitNameOf } from '#engine/communes.ts';
import { roman } from './cell-text.ts';
import { onePaper, orderColumn, type Cell, type Column, type Row } from './document.ts';
import { groupBy, placeOf } from './place.ts';
import type { BuildReport, Profile } from './report.ts';

const words = listWords.roster;

type RosterColumn = Column & { readonly cell: (row: MediatorRow) => Cell };

const orEmpty = (value: string | null, show: (value: string) => string): string => (value === null ? '' : show(value));

/** Columns of the roster. The public one has no phone and the year of birth only: names and teams are public by law, the rest is not. */
const columnsOf = (profile: Profile, ofLeaders: boolean): readonly RosterColumn[] => [
  { title: listWords.name, width: 19, cell: (row) => row.fullName },
  { title: listWords.sex, width: 6, align: 'center', cell: (row) => orEmpty(row.sex, (sex) => labelOf(sexes, sex)) },
  profile === 'public'
    ? {
        title: listWords.birthYear,
        width: 8,
        format: 'year',
        cell: (row) => (row.birthDate === null ? null : yearOf(row.birthDate)),
      }
    : { title: listWords.born, width: 11, format: 'date', cell: (row) => row.birthDate },
  {
    title: listWords.ethnic,
    width: 8,
    align: 'center',
    cell: (row) => orEmpty(row.ethnicGroup, (code) => labelOf(ethnicGroupCodes, code)),
  },
  ofLeaders
    ? { title: words.team, width: 20, cell: (row) => row.teamName }
    : {
        title: listWords.role,
        width: 11,
        align: 'center',
        cell: (row) => orEmpty(row.role, (role) => labelOf(teamRoles, role)),
      },
  { title: listWords.position, width: ofLeaders ? 16 : 20, cell: (row) => row.position },
  {
    title: listWords.professionalLevel,
    width: 12,
    align: 'center',
    cell: (row) => orEmpty(row.professionalLevel, (level) => words.levels[level] ?? labelOf(professionalLevels, level)),
  },
  ...(profile === 'public'
    ? []
    : [
        {
          title: listWords.phone,
          width: 11,
          align: 'center',
          personalNumber: true,
          cell: (row: MediatorRow) => row.phone,
        } as const,
      ]),
];

const teamRows = (
  columns: readonly RosterColumn[],
  first: number,
  team: readonly MediatorRow[],
  place: number,
  ofLeaders: boolean,
): readonly Row[] => [
  ...(ofLeaders
    ? []
    : [{ kind: 'group', level: 2, number: String(place), text: words.teamCount(team[0]?.teamName ?? '', team.length) } as const]),
  ...team.map((row, index): Row => ({
    kind: 'row',
    cells: [first + index, ...columns.map((column) => column.cell(row))],
  })),
];

/** Rows of every commune by team; the count of people runs through. */
const communeRows = (
  columns: readonly RosterColumn[],
  rows: readonly MediatorRow[],
  first: number,
  ofLeaders: boolean,
): readonly Row[] => {
  let next = first;
  return groupBy(rows, (row) => row.communeId ?? '').flatMap((commune, at) => [
    { kind: 'group', level: 1, number: roman(at + 1), text: unitNameOf(commune[0]?.communeId ?? null) } as const,
    ...groupBy(commune, (row) => row.teamId ?? '').flatMap((team, place) => {
      const made = teamRows(columns, next, team, place + 1, ofLeaders);
      next += team.length;
      return made;
    }),
  ]);
};

/** Where several offices are on one paper each has a heading of its own. */
const officeRows = (columns: readonly RosterColumn[], rows: readonly MediatorRow[], ofLeaders: boolean): readonly Row[] => {
  const offices = groupBy(rows, (row) => row.officeId);
  if (offices.length < 2) return communeRows(columns, rows, 1, ofLeaders);
  let next = 1;
  return offices.flatMap((office) => {
    const made = communeRows(columns, office, next, ofLeaders);
    next += office.length;
    return [{ kind: 'group', level: 0, number: '', text: unitNameOf(office[0]?.officeId ?? null) } as const, ...made];
  });
};

/** Mediators by commune and team, or their leaders alone, with their position outside the team. At the province also of all districts. */
export const buildRoster: BuildReport = (context, { unit, profile, variant }) => {
  const ofLeaders = variant === 'leaders';
  const place = placeOf(context, unit);
  const rows = listRoster(
    context.database,
    place.communeIds === undefined ? { officeId: place.officeId } : { communeIds: place.communeIds },
  )
    .filter((row) => !ofLeaders || row.role === 'leader')
    .toSorted((a, b) => (a.officeId === b.officeId ? 0 : a.officeId < b.officeId ? -1 : 1));
  const columns = columnsOf(profile, ofLeaders);
  const teamCount = new Set(rows.map((row) => row.teamId)).size;
  return onePaper(
    `danh-sach-${ofLeaders ? 'to-truong' : 'hoa-giai-vien'}-${place.id}${profile === 'public' ? '-niem-yet' : ''}`,
    {
      title: ofLeaders ? words.leadersTitle : words.title,
      subject: place.name,
      blocks: [
        {
          kind: 'table',
          name: words.sheet,
          columns: [orderColumn(paperWords.order, rows.length), ...columns],
          rows: officeRows(columns, rows, ofLeaders),
        },
        { kind: 'closing', text: words.closing(rows.length, teamCount) },
      ],
      recipients: [paperWords.communes],
      landscape: true,
      numbered: null,
    },
  );
};
