import { listRoster, type MediatorRow } from '#db/queries/mediator.ts';
import { listTeamDecisions, listTeamFacts, type TeamFacts } from '#db/queries/team.ts';
import { labelOf, sexes, teamRoles } from '#shared/catalogue/code-lists.ts';
import { ethnicGroupCodes } from '#shared/catalogue/ethnic-groups.ts';
import { findUnitById } from '#shared/catalogue/units.ts';
import { formatDate } from '#shared/domain/date.ts';
import { communeFormWords as words } from '#shared/text/commune-form-words.vi.ts';
import { listWords } from '#shared/text/list-words.vi.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import type { QueryContext } from '#engine/context.ts';
import { orderColumn, type BuiltReport, type Column, type PaperDocument, type Row } from './document.ts';
import { placeOf } from './place.ts';
import type { BuildReport } from './report.ts';

/** Lines of a page without names; where members are named, two are left for those who come. */
const emptyLines = 8;
const spareLines = 2;
/** Millimetres: a hand needs that much. */
const rowHeight = 8;

const columns: readonly Column[] = [
  orderColumn(paperWords.order, 0),
  { title: words.columns.name, width: 18 },
  { title: words.columns.born, width: 10, format: 'date', align: 'center' },
  { title: words.columns.sex, width: 5, align: 'center' },
  { title: words.columns.ethnic, width: 7, align: 'center' },
  { title: words.columns.role, width: 12, align: 'center' },
  { title: words.columns.position, width: 18 },
  { title: words.columns.education, width: 7 },
  { title: words.columns.level, width: 8, align: 'center' },
  { title: words.columns.phone, width: 11, align: 'center', personalNumber: true },
  { title: words.columns.decision, width: 11 },
];

const label = (list: Parameters<typeof labelOf>[0], code: string | null): string => (code === null ? '' : labelOf(list, code));

const memberRow = (row: MediatorRow, index: number): Row => ({
  kind: 'row',
  cells: [
    index + 1,
    row.fullName,
    row.birthDate,
    label(sexes, row.sex),
    label(ethnicGroupCodes, row.ethnicGroup),
    label(teamRoles, row.role),
    row.position,
    null,
    row.professionalLevel === null ? '' : (words.levels[row.professionalLevel] ?? ''),
    row.phone,
    null,
  ],
});

const rowsOf = (members: readonly MediatorRow[]): readonly Row[] => [
  ...members.map(memberRow),
  ...Array.from({ length: members.length === 0 ? emptyLines : spareLines }, (_, index): Row => ({
    kind: 'row',
    cells: [members.length + index + 1, ...columns.slice(1).map(() => null)],
  })),
];

type Head = { readonly communeId: string | null; readonly subject: string; readonly places: string; readonly decision: string };

const pageOf = ({ communeId, subject, places, decision }: Head, members: readonly MediatorRow[]): PaperDocument => {
  const commune = communeId === null ? undefined : findUnitById(communeId);
  return {
    title: words.title,
    subject,
    agency: {
      superior: words.people,
      issuing: commune === undefined ? words.blankCommune : commune.fullName.toLocaleUpperCase('vi'),
    },
    placeName: commune?.name ?? words.blankPlace,
    blocks: [
      { kind: 'line', text: words.line(places, decision) },
      { kind: 'table', name: subject === words.blankSubject ? words.sheet : subject, columns, rows: rowsOf(members), rowHeight },
    ],
    recipients: [],
    leftSigner: { title: paperWords.formMaker, note: paperWords.signAndName },
    signer: { capacity: words.onBehalf, title: words.chairman, note: paperWords.signSealName },
    landscape: true,
    numbered: null,
    undated: true,
    compact: true,
  };
};

const decisionText = (decision: { readonly number: string; readonly decidedOn: string | null } | undefined): string =>
  decision === undefined
    ? words.blankDecision
    : words.decision(listWords.decision(decision.number, decision.decidedOn === null ? '' : formatDate(decision.decidedOn)));

const teamPages = (context: QueryContext, unit: string | undefined, withMembers: boolean): readonly PaperDocument[] => {
  const place = placeOf(context, unit);
  const filter = place.communeIds === undefined ? { officeId: place.officeId } : { communeIds: place.communeIds };
  const decisions = listTeamDecisions(context.database);
  const members = withMembers
    ? Map.groupBy(listRoster(context.database, filter), (row) => row.teamId ?? '')
    : new Map<string, []>();
  const commune = ({ communeId }: TeamFacts): string => communeId ?? '';
  return listTeamFacts(context.database, filter)
    .filter((team) => team.dissolvedOn === null || team.dissolvedOn > context.today)
    .toSorted((a, b) => (commune(a) === commune(b) ? 0 : commune(a) < commune(b) ? -1 : 1))
    .map((team) =>
      pageOf(
        {
          communeId: team.communeId,
          subject: team.name,
          places: team.residentialUnitNames === '' ? words.blankPlaces : team.residentialUnitNames,
          decision: decisionText(decisions.get(team.id)),
        },
        members.get(team.id) ?? [],
      ),
    );
};

/** A form for communes to fill in by hand: blank, with the name of each team on a page of its own, or with what the books know. */
export const buildCommuneForm: BuildReport = (context, { unit, variant = 'blank' }): BuiltReport => {
  const place = placeOf(context, unit);
  const isCommune = findUnitById(place.id)?.tier === 'commune';
  const blank = pageOf(
    {
      communeId: isCommune ? place.id : null,
      subject: words.blankSubject,
      places: words.blankPlaces,
      decision: words.blankDecision,
    },
    [],
  );
  const pages = variant === 'blank' ? [blank] : teamPages(context, unit, variant === 'members');
  return {
    title: words.title,
    pages: pages.length === 0 ? [blank] : pages,
    fileName: `bieu-hoa-giai-vien-${place.id.replace(/@/g, '_')}-${variant}`,
    pageNumbers: false,
  };
};
