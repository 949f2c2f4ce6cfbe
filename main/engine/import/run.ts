import { basename } from 'node:path';
import { listSpreadsheetImports, writeImport, writeImportedChange } from '#db/queries/spreadsheet-import.ts';
import type { ImportPlan } from '#shared/contract/import-methods.ts';
import { importWords } from '#shared/text/import-words.vi.ts';
import type { CommandContext, Handler, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import type { Write } from './books.ts';
import { fittingMappings } from './mapping.ts';
import { sheetViewOf } from './open-sheets.ts';
import { openFile } from './open-workbook.ts';
import { planSteps, type FullPlan, type PlanStep } from './plan.ts';

/** What is in a file, without a look at its rows. */
export const readFile: Handler<'import.read'> = async (task, input) => {
  const file = await openFile(task, input.file);
  return task.read((context) => {
    const sheets = file.sheets(context, input);
    const tables = sheets.flatMap((sheet) => sheet.table ?? []);
    return { format: file.workbook.format, sheets: sheets.map(sheetViewOf), fittingMappings: fittingMappings(context, tables) };
  });
};

/** Lets other calls in between and the caller give up while a plan is made. */
const planWhole = async (task: TaskContext, step: () => IteratorResult<PlanStep, FullPlan>): Promise<FullPlan> => {
  for (;;) {
    const next = step();
    if (next.done === true) return next.value;
    await task.progress({ step: 'plan', ...next.value });
  }
};

export const planFile: Handler<'import.plan'> = async (task, input) => {
  const file = await openFile(task, input.file);
  // Others may write meanwhile: what is carried out is planned anew in one transaction and compared with what was shown.
  const steps = task.read((context) => planSteps(context, file, input, task.ids.recordId, true));
  const { plan } = await planWhole(task, () => task.read(() => steps.next()));
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
  const file = await openFile(task, input.file);
  return task.writeInSteps(async (context) => {
    const steps = planSteps(context, file, input, task.ids.recordId, false);
    const { plan, writes } = await planWhole(task, () => steps.next());
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
