import { basename } from 'node:path';
import { listSpreadsheetImports, writeImport, writeImportedChange } from '#db/queries/spreadsheet-import.ts';
import type { ImportPlan } from '#shared/contract/import-methods.ts';
import { importWords } from '#shared/text/import-words.vi.ts';
import { communeIdsOf } from '#engine/communes.ts';
import type { CommandContext, Handler, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import type { Workbook } from '#engine/workbook.ts';
import type { Write } from './books.ts';
import { fittingMappings, mappingOf } from './mapping.ts';
import { openSheets, openWorkbook, sheetViewOf } from './open-sheets.ts';
import { planSteps, type FullPlan, type PlanStep } from './plan.ts';

/** What is in a file, without a look at its rows. */
export const readFile: Handler<'import.read'> = async (task, input) => {
  await task.progress({ step: 'read', done: 0, total: 1 });
  const workbook = openWorkbook(input.file);
  return task.read((context) => {
    const communeIds = communeIdsOf(context, context.identity.unitId);
    const sheets = openSheets(workbook, input, mappingOf(context, input), communeIds);
    const tables = sheets.flatMap((sheet) => sheet.table ?? []);
    return { format: workbook.format, sheets: sheets.map(sheetViewOf), fittingMappings: fittingMappings(context, tables) };
  });
};

const open = async (task: TaskContext, file: string): Promise<Workbook> => {
  await task.progress({ step: 'read', done: 0, total: 1 });
  return openWorkbook(file);
};

/** Lets other calls in between and the caller give up while a plan is made. */
const planWhole = async (task: TaskContext, steps: Generator<PlanStep, FullPlan>): Promise<FullPlan> => {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    await task.progress({ step: 'plan', ...next.value });
  }
};

export const planFile: Handler<'import.plan'> = async (task, input) => {
  const workbook = await open(task, input.file);
  // A transaction that writes nothing: the plan sees one state of the books from its first row to its last.
  const { plan } = await task.writeInSteps((context) =>
    planWhole(task, planSteps(context, workbook, input, task.ids.recordId, true)),
  );
  return plan;
};

const batch = 100;

/** Writes the records and notes each change, so that the import can be taken back. */
const writeAll = async (
  task: TaskContext,
  context: CommandContext,
  importId: string,
  writes: readonly Write[],
): Promise<void> => {
  for (const [index, { kind, id, values, isNew }] of writes.entries()) {
    if (index % batch === 0) await task.progress({ step: 'write', done: index, total: writes.length });
    const dot = context.records.write({ kind, id, values, reason: importWords.reason });
    if (dot !== null)
      writeImportedChange(context.database, importId, index, { kind, recordId: id, replica: dot[0], n: dot[1], isNew });
  }
};

const record = (context: CommandContext, importId: string, file: string, plan: ImportPlan): void => {
  writeImport(context.database, {
    id: importId,
    fileName: basename(file),
    at: context.clock.now().toISOString(),
    authorId: context.actor.id,
    authorName: context.actor.name,
    counts: plan.counts,
    undoneAt: null,
  });
};

export const runFile: Handler<'import.run'> = async (task, { planHash, ...input }) => {
  const workbook = await open(task, input.file);
  return task.writeInSteps(async (context) => {
    const { plan, writes } = await planWhole(task, planSteps(context, workbook, input, task.ids.recordId, false));
    if (planHash !== undefined && planHash !== plan.planHash) throw failure('preview-outdated');
    if (writes.length === 0) return { ...plan, importId: null };
    const importId = context.ids.recordId();
    record(context, importId, input.file, plan);
    await writeAll(task, context, importId, writes);
    return { ...plan, importId };
  });
};

export const listImports: Handler<'import.list'> = ({ database }) =>
  listSpreadsheetImports(database).map(({ id, fileName, at, authorName, counts, undoneAt }) => ({
    id,
    fileName,
    at,
    authorName,
    counts: { ...counts },
    undoneAt,
  }));
