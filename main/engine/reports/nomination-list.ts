import { listNominations, type NominationRow } from '#db/queries/nomination.ts';
import { awardForms, awardLevels, labelOf } from '#shared/catalogue/code-lists.ts';
import { formatDate, yearOf } from '#shared/domain/date.ts';
import { awardPaperWords } from '#shared/text/award-paper-words.vi.ts';
import { listWords } from '#shared/text/list-words.vi.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import { unitNameOf } from '#engine/communes.ts';
import type { QueryContext } from '#engine/context.ts';
import { roman } from './cell-text.ts';
import { onePaper, orderColumn, withoutEmptyColumns, type Column, type Row } from './document.ts';
import { placeOf } from './place.ts';
import { reportYear, type BuildReport, type ReportInput } from './report.ts';

const words = awardPaperWords.list;

/** Suffix of the number of a submission: of the division of a district or of the department of the province. */
export const proposalSuffix = ({ identity }: Pick<QueryContext, 'identity'>): string =>
  identity.tier === 'province' ? '/TTr-STP' : '/TTr-PTP';

export const isCollective = ({ subjectKind }: NominationRow): boolean => subjectKind === 'team' || subjectKind === 'organisation';

/** Stages of each list: to be decided on, awarded, or both; refused and withdrawn nominations are on none. */
const open: readonly string[] = ['draft', 'proposed', 'examined', 'submitted'];
const stagesOf: Readonly<Record<string, readonly string[]>> = { proposed: open, awarded: ['awarded'], all: [...open, 'awarded'] };

/** Nominations of a year, by default those on which nobody has decided yet. */
export const nominationsOf = (
  context: QueryContext,
  { unit, period, variant = 'proposed' }: ReportInput,
): readonly NominationRow[] => {
  const place = placeOf(context, unit);
  const communes = place.communeIds === undefined ? undefined : new Set(place.communeIds);
  return listNominations(context.database, { year: reportYear(context, period), officeId: place.officeId })
    .filter((row) => (stagesOf[variant] ?? open).includes(row.stage ?? ''))
    .filter(
      (row) => communes === undefined || place.officeId !== undefined || (row.communeId !== null && communes.has(row.communeId)),
    );
};

const columns: readonly Column[] = [
  orderColumn(paperWords.order, 0),
  { title: words.subjectName, width: 20 },
  { title: listWords.birthYear, width: 7, format: 'year', optional: true },
  { title: words.position, width: 25 },
  { title: words.achievements, width: 28 },
  { title: words.form, width: 13, align: 'center' },
  { title: words.votes, width: 9, align: 'center', optional: true },
  { title: words.decision, width: 13, optional: true },
];

const positionOf = (row: NominationRow): string =>
  (row.subjectKind === 'mediator'
    ? [row.position, words.mediator, row.teamName, unitNameOf(row.communeId)]
    : [isCollective(row) ? null : row.position, unitNameOf(row.communeId)]
  )
    .filter(Boolean)
    .join(', ');

const votesOf = ({ councilVotesFor, councilMemberCount }: NominationRow): string =>
  councilVotesFor === null || councilMemberCount === null ? '' : words.voteCount(councilVotesFor, councilMemberCount);

const rowOf = (row: NominationRow, index: number): Row => ({
  kind: 'row',
  cells: [
    index + 1,
    row.subjectName,
    row.birthDate === null || isCollective(row) ? null : yearOf(row.birthDate),
    positionOf(row),
    row.achievements,
    words.formAndLevel(
      row.form === null ? '' : labelOf(awardForms, row.form),
      row.level === null ? '' : labelOf(awardLevels, row.level),
    ),
    votesOf(row),
    row.decisionNumber === null
      ? ''
      : listWords.decision(row.decisionNumber, row.decidedOn === null ? '' : formatDate(row.decidedOn)),
  ],
});

/** Nominations of a year in two parts: I. collectives, II. persons; an annex of the submission. */
export const buildNominationList: BuildReport = (context, input) => {
  const { identity } = context;
  const year = reportYear(context, input.period);
  const all = nominationsOf(context, input);
  const parts = [
    [words.collectives, all.filter(isCollective)],
    [words.persons, all.filter((row) => !isCollective(row))],
  ] as const;
  const shown = parts.filter(([, rows]) => rows.length > 0);
  const isAwarded = input.variant === 'awarded';
  return onePaper(`${isAwarded ? 'duoc-khen-thuong' : 'de-nghi-khen-thuong'}-${placeOf(context, input.unit).id}-${year}`, {
    title: isAwarded ? words.awardedTitle : words.title,
    subject: words.subject(year),
    ...(isAwarded ? {} : { annexNote: words.annexNote(proposalSuffix(context), identity.officeName, year) }),
    blocks: [
      withoutEmptyColumns({
        kind: 'table',
        name: words.sheet,
        columns,
        rows: shown.flatMap(([title, rows], index): readonly Row[] => [
          { kind: 'group', level: 1, number: roman(index + 1), text: title },
          ...rows.map(rowOf),
        ]),
      }),
      { kind: 'closing', text: words.closing(parts[0][1].length, parts[1][1].length) },
    ],
    recipients: [],
    landscape: true,
    numbered: null,
  });
};
