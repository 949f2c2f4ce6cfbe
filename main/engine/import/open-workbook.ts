import { readFileSync, statSync } from 'node:fs';
import type { ImportInput } from '#shared/contract/import-methods.ts';
import { communeIdsOf } from '#engine/communes.ts';
import type { QueryContext, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { readWorkbook, type Workbook } from '#engine/workbook.ts';
import { mappingOf } from './mapping.ts';
import { openSheets, type OpenSheet } from './open-sheets.ts';

/** Largest file that is read at all: what the workbook's reader allows. */
const fileLimit = 40_000_000;

type Kept = {
  readonly file: string;
  /** Size and time of the file when it was read. */
  readonly stamp: string;
  readonly workbook: Workbook;
  sheets: { readonly asked: string; readonly open: readonly OpenSheet[] } | null;
};

/** The file worked with last, as long as the workspace stays open: every answer of a person asks for it again. */
const kept = new WeakMap<object, Kept>();

const keptOf = (task: TaskContext, file: string, stamp: string): Kept | undefined => {
  const open = task.host.current();
  const last = open === null ? undefined : kept.get(open.storage);
  return last?.file === file && last.stamp === stamp ? last : undefined;
};

/** A spreadsheet as read from the disk, and the way to its sheets as they are understood for some input. */
export type OpenFile = {
  readonly workbook: Workbook;
  /** Fails with `spreadsheet-sheet-missing`, `mapping-not-found`. */
  readonly sheets: (context: QueryContext, input: ImportInput) => readonly OpenSheet[];
};

const understand = (last: Kept, context: QueryContext, input: ImportInput): readonly OpenSheet[] => {
  const mapping = mappingOf(context, input);
  const { sheet, kind, communeId, encoding, sheets } = input;
  const asked = JSON.stringify([sheet, kind, communeId, encoding, sheets, mapping, context.identity.unitId]);
  if (last.sheets?.asked !== asked)
    last.sheets = { asked, open: openSheets(last.workbook, input, mapping, communeIdsOf(context, context.identity.unitId)) };
  return last.sheets.open;
};

/** Reads a spreadsheet from the disk. Fails with `file-missing`, `no-permission` or a code of `readWorkbook`. */
export const openFile = async (task: TaskContext, file: string): Promise<OpenFile> => {
  await task.progress({ step: 'read', done: 0, total: 1 });
  const entry = statSync(file);
  if (!entry.isFile()) throw failure('file-missing');
  if (entry.size > fileLimit) throw failure('spreadsheet-too-large');
  const stamp = `${entry.size} ${entry.mtimeMs} ${entry.ino}`;
  const last = keptOf(task, file, stamp) ?? { file, stamp, workbook: readWorkbook(readFileSync(file)), sheets: null };
  const open = task.host.current();
  if (open !== null) kept.set(open.storage, last);
  await task.progress({ step: 'read', done: 1, total: 1 });
  return { workbook: last.workbook, sheets: (context, input) => understand(last, context, input) };
};
