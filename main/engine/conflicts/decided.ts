import { findChange, listDecidingChanges, type LoggedChange } from '#db/queries/change-log.ts';
import { findProjected } from '#db/queries/projection.ts';
import { findRecord } from '#db/queries/record.ts';
import { dotText } from '#shared/exchange/dot.ts';
import { canonicalJson } from '#shared/exchange/canonical.ts';
import { isRemovedValue } from '#shared/exchange/heads.ts';
import { removedField, type Dot, type Head, type HeadValue } from '#shared/exchange/state.ts';
import type { DecidedConflict } from '#shared/contract/conflict-methods.ts';
import type { Handler, QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { viewOf } from '#engine/record-view.ts';
import { plainValueOf, valueView } from './list-conflicts.ts';

const listedAtMost = 200;

const headOf = ({ database }: Pick<QueryContext, 'database'>, [replica, n]: Dot, field: string): readonly Head[] => {
  const written = findChange(database, replica, n)?.entry.fields[field];
  return written === undefined ? [] : [[replica, n, written.value]];
};

/** Removals differ in their reasons and are still one answer. */
const answerOf = (field: string, value: HeadValue): string =>
  field === removedField ? String(isRemovedValue(value)) : canonicalJson(value);

type Standing = {
  /** The change that ended the conflict, and the values that it replaced. */
  readonly dot: Dot;
  readonly replaces: readonly Dot[];
  /** What stands in the field: that change, or one that took another of its values later. */
  readonly newest: LoggedChange;
};

const stepsBack = 100;

/**
 * The decision that a field still stands under: all that was written since is one of the values that were to be decided between. Nothing
 * once the field was given another value, or is in conflict again.
 */
const findStanding = (
  { database }: Pick<QueryContext, 'database'>,
  heads: readonly Head[],
  field: string,
): Standing | undefined => {
  const [head, ...more] = heads;
  const newest = head === undefined || more.length > 0 ? undefined : findChange(database, head[0], head[1]);
  const since: string[] = [];
  let change = newest;
  for (let step = 0; step < stepsBack && newest !== undefined; step += 1) {
    const written = change?.entry.fields[field];
    if (change === undefined || written === undefined) return undefined;
    since.push(answerOf(field, written.value));
    const { replaces } = written;
    const [before] = replaces;
    if (replaces.length > 1) {
      const values = replaces.flatMap((dot) => headOf({ database }, dot, field)).map(([, , value]) => value);
      const known = new Set([written.value, ...values].map((value) => answerOf(field, value)));
      return since.every((one) => known.has(one)) ? { dot: [change.replica, change.n], replaces, newest } : undefined;
    }
    change = before === undefined ? undefined : findChange(database, before[0], before[1]);
  }
  return undefined;
};

const decidedIn = (context: QueryContext, change: LoggedChange): readonly DecidedConflict[] => {
  const { database, identity } = context;
  const { entry, kind, id } = change;
  const office = { id: identity.officeId, name: identity.officeName };
  const record = findProjected(database, kind, id);
  const stored = findRecord(database, kind, id);
  return Object.entries(entry.fields)
    .filter(([, { replaces }]) => replaces.length > 1)
    .map(([field, { replaces }]) => {
      const found = findStanding(context, stored?.state.fields[field] ?? [], field);
      const standing = found !== undefined && dotText(found.dot) === dotText([change.replica, change.n]);
      const newest = standing ? found.newest : change;
      return {
        id: `${kind}/${id}/${field}`,
        kind,
        recordId: id,
        field,
        title: record === undefined ? '' : viewOf(database, record).title,
        about: field === removedField ? 'removal' : 'value',
        authorName: newest.entry.author.name,
        at: newest.entry.at,
        reason: newest.entry.reason,
        standing,
        values: [
          ...headOf(context, [newest.replica, newest.n], field).map((head) => valueView(database, { field, head }, true, office)),
          ...replaces
            .flatMap((dot) => headOf(context, dot, field))
            .map((head) => valueView(database, { field, head }, false, office)),
        ],
      };
    });
};

/** Conflicts that were decided, newest first, each as it was decided last. */
export const listDecided: Handler<'conflict.decided'> = (context) =>
  listDecidingChanges(context.database, context.identity.officeId, listedAtMost).flatMap((change) => decidedIn(context, change));

/** Validates, decides, writes: another of the values that the decision replaced. */
export const decideAgain: Handler<'conflict.decideAgain'> = (context, { conflict, take, reason }) => {
  const [kind = '', id = '', field = ''] = conflict.split('/');
  const stored = findRecord(context.database, kind, id);
  const decision = findStanding(context, stored?.state.fields[field] ?? [], field);
  if (!stored || decision === undefined) throw failure('conflict-not-found');
  if (stored.officeId !== context.identity.officeId) throw failure('conflict-not-owned');
  const dot = decision.replaces.find((one) => dotText(one) === take);
  const [chosen] = dot === undefined ? [] : headOf(context, dot, field);
  if (chosen === undefined) throw failure('conflict-changed');
  const [, , value] = chosen;
  const removed = isRemovedValue(value);
  const written =
    field === removedField
      ? context.records.decideRemoval({ kind, id, keep: removed, reason })
      : context.records.decide({ kind, id, field, value, reason });
  return { conflict, dot: dotText(written), value: plainValueOf(value), removed };
};
