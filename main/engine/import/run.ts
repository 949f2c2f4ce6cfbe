import type { ImportInput } from '#shared/contract/import-methods.ts';
import type { Handler, QueryContext, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { communeIdsOf } from '#engine/communes.ts';
import type { Workbook } from '#engine/workbook.ts';
import { importWords } from '#shared/text/import-words.vi.ts';
import { mappingOf } from './mapping.ts';
import { openSheets, openWorkbook, sheetViewOf } from './open-sheets.ts';
import { planSteps, type FullPlan } from './plan.ts';
import { runAll } from './run-all.ts';

/** What is in a file, without a look at its rows. */
export const readFile: Handler<'import.read'> = async (task, input) => {
  await task.progress({ step: 'read', done: 0, total: 1 });
  const workbook = openWorkbook(input.file);
  return task.read((context) => ({
    format: workbook.format,
    sheets: openSheets(workbook, input, mappingOf(context, input), communeIdsOf(context, context.identity.unitId)).map(
      sheetViewOf,
    ),
  }));
};

const planWhole = (context: QueryContext, workbook: Workbook, input: ImportInput, task: TaskContext, dry: boolean): FullPlan =>
  runAll(planSteps(context, workbook, input, task.ids.recordId, dry));

const open = async (task: TaskContext, file: string): Promise<Workbook> => {
  await task.progress({ step: 'read', done: 0, total: 3 });
  const workbook = openWorkbook(file);
  await task.progress({ step: 'plan', done: 1, total: 3 });
  return workbook;
};

export const planFile: Handler<'import.plan'> = async (task, input) => {
  const workbook = await open(task, input.file);
  return task.read((context) => planWhole(context, workbook, input, task, true).plan);
};

export const runFile: Handler<'import.run'> = async (task, { planHash, ...input }) => {
  const workbook = await open(task, input.file);
  return task.write((context) => {
    const { plan, writes } = planWhole(context, workbook, input, task, false);
    if (planHash !== undefined && planHash !== plan.planHash) throw failure('preview-outdated');
    for (const { kind, id, values } of writes) context.records.write({ kind, id, values, reason: importWords.reason });
    return { ...plan, importId: null };
  });
};
