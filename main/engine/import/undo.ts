import { findProjected } from '#db/queries/projection.ts';
import { findRecord } from '#db/queries/record.ts';
import {
  findLogEntry,
  findSpreadsheetImport,
  listImportedChanges,
  listReferences,
  markImportUndone,
  type ImportedChange,
} from '#db/queries/spreadsheet-import.ts';
import type { ReadableDatabase } from '#db/open.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { KeptRecord } from '#shared/contract/import-methods.ts';
import type { FieldValue } from '#shared/domain/field.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { removalOf, winningHead } from '#shared/exchange/heads.ts';
import type { Head, RecordState } from '#shared/exchange/state.ts';
import { importWords } from '#shared/text/import-words.vi.ts';
import type { CommandContext, Handler, QueryContext, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';

type Back =
  | { readonly do: 'remove'; readonly kind: string; readonly id: string }
  | { readonly do: 'restore'; readonly kind: string; readonly id: string; readonly values: Readonly<Record<string, FieldValue>> };

/** What taking an import back means for the books as they are. */
type UndoPlan = { readonly backs: readonly Back[]; readonly kept: readonly KeptRecord[] };

type Undo = {
  readonly database: ReadableDatabase;
  /** Dots of the import, `replica n`. */
  readonly own: ReadonlySet<string>;
  /** `kind id` of records to which others point that stay. */
  readonly used: Set<string>;
  readonly kept: KeptRecord[];
  readonly backs: Back[];
};

/** Records between two looks at whether the caller gave up. */
const batch = 100;

const dotOf = (replica: string, n: number): string => `${replica} ${n}`;

const keep = (undo: Undo, change: ImportedChange, reason: KeptRecord['reason'], fields: readonly string[]): void => {
  const title = findProjected(undo.database, change.kind, change.recordId)?.title ?? '';
  const known = undo.kept.find((one) => one.kind === change.kind && one.id === change.recordId);
  if (known) known.fields.push(...fields.filter((field) => !known.fields.includes(field)));
  else undo.kept.push({ kind: change.kind, id: change.recordId, title, reason, fields: [...fields] });
};

/** A record that stays keeps what it points to. */
const keepTargets = (undo: Undo, state: RecordState): void => {
  for (const [name, field] of Object.entries(findKind(state.kind)?.fields ?? {})) {
    const value = winningHead(state.fields[name] ?? [])?.[2];
    if (field.to === undefined || value == null) continue;
    for (const id of Array.isArray(value) ? (value as readonly string[]) : [value as string]) undo.used.add(`${field.to} ${id}`);
  }
};

const foreignFields = (undo: Undo, state: RecordState): readonly string[] =>
  Object.entries(state.fields)
    .filter(([, heads]) => heads.some((head) => !undo.own.has(dotOf(head[0], head[1]))))
    .map(([name]) => name);

const removeAdded = (undo: Undo, change: ImportedChange, state: RecordState): void => {
  const changed = foreignFields(undo, state);
  if (changed.length === 0 && !undo.used.has(`${change.kind} ${change.recordId}`)) {
    undo.backs.push({ do: 'remove', kind: change.kind, id: change.recordId });
    return;
  }
  keepTargets(undo, state);
  keep(undo, change, changed.length > 0 ? 'changed-later' : 'used-later', changed);
};

/** The value that stood in a field before a change: the winner among the heads which the change replaced. */
const valueBefore = (undo: Undo, name: string, replaces: readonly (readonly [replica: string, n: number])[]): FieldValue => {
  const heads = replaces.flatMap(([replica, n]): readonly Head[] => {
    const field = findLogEntry(undo.database, replica, n)?.fields[name];
    return field === undefined ? [] : [[replica, n, field.value]];
  });
  return (winningHead(heads)?.[2] ?? null) as FieldValue;
};

/** Fields that an import wrote to one record, with the value that stood there before its first change. */
const fieldsBefore = (undo: Undo, changes: readonly ImportedChange[]): ReadonlyMap<string, FieldValue> => {
  const before = new Map<string, FieldValue>();
  for (const change of changes)
    for (const [name, field] of Object.entries(findLogEntry(undo.database, change.replica, change.n)?.fields ?? {}))
      if (!before.has(name)) before.set(name, valueBefore(undo, name, field.replaces));
  return before;
};

const restoreChanged = (undo: Undo, changes: readonly ImportedChange[], state: RecordState): void => {
  const [first] = changes;
  if (first === undefined) return;
  const foreign = new Set(foreignFields(undo, state));
  const before = [...fieldsBefore(undo, changes)];
  const values = Object.fromEntries(before.filter(([name]) => !foreign.has(name)));
  const later = before.map(([name]) => name).filter((name) => foreign.has(name));
  if (Object.keys(values).length > 0) undo.backs.push({ do: 'restore', kind: first.kind, id: first.recordId, values });
  if (later.length > 0) keep(undo, first, 'changed-later', later);
};

const undoRecord = (undo: Undo, changes: readonly ImportedChange[]): void => {
  const [first] = changes;
  const stored = first && findRecord(undo.database, first.kind, first.recordId);
  if (first === undefined || stored === undefined) return;
  if (removalOf(stored.state)) keep(undo, first, 'removed-later', []);
  else if (first.isNew) removeAdded(undo, first, stored.state);
  else restoreChanged(undo, changes, stored.state);
};

/** Changes by record, in the order of each record's first change. */
const byRecord = (changes: readonly ImportedChange[]): readonly (readonly ImportedChange[])[] => {
  const records = new Map<string, ImportedChange[]>();
  for (const change of changes) {
    const key = `${change.kind} ${change.recordId}`;
    const list = records.get(key);
    if (list) list.push(change);
    else records.set(key, [change]);
  }
  return [...records.values()];
};

const start = (database: ReadableDatabase, changes: readonly ImportedChange[]): Undo => {
  const added = new Set(changes.filter((change) => change.isNew).map((change) => `${change.kind} ${change.recordId}`));
  const used = listReferences(database)
    .filter((reference) => !added.has(`${reference.kind} ${reference.id}`))
    .map((reference) => `${reference.targetKind} ${reference.targetId}`);
  return {
    database,
    own: new Set(changes.map((change) => dotOf(change.replica, change.n))),
    used: new Set(used),
    kept: [],
    backs: [],
  };
};

type Step = { readonly done: number; readonly total: number };

/** Decides what becomes of each record of an import, its last one first; writes nothing. */
function* planUndo({ database }: Pick<QueryContext, 'database'>, importId: string): Generator<Step, UndoPlan> {
  const found = findSpreadsheetImport(database, importId);
  if (!found) throw failure('import-not-found');
  if (found.undoneAt !== null) throw failure('import-undone');
  const changes = listImportedChanges(database, importId);
  const records = byRecord(changes).toReversed();
  const undo = start(database, changes);
  for (const [index, record] of records.entries()) {
    if (index % batch === 0) yield { done: index, total: records.length };
    undoRecord(undo, record);
  }
  return undo;
}

const planWhole = async (task: TaskContext, next: () => IteratorResult<Step, UndoPlan>): Promise<UndoPlan> => {
  for (;;) {
    const step = next();
    if (step.done === true) return step.value;
    await task.progress({ step: 'plan', ...step.value });
  }
};

const countsOf = ({ backs, kept }: UndoPlan): OutputOf<'import.undo'> => ({
  removed: backs.filter((back) => back.do === 'remove').length,
  restored: backs.filter((back) => back.do === 'restore').length,
  kept: [...kept],
});

const takeBack = ({ records }: CommandContext, back: Back): void => {
  const reason = importWords.undoReason;
  if (back.do === 'remove') records.remove({ kind: back.kind, id: back.id, reason });
  else records.write({ kind: back.kind, id: back.id, values: back.values, reason });
};

/** What taking an import back would do; writes nothing, others go on meanwhile. */
export const previewUndo: Handler<'import.previewUndo'> = async (task, { importId }) => {
  const steps = task.read((context) => planUndo(context, importId));
  return countsOf(await planWhole(task, () => task.read(() => steps.next())));
};

/** Takes back an import, its last record first, in one transaction. */
export const undoImport: Handler<'import.undo'> = (task, { importId }) =>
  task.writeInSteps(async (context) => {
    const steps = planUndo(context, importId);
    const plan = await planWhole(task, () => steps.next());
    for (const [index, back] of plan.backs.entries()) {
      if (index % batch === 0) await task.progress({ step: 'undo', done: index, total: plan.backs.length });
      takeBack(context, back);
    }
    markImportUndone(context.database, importId, context.clock.now().toISOString());
    return countsOf(plan);
  });
