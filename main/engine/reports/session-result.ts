import { listFunding, listSpeakers, type FundingRow, type ParticipantRow, type SpeakerRow } from '#db/queries/session.ts';
import { fundingSources, labelOf, sessionKinds } from '#shared/catalogue/code-lists.ts';
import { listWords } from '#shared/text/list-words.vi.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import { sessionPaperWords } from '#shared/text/session-paper-words.vi.ts';
import { fold, formatPercent } from '#shared/text/vietnamese.ts';
import { unitNameOf } from '#engine/communes.ts';
import { onePaper, orderColumn, type Block, type Row, type Table } from './document.ts';
import { groupBy } from './place.ts';
import type { BuildReport } from './report.ts';
import { attendancesOf, getSessionFacts, numberAndDay, sessionTime, type SessionFacts } from './session-facts.ts';

const words = sessionPaperWords.result;
const kinh = '01';

/** The place names its commune by itself, as a rule. */
const placeText = (place: string, commune: string): string =>
  fold(place).includes(fold(commune)) ? place : [place, commune].filter(Boolean).join(', ');

const generalFacts = ({ values }: SessionFacts): Block => {
  const rows: readonly (readonly [label: string, value: string])[] = [
    [words.facts.kind, values.kind == null ? '' : labelOf(sessionKinds, values.kind)],
    [words.facts.plan, numberAndDay(values.planNumber, values.planDate)],
    [words.facts.invitation, numberAndDay(values.invitationNumber, values.invitationDate)],
    [words.facts.host, values.hostAgency ?? ''],
    [words.facts.lead, values.leadAgency ?? ''],
    [words.facts.coordinating, values.coordinatingAgencies ?? ''],
    [words.facts.combined, values.combinedWith ?? ''],
    [words.facts.time, sessionTime(values)],
    [words.facts.place, placeText(values.place ?? '', unitNameOf(values.communeId ?? null))],
    [words.facts.materials, values.materials ?? ''],
  ];
  return { kind: 'facts', rows: rows.filter(([, value]) => value !== '') };
};

const programme = ({ values }: SessionFacts, speakers: readonly SpeakerRow[]): readonly Block[] => [
  { kind: 'heading', text: words.programme },
  ...(values.topics == null ? [] : [{ kind: 'paragraph', text: values.topics } as const]),
  speakers.length === 0
    ? { kind: 'paragraph', text: words.noSpeakers }
    : {
        kind: 'table',
        name: words.programmeSheet,
        columns: [
          orderColumn(paperWords.order, 0, true),
          { title: words.speaker, width: 24 },
          { title: sessionPaperWords.attendance.position, width: 26 },
          { title: words.topic, width: 34 },
          { title: words.periods, width: 8, format: 'count' },
        ],
        rows: speakers.map((row, index): Row => ({
          kind: 'row',
          cells: [index + 1, row.name, row.position, row.topic, row.periodCount],
        })),
      },
];

const counts = (people: readonly ParticipantRow[], sittingCount: number): readonly number[] => [
  people.length,
  people.filter((one) => one.sex === 'female').length,
  people.filter((one) => one.ethnicGroup !== null && one.ethnicGroup !== kinh).length,
  people.filter((one) => one.onStatePayroll).length,
  people.filter((one) => !one.onStatePayroll).length,
  attendancesOf(people, sittingCount),
  people.filter((one) => one.result === 'completed').length,
];

const communeTable = ({ participants, sittingCount }: SessionFacts): Table => ({
  kind: 'table',
  name: words.communeSheet,
  columns: [
    orderColumn(paperWords.order, 0, true),
    { title: paperWords.place, width: 25 },
    ...[words.count, words.women, words.minority, words.payroll, words.notPayroll, words.attendances, words.completed].map(
      (title) => ({ title, width: 10, format: 'count' }) as const,
    ),
  ],
  rows: [
    ...groupBy(participants, (one) => one.communeId ?? '').map((people, index): Row => ({
      kind: 'row',
      cells: [
        index + 1,
        people[0]?.communeId == null ? words.others : unitNameOf(people[0].communeId),
        ...counts(people, sittingCount),
      ],
    })),
    { kind: 'total', label: paperWords.total, cells: [null, null, ...counts(participants, sittingCount)] },
  ],
});

const presenceTable = ({ participants, sittingCount }: SessionFacts): Table => {
  const sittings = Array.from({ length: sittingCount }, (_, index) => index + 1);
  return {
    kind: 'table',
    name: words.presenceSheet,
    columns: [
      { title: words.sitting, width: 34, align: 'center' },
      { title: words.presentPeople, width: 33, format: 'count' },
      { title: words.share, width: 33, align: 'center' },
    ],
    rows: [
      ...sittings.map((sitting): Row => {
        const present = participants.filter((one) => one.present.includes(sitting)).length;
        const share = participants.length === 0 ? '' : formatPercent(present / participants.length);
        return { kind: 'row', cells: [sessionPaperWords.attendance.sitting(sitting), present, share] };
      }),
      { kind: 'total', label: words.totalAttendances, cells: [null, attendancesOf(participants, sittingCount), null] },
    ],
  };
};

const sum = (rows: readonly FundingRow[], key: 'plannedAmount' | 'spentAmount'): number =>
  rows.reduce((total, row) => total + (row[key] ?? 0), 0);

const funding = ({ values }: SessionFacts, rows: readonly FundingRow[]): Block =>
  rows.length === 0
    ? { kind: 'paragraph', text: words.fundingText(values.plannedAmount ?? null, values.spentAmount ?? null) }
    : {
        kind: 'table',
        name: words.fundingSheet,
        columns: [
          orderColumn(paperWords.order, 0, true),
          { title: words.source, width: 32 },
          { title: words.planned, width: 20, format: 'money' },
          { title: words.spent, width: 20, format: 'money' },
          { title: listWords.note, width: 23 },
        ],
        rows: [
          ...rows.map((row, index): Row => ({
            kind: 'row',
            cells: [
              index + 1,
              row.source === null ? '' : labelOf(fundingSources, row.source),
              row.plannedAmount,
              row.spentAmount,
              row.note,
            ],
          })),
          {
            kind: 'total',
            label: paperWords.total,
            cells: [null, null, sum(rows, 'plannedAmount'), sum(rows, 'spentAmount'), null],
          },
        ],
      };

/** Report of a session: programme, speakers, people and attendances counted apart, funding planned and spent by source. */
export const buildSessionResult: BuildReport = (context, { subject }) => {
  const facts = getSessionFacts(context, subject);
  const { values, participants, sittingCount, id } = facts;
  const present = participants.filter((one) => one.present.some((sitting) => sitting <= sittingCount)).length;
  const outcome = [values.result, values.recommendations].filter((text) => text != null);
  return onePaper(`ket-qua-lop-${values.startsOn ?? id}`, {
    title: words.title,
    subject: words.subject(values.title ?? ''),
    blocks: [
      { kind: 'heading', text: words.general },
      generalFacts(facts),
      ...programme(facts, listSpeakers(context.database, id)),
      { kind: 'heading', text: words.people },
      { kind: 'paragraph', text: words.peopleText(participants.length, present, attendancesOf(participants, sittingCount)) },
      communeTable(facts),
      { kind: 'heading', text: words.presence },
      presenceTable(facts),
      { kind: 'heading', text: words.funding },
      funding(facts, listFunding(context.database, id)),
      { kind: 'heading', text: words.outcome },
      { kind: 'paragraph', text: outcome.length === 0 ? words.noOutcome : outcome.join('\n') },
    ],
    recipients: [],
    landscape: false,
    numbered: context.identity.tier === 'province' ? '/BC-STP' : '/BC-PTP',
  });
};
