import type { ParticipantRow } from '#db/queries/session.ts';
import { yearOf } from '#shared/domain/date.ts';
import { listWords } from '#shared/text/list-words.vi.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import { sessionPaperWords } from '#shared/text/session-paper-words.vi.ts';
import { unitNameOf } from '#engine/communes.ts';
import { roman } from './cell-text.ts';
import { orderColumn, type BuiltReport, type Cell, type Column, type PaperDocument, type Row } from './document.ts';
import type { BuildReport } from './report.ts';
import { attendancesOf, getSessionFacts, sessionTime, type SessionFacts } from './session-facts.ts';

const words = sessionPaperWords.attendance;

/** Columns for signatures that a page takes without becoming too narrow for a hand. */
const sittingsOnPage = 6;
const emptyRows = 10;

type Sittings = readonly number[];

const sittingsOf = (count: number): readonly Sittings[] => {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  return Array.from({ length: Math.ceil(count / sittingsOnPage) }, (_, page) =>
    all.slice(page * sittingsOnPage, (page + 1) * sittingsOnPage),
  );
};

/** With many signatures position and unit stand in one column. */
const isCrowded = (sittings: Sittings): boolean => sittings.length > 4;

const columnsOf = (sittings: Sittings, isFilled: boolean): readonly Column[] => [
  orderColumn(paperWords.order, 0),
  { title: listWords.name, width: 19 },
  { title: listWords.birthYear, width: 7, format: 'year' },
  ...(isCrowded(sittings)
    ? [{ title: words.positionAndUnit, width: 22 }]
    : [
        { title: words.position, width: 16 },
        { title: words.unit, width: 20 },
      ]),
  ...sittings.map((sitting): Column => ({
    title: words.sitting(sitting),
    width: isCrowded(sittings) ? 9 : 11,
    align: 'center',
    format: 'count',
    over: isFilled ? words.presences : words.signatures,
  })),
  ...(isCrowded(sittings) ? [] : [{ title: listWords.note, width: 9 }]),
];

const unitOf = ({ unit, communeId }: ParticipantRow): string => [unit, unitNameOf(communeId)].filter(Boolean).join(', ');

const describe = (row: ParticipantRow, sittings: Sittings): readonly Cell[] =>
  isCrowded(sittings) ? [[row.position, unitOf(row)].filter(Boolean).join(', ')] : [row.position, unitOf(row)];

const personRow = (row: ParticipantRow, order: number, sittings: Sittings, isFilled: boolean): Row => ({
  kind: 'row',
  cells: [
    order,
    row.fullName,
    row.birthDate === null ? null : yearOf(row.birthDate),
    ...describe(row, sittings),
    ...sittings.map((sitting) => (isFilled && row.present.includes(sitting) ? words.present : null)),
    ...(isCrowded(sittings) ? [] : [null]),
  ],
});

const presentRow = (participants: readonly ParticipantRow[], sittings: Sittings): Row => ({
  kind: 'total',
  label: words.presentCount,
  cells: [
    ...Array.from({ length: isCrowded(sittings) ? 4 : 5 }, () => null),
    ...sittings.map((sitting) => participants.filter((one) => one.present.includes(sitting)).length),
    ...(isCrowded(sittings) ? [] : [null]),
  ],
});

const rowsOf = (participants: readonly ParticipantRow[], sittings: Sittings, isFilled: boolean): readonly Row[] => {
  const parts = [
    [words.payroll, participants.filter((one) => one.onStatePayroll)],
    [words.notPayroll, participants.filter((one) => !one.onStatePayroll)],
  ] as const;
  const shown = parts.filter(([, people]) => people.length > 0);
  let order = 0;
  const people = shown.flatMap(([text, part], index): readonly Row[] => [
    { kind: 'group', level: 2, number: roman(index + 1), text: words.group(text, part.length) },
    ...part.map((row) => {
      order += 1;
      return personRow(row, order, sittings, isFilled);
    }),
  ]);
  if (isFilled) return [...people, presentRow(participants, sittings)];
  // People come who were not invited: they write themselves into lines of their own.
  const blank: Row = { kind: 'row', cells: columnsOf(sittings, false).map(() => null) };
  return [
    ...people,
    { kind: 'group', level: 2, number: roman(shown.length + 1), text: words.unannounced },
    ...Array.from({ length: emptyRows }, () => blank),
  ];
};

const pageOf = (facts: SessionFacts, sittings: Sittings, isFilled: boolean): PaperDocument => {
  const { values, participants, sittingCount } = facts;
  const isPart = sittingCount > sittingsOnPage;
  const present = participants.filter((one) => one.present.some((sitting) => sitting <= sittingCount)).length;
  return {
    title: words.title,
    subject: values.title ?? '',
    annexNote: words.place(sessionTime(values), values.place ?? ''),
    blocks: [
      {
        kind: 'table',
        name: isPart ? words.sittings(sittings[0] ?? 1, sittings.at(-1) ?? 1) : words.sheet,
        columns: columnsOf(sittings, isFilled),
        rows: rowsOf(participants, sittings, isFilled),
        ...(isFilled ? {} : { rowHeight: 9 }),
      },
      {
        kind: 'closing',
        text: isFilled
          ? words.closingFilled(participants.length, present, attendancesOf(participants, sittingCount))
          : words.closingEmpty(participants.length),
      },
    ],
    recipients: [],
    leftSigner: { title: paperWords.classHead, note: paperWords.signAndName },
    landscape: true,
    numbered: null,
  };
};

/** One column for a signature per sitting; who is paid by the state apart from who is not: what they are paid for the day differs. */
export const buildAttendanceSheet: BuildReport = (context, { subject, variant }): BuiltReport => {
  const facts = getSessionFacts(context, subject);
  const isFilled = variant === 'filled';
  return {
    title: words.title,
    pages: sittingsOf(facts.sittingCount).map((sittings) => pageOf(facts, sittings, isFilled)),
    fileName: `danh-sach-ky-ten-${facts.values.startsOn ?? facts.id}${isFilled ? '-co-mat' : ''}`,
    pageNumbers: true,
  };
};
