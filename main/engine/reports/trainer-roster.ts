import { listTrainers, type TrainerRow } from '#db/queries/trainer.ts';
import { labelOf, trainerSources } from '#shared/catalogue/code-lists.ts';
import { formatDate, yearOf } from '#shared/domain/date.ts';
import { findLegalRule } from '#shared/domain/legal-rules.ts';
import { listWords } from '#shared/text/list-words.vi.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import { unitNameOf } from '#engine/communes.ts';
import type { QueryContext } from '#engine/context.ts';
import { roman } from './cell-text.ts';
import { onePaper, orderColumn, withoutEmptyColumns, type Block, type Cell, type Column, type Row } from './document.ts';
import { groupBy, placeOf } from './place.ts';
import type { BuildReport, Profile } from './report.ts';

const words = listWords.trainers;

const columnsOf = (profile: Profile): readonly Column[] => [
  orderColumn(paperWords.order, 0),
  { title: listWords.name, width: 17 },
  profile === 'public'
    ? { title: listWords.birthYear, width: 8, format: 'year' }
    : { title: listWords.born, width: 10, format: 'date' },
  { title: words.position, width: 22 },
  { title: words.source, width: 18 },
  { title: words.decision, width: 15, optional: true },
  { title: words.methodTraining, width: 9, format: 'year' },
  { title: words.sessions, width: 7, format: 'count' },
];

const bornOf = (row: TrainerRow, profile: Profile): Cell =>
  row.birthDate === null || profile === 'internal' ? row.birthDate : yearOf(row.birthDate);

const rowOf = (row: TrainerRow, index: number, profile: Profile): Row => ({
  kind: 'row',
  cells: [
    index + 1,
    row.fullName,
    bornOf(row, profile),
    [row.position, row.agency].filter(Boolean).join(', '),
    row.source === null ? '' : labelOf(trainerSources, row.source),
    row.decision === '' ? '' : listWords.decision(row.decision, row.decidedOn === null ? '' : formatDate(row.decidedOn)),
    row.methodTrainingYear,
    row.sessionCount,
  ],
});

type Pool = { readonly officeId: string; readonly pool: string; readonly trainers: readonly TrainerRow[] };

/** 5 trainers at the province, 4 to 8 in a district; the plan in force on the workspace's day. */
const targetOf = ({ identity, today }: QueryContext, { pool, trainers }: Pool): string | undefined => {
  const day = identity.asOf > today ? today : identity.asOf;
  const least = findLegalRule(pool === 'province' ? 'province-pool' : 'district-pool-minimum', day);
  const most = pool === 'province' ? least : findLegalRule('district-pool-maximum', day);
  return least && most ? words.target(least.value, most.value, trainers.length) : undefined;
};

const article = ({ today }: QueryContext): string => findLegalRule('province-pool', today)?.article ?? '';

/** A pool without trainers has its target too, and that is the line that matters. */
const poolsOf = (context: QueryContext, rows: readonly TrainerRow[]): readonly Pool[] => {
  const pools = groupBy(rows, (row) => `${row.pool ?? ''} ${row.officeId}`).map((trainers) => ({
    officeId: trainers[0]?.officeId ?? '',
    pool: trainers[0]?.pool ?? '',
    trainers,
  }));
  if (pools.length > 0) return pools;
  return [{ officeId: context.identity.officeId, pool: context.identity.tier, trainers: [] }];
};

/** Trainers in office by pool, with the gap to the target of the plan under Decision 428/QĐ-TTg. */
export const buildTrainerRoster: BuildReport = (context, { unit, profile }) => {
  const place = placeOf(context, unit);
  const trainers = listTrainers(context.database, { officeId: place.officeId, includeEnded: false });
  const pools = poolsOf(context, trainers);
  const isSingle = pools.length === 1;
  const nameOf = (pool: Pool): string =>
    words.pool(words.pools[pool.pool] ?? pool.pool, unitNameOf(pool.officeId), pool.trainers.length);
  const rows = pools.flatMap((pool, at): readonly Row[] => [
    ...(isSingle ? [] : [{ kind: 'group', level: 1, number: roman(at + 1), text: nameOf(pool) } as const]),
    ...pool.trainers.map((row, index) => rowOf(row, index, profile)),
  ]);
  const targets = pools.flatMap((pool): readonly Block[] => {
    const target = targetOf(context, pool);
    if (target === undefined) return [];
    return [{ kind: 'line', text: isSingle ? words.targetBy(article(context), target) : `${nameOf(pool)}. ${target}` }];
  });
  const untrained = trainers.filter((trainer) => trainer.methodTrainingYear === null).length;
  return onePaper(`danh-sach-tap-huan-vien-${place.id}${profile === 'public' ? '-niem-yet' : ''}`, {
    title: words.title,
    subject: place.name,
    blocks: [
      withoutEmptyColumns({ kind: 'table', name: words.sheet, columns: columnsOf(profile), rows }),
      ...(targets.length > 1 ? [{ kind: 'line', text: words.targets(article(context)) } as const] : []),
      ...targets,
      ...(untrained === 0 ? [] : [{ kind: 'line', text: words.untrained(untrained) } as const]),
      { kind: 'closing', text: paperWords.people(trainers.length) },
    ],
    recipients: [],
    landscape: true,
    numbered: null,
  });
};
