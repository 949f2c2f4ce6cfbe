import { countCoverage, listUntrained, type Untrained } from '#db/queries/coverage.ts';
import { yearOf } from '#shared/domain/date.ts';
import { listWords } from '#shared/text/list-words.vi.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import { formatPercent } from '#shared/text/vietnamese.ts';
import { unitNameOf } from '#engine/communes.ts';
import { roman } from './cell-text.ts';
import { onePaper, orderColumn, type Block, type Row, type Table } from './document.ts';
import { groupBy, placeOf } from './place.ts';
import { reportYear, type BuildReport } from './report.ts';

const words = listWords.coverage;

type Count = { readonly communeId: string | null; readonly mediatorCount: number; readonly trainedCount: number };

const countCells = (row: Omit<Count, 'communeId'>) => [
  row.mediatorCount,
  row.trainedCount,
  row.mediatorCount - row.trainedCount,
  row.mediatorCount === 0 ? '' : formatPercent(row.trainedCount / row.mediatorCount),
];

const sum = (rows: readonly Count[], key: 'mediatorCount' | 'trainedCount'): number =>
  rows.reduce((total, row) => total + row[key], 0);

const communeTable = (rows: readonly Count[]): Table => ({
  kind: 'table',
  name: words.communeSheet,
  columns: [
    orderColumn(paperWords.order, 0, true),
    { title: listWords.commune, width: 37 },
    { title: words.mediators, width: 14, format: 'count' },
    { title: words.trained, width: 14, format: 'count' },
    { title: words.untrained, width: 14, format: 'count' },
    { title: words.share, width: 14, align: 'center' },
  ],
  rows: [
    ...rows.map((row, index): Row => ({ kind: 'row', cells: [index + 1, unitNameOf(row.communeId), ...countCells(row)] })),
    {
      kind: 'total',
      label: paperWords.total,
      cells: [null, null, ...countCells({ mediatorCount: sum(rows, 'mediatorCount'), trainedCount: sum(rows, 'trainedCount') })],
    },
  ],
});

const peopleTable = (people: readonly Untrained[]): Table => {
  const numbers = new Map(people.map((person, index) => [person.membershipId, index + 1]));
  const rows = groupBy(people, (person) => person.communeId ?? '').flatMap((commune, at): readonly Row[] => [
    { kind: 'group', level: 1, number: roman(at + 1), text: unitNameOf(commune[0]?.communeId ?? null) },
    ...groupBy(commune, (person) => person.teamName).flatMap((team, place): readonly Row[] => [
      { kind: 'group', level: 2, number: String(place + 1), text: words.team(team[0]?.teamName ?? '', team.length) },
      ...team.map((person): Row => ({
        kind: 'row',
        cells: [
          numbers.get(person.membershipId) ?? null,
          person.fullName,
          person.birthDate === null ? null : yearOf(person.birthDate),
          person.lastTrainedYear ?? words.never,
          null,
        ],
      })),
    ]),
  ]);
  return {
    kind: 'table',
    name: words.peopleSheet,
    columns: [
      orderColumn(paperWords.order, 0, true),
      { title: listWords.name, width: 38 },
      { title: listWords.birthYear, width: 14, format: 'year' },
      { title: words.last, width: 20, format: 'year', align: 'center' },
      { title: listWords.note, width: 20 },
    ],
    rows,
  };
};

/** Who was trained in a year and who was not, by commune and team (Law 35/2013/QH13, articles 28 and 29). */
export const buildTrainingCoverage: BuildReport = (context, { unit, period, variant }) => {
  const { database } = context;
  const place = placeOf(context, unit);
  const year = reportYear(context, period);
  const communes = place.communeIds === undefined ? undefined : new Set(place.communeIds);
  const counts = countCoverage(database, year, place.officeId).filter(
    (row) => communes === undefined || (row.communeId !== null && communes.has(row.communeId)),
  );
  const people =
    variant === 'summary'
      ? []
      : listUntrained(database, {
          year,
          officeId: place.officeId,
          communeIds: place.communeIds,
          limit: Number.MAX_SAFE_INTEGER,
          offset: 0,
        }).rows;
  const list: readonly Block[] =
    people.length === 0
      ? [{ kind: 'line', text: words.allTrained }]
      : [{ kind: 'heading', text: words.people }, peopleTable(people), { kind: 'closing', text: words.closing(people.length) }];
  return onePaper(`tap-huan-hoa-giai-vien-${place.id}-${year}`, {
    title: words.title,
    subject: words.subject(place.name, year),
    blocks: [
      ...(variant === 'summary' ? [] : [{ kind: 'heading', text: words.byCommune } as const]),
      communeTable(counts),
      ...(variant === 'summary' ? [] : list),
    ],
    recipients: [paperWords.communes],
    landscape: false,
    numbered: null,
  });
};
