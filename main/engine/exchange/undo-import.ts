import { setChangesAside } from '#db/queries/change-log.ts';
import { contextOf, forgetContext } from '#db/queries/context.ts';
import { writeAuditEntry } from '#db/queries/audit.ts';
import { findImport, findImportBytes, listImports, markImportsUndone, type ImportRow } from '#db/queries/package.ts';
import { removeRecordsOf } from '#db/queries/record.ts';
import type { CommandContext, Handler, QueryContext, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { currentTrustList } from '#engine/trust.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { reachFinder } from '#shared/exchange/join.ts';
import { findResting } from '#shared/exchange/resting.ts';
import { revocationFinder } from '#shared/exchange/revocation.ts';
import { findTrustedOffice } from '#shared/exchange/trust-list.ts';
import { applyJoin, type IsRevoked } from './apply-join.ts';
import { sideOf, stateHashOf } from './office-state.ts';
import { openPayload } from './open-container.ts';
import { storedArchive, storedEnvelope } from './package-sequence.ts';
import { readOfficeContent } from './payload.ts';
import { listDecisionsOn, statesOf, vanishedSince } from './resting.ts';
import { identitiesOf } from './trust-in-force.ts';

type Shown = OutputOf<'imports.previewUndo'>;

/** The import and what rests on it. Fails with `import-not-found`, `import-undone`, `import-own-office`. */
const findUndone = ({ database, identity }: QueryContext, importId: string): readonly ImportRow[] => {
  const chosen = findImport(database, importId);
  if (!chosen) throw failure('import-not-found');
  if (chosen.undoneAt !== null) throw failure('import-undone');
  if (chosen.officeId === identity.officeId) throw failure('import-own-office');
  return findResting(
    [...listImports(database, chosen.officeId)].reverse(),
    chosen,
    (one) => storedEnvelope(database, one.packageId).context,
  );
};

/** Joins one stored package again as it was joined then: what a person left out stays out. */
const joinAgain = async (context: CommandContext, row: ImportRow, isRevoked: IsRevoked): Promise<void> => {
  const { database, identity } = context;
  const envelope = storedEnvelope(database, row.packageId);
  const { payload } = storedArchive(findImportBytes(database, row.packageId));
  const content = readOfficeContent(await openPayload({ envelope, payload }, identitiesOf(context)), envelope);
  applyJoin(database, envelope, content, {
    officeId: row.officeId,
    ownReplica: identity.replica,
    leaveOut: row.leaveOut,
    whole: true,
    isRevoked,
  });
};

/** Makes the office's records here the join of all its other packages in force, in the order in which they were taken in. */
const takeBack = async (task: TaskContext, context: CommandContext, undone: readonly ImportRow[]): Promise<void> => {
  const { database } = context;
  const [{ officeId }] = undone as readonly [ImportRow];
  const gone = new Set(undone.map(({ id }) => id));
  const remaining = [...listImports(database, officeId)].reverse().filter(({ id }) => !gone.has(id));
  // What stood in the books before a revocation stands there again; what was left out then stays out.
  const stood = reachFinder(sideOf(database, officeId, context.identity.replica));
  const revocation = revocationFinder(currentTrustList(database), officeId);
  const isRevoked: IsRevoked = (head, { kind, id, field }) =>
    revocation(head) && (stood(kind, id, field)[head[0]] ?? 0) < head[1];
  removeRecordsOf(database, officeId);
  forgetContext(database, officeId);
  for (const [index, row] of remaining.entries()) {
    await task.progress({ step: 'undo', done: index, total: remaining.length });
    await joinAgain(context, row, isRevoked);
  }
  setChangesAside(database, officeId, contextOf(database, officeId));
};

const describe = (context: QueryContext, undone: readonly ImportRow[]): Shown['imports'] => {
  const list = currentTrustList(context.database);
  return undone.map(({ id, officeId, seq, appliedAt }) => ({
    id,
    office: officeId,
    officeName: (list && findTrustedOffice(list, officeId)?.name) ?? '',
    seq,
    appliedAt,
  }));
};

/** Takes back inside the running transaction and says what that did. */
const undo = async (task: TaskContext, context: CommandContext, importId: string): Promise<Shown> => {
  const { database } = context;
  const undone = findUndone(context, importId);
  const [{ officeId }] = undone as readonly [ImportRow];
  const before = statesOf(database, officeId);
  const decisions = listDecisionsOn(context, officeId);
  await takeBack(task, context, undone);
  const { removed, changed } = vanishedSince(before, statesOf(database, officeId));
  return {
    imports: describe(context, undone),
    counts: { removed: removed.size, changed: changed.size },
    decisions: decisions
      .filter(({ restsOn }) => restsOn.some((key) => removed.has(key) || changed.has(key)))
      .map(({ kind, id, title }) => ({ kind, id, title })),
    stateHash: stateHashOf(database, officeId),
  };
};

/** Carries the answer of a rehearsal out of the transaction that it takes back. */
class Rehearsed extends Error {
  readonly shown: Shown;
  constructor(shown: Shown) {
    super('rehearsed');
    this.shown = shown;
  }
}

/** Runs the undo and takes it back, so that what is shown is what would happen. */
export const previewUndo: Handler<'imports.previewUndo'> = async (task, { importId }) => {
  try {
    return await task.writeInSteps(async (context) => {
      throw new Rehearsed(await undo(task, context, importId));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.shown;
    throw error;
  }
};

/** Takes an import back, and what rests on it, in one transaction after a safety copy. Own decisions stay and rest until it is back. */
export const undoImport: Handler<'imports.undo'> = async (task, { importId, reason, expected }) => {
  task.read((context) => findUndone(context, importId));
  task.safetyCopy('import');
  return task.writeInSteps(async (context) => {
    const shown = await undo(task, context, importId);
    const ids = shown.imports.map(({ id }) => id);
    if (expected && (expected.stateHash !== shown.stateHash || expected.imports.join() !== ids.join()))
      throw failure('preview-outdated');
    const at = context.clock.now().toISOString();
    markImportsUndone(context.database, ids, { at, by: context.actor.id, reason: reason ?? null });
    for (const id of ids)
      writeAuditEntry(context.database, {
        at,
        userId: context.actor.id,
        action: 'import-undone',
        subject: `import/${id}`,
        reason: reason ?? null,
      });
    return shown;
  });
};
