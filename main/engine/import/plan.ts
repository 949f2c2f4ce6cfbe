import { createHash } from 'node:crypto';
import { listPersonCards } from '#db/queries/identity.ts';
import type { ImportInput, ImportOutcome, ImportPlan, ImportRow, RowDecision } from '#shared/contract/import-methods.ts';
import { importOutcomes } from '#shared/contract/import-methods.ts';
import { formatDate } from '#shared/domain/date.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { targetOfField } from '#shared/import/column-target.ts';
import { isJanuaryFirst } from '#shared/import/read-date.ts';
import { readRows, type ReadRow } from '#shared/import/read-rows.ts';
import { importIssueMessage, importWords } from '#shared/text/import-words.vi.ts';
import { unitNameOf } from '#engine/communes.ts';
import type { QueryContext } from '#engine/context.ts';
import { matchReasonsOf } from '#engine/match-reasons.ts';
import { loadBooks, type Write } from './books.ts';
import { checkTables, sheetViewOf, type OpenSheet } from './open-sheets.ts';
import type { OpenFile } from './open-workbook.ts';
import { planRow, type PlannedRow, type SheetFacts } from './plan-row.ts';
import type { PlanFacts } from './row-work.ts';

/** A plan with the records that carry it out, row by row in order. */
export type FullPlan = { readonly plan: ImportPlan; readonly sheets: readonly OpenSheet[]; readonly writes: readonly Write[] };

/** How far a plan is, in rows. */
export type PlanStep = { readonly done: number; readonly total: number };

const keyOf = (sheet: number, row: number, part: number): string => `${sheet}:${row}:${part}`;

/** Share of births on 1 January above which they stand for "year only" rather than for a birthday. */
const januaryShare = 0.05;

const hasManyJanuaryFirst = (rows: readonly ReadRow[]): boolean => {
  const dated = rows.map((row) => row.values.birthDate).filter((birth) => typeof birth === 'string' && birth.length === 10);
  const first = dated.filter((birth) => isJanuaryFirst(birth as string)).length;
  return first >= 2 && first > dated.length * januaryShare;
};

type SheetRow = { readonly sheet: OpenSheet; readonly facts: SheetFacts; readonly row: ReadRow };

const correctionsOf = (decisions: readonly RowDecision[], sheet: number): Record<string, Record<string, string>> =>
  Object.fromEntries(
    decisions.flatMap((one) =>
      one.sheet === sheet && one.texts !== undefined ? [[`${one.row}:${one.part}`, one.texts] as const] : [],
    ),
  );

const rowsOf = (sheets: readonly OpenSheet[], input: ImportInput, today: string): readonly SheetRow[] =>
  sheets.flatMap((sheet) => {
    if (sheet.table === undefined) return [];
    const options = { today, corrections: correctionsOf(input.decisions, sheet.index), defaults: input.defaults };
    const rows = readRows(sheet.table, options);
    const guessed = sheet.verdict.needsAnswer;
    const facts: SheetFacts = { communeId: sheet.communeId, manyJanuaryFirst: hasManyJanuaryFirst(rows) };
    return rows.map((row) => ({
      sheet,
      facts,
      row: guessed
        ? {
            ...row,
            issues: [
              ...row.issues,
              {
                code: 'encoding-guess',
                field: null,
                severity: 'decision' as const,
                details: { encoding: sheet.verdict.encoding },
              },
            ],
          }
        : row,
    }));
  });

/** Texts of the file that an issue is about, by target, to be corrected as they are; one that was corrected is about its target too. */
const writtenOf = (row: ReadRow, { issues }: PlannedRow, decision: RowDecision | undefined): Record<string, string> => {
  const fields = issues.flatMap(({ field }) => (field === null ? [] : [targetOfField(field)]));
  const targets = [...new Set([...fields, ...Object.keys(decision?.texts ?? {})])];
  return Object.fromEntries(
    targets.map((target) => [target, row.writtenFor(target)] as const).filter(([, written]) => written !== ''),
  );
};

const rowViewOf = (
  { sheet, row }: SheetRow,
  planned: PlannedRow,
  { dry, decision }: { readonly dry: boolean; readonly decision: RowDecision | undefined },
): ImportRow => ({
  sheet: sheet.index,
  row: row.row,
  part: row.part,
  outcome: planned.outcome,
  kind: row.kind,
  id: planned.isNew && (dry || planned.writes.length === 0) ? null : planned.id,
  title: row.title,
  values: { ...row.values } as ImportRow['values'],
  belongs: {
    commune: row.place.communeName ?? null,
    residentialUnit: row.place.residentialUnitName ?? null,
    team: row.place.teamName ?? null,
    decision: row.decision === null ? null : { number: row.decision.number, decidedOn: row.decision.decidedOn },
  },
  written: writtenOf(row, planned, decision),
  issues: planned.issues.map((issue) => ({ ...issue, message: importIssueMessage(issue) })),
  changes: planned.changes,
  candidates: planned.candidates.map(({ id, title, certain, match }) => ({
    id,
    title,
    about: '',
    certain,
    reasons: matchReasonsOf(match),
  })),
});

/** Says of every candidate what tells them from others of the name. */
const withAbout = (context: QueryContext, rows: readonly ImportRow[], madeInRow: ReadonlyMap<string, number>): ImportRow[] => {
  const ids = [...new Set(rows.flatMap((row) => row.candidates.map(({ id }) => id)))];
  if (ids.length === 0) return [...rows];
  const cards = listPersonCards(context.database, ids);
  const aboutOf = (id: string): string => {
    const card = cards.get(id);
    if (card === undefined) return importWords.inRow(madeInRow.get(id) ?? 0);
    const birth = card.birthDate === null ? '' : formatDate(card.birthDate);
    return [birth, card.teamName, unitNameOf(card.communeId)].filter((part) => part !== '').join(', ');
  };
  return rows.map((row) =>
    row.candidates.length === 0 ? row : { ...row, candidates: row.candidates.map((one) => ({ ...one, about: aboutOf(one.id) })) },
  );
};

const countsOf = (rows: readonly ImportRow[]): ImportPlan['counts'] =>
  Object.fromEntries(importOutcomes.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length])) as Record<
    ImportOutcome,
    number
  >;

const questionsOf = (rows: readonly ImportRow[], accepted: ReadonlySet<string>): ImportPlan['questions'] => {
  const found = new Map<string, ImportPlan['questions'][number]>();
  for (const row of rows)
    for (const { code, severity, message } of row.issues) {
      const known = found.get(code);
      found.set(code, {
        code,
        severity: known?.severity === 'decision' ? known.severity : severity,
        count: (known?.count ?? 0) + 1,
        accepted: accepted.has(code),
        message,
      });
    }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
};

const companionsOf = (rows: readonly { readonly planned: PlannedRow }[]): ImportPlan['companions'] =>
  rows.flatMap(({ planned }) =>
    planned.writes
      .filter((write) => write.isNew && write.id !== planned.id && write.kind !== 'person' && write.kind !== 'identity-link')
      .map(({ kind, id, values }) => ({ kind, id, title: findKind(kind)?.title(values) ?? '' })),
  );

const idPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Ids of new records differ from plan to plan and count by their order alone; everything else that is shown counts as it is. */
const hashOf = (rows: readonly ImportRow[], sheets: readonly OpenSheet[], made: ReadonlyMap<string, number>): string => {
  const hash = createHash('sha256');
  for (const { id: _, candidates, ...row } of rows)
    hash.update(JSON.stringify([row, candidates.length]).replace(idPattern, (found) => `#${made.get(found) ?? found}`));
  for (const sheet of sheets) hash.update(JSON.stringify([sheet.communeId, sheet.table?.columns, sheet.verdict]));
  return hash.digest('hex');
};

/**
 * Plans every row of a workbook on the books as they are, rows above taken into account. It pauses
 * between rows. `dry`: ids of records to come are not shown, since they are made anew when the plan is carried out.
 */
export function* planSteps(
  context: QueryContext,
  file: OpenFile,
  input: ImportInput,
  newId: () => string,
  dry: boolean,
): Generator<PlanStep, FullPlan> {
  const sheets = file.sheets(context, input);
  checkTables(sheets);
  const books = loadBooks(context);
  const accepted = new Set(input.accept);
  const made = new Map<string, number>();
  const facts: PlanFacts = {
    books,
    newId: () => {
      const id = newId();
      made.set(id, made.size);
      return id;
    },
    asOf: context.identity.asOf,
    today: context.today,
    officeId: context.identity.officeId,
    officeTier: context.identity.tier,
    accepted,
  };
  const decisions = new Map(input.decisions.map((one) => [keyOf(one.sheet, one.row, one.part), one]));
  const rows = rowsOf(sheets, input, context.today);
  const planned: { readonly view: ImportRow; readonly planned: PlannedRow }[] = [];
  for (const [index, one] of rows.entries()) {
    if (index % 200 === 0) yield { done: index, total: rows.length };
    const decision = decisions.get(keyOf(one.sheet.index, one.row.row, one.row.part));
    const row = planRow(facts, one.row, one.facts, decision);
    planned.push({ view: rowViewOf(one, row, { dry, decision }), planned: row });
  }
  const madeInRow = new Map(
    planned.flatMap(({ view, planned: { writes } }) =>
      writes.filter((write) => write.kind === 'person' && write.isNew).map((write) => [write.id, view.row] as const),
    ),
  );
  const views = withAbout(
    context,
    planned.map((one) => one.view),
    madeInRow,
  );
  const plan: ImportPlan = {
    format: file.workbook.format,
    sheets: sheets.map(sheetViewOf),
    rows: views,
    counts: countsOf(views),
    companions: companionsOf(planned),
    questions: questionsOf(views, accepted),
    planHash: hashOf(views, sheets, made),
  };
  return { plan, sheets, writes: planned.flatMap((one) => one.planned.writes) };
}
