import { findChange, listDecidingChanges, type LoggedChange } from '#db/queries/change-log.ts';
import { findProjected } from '#db/queries/projection.ts';
import { findRecord } from '#db/queries/record.ts';
import { dotText } from '#shared/exchange/dot.ts';
import { isRemovedValue } from '#shared/exchange/heads.ts';
import { removedField, type Dot, type Head } from '#shared/exchange/state.ts';
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

/** Whether the decision is all that stands in the field. */
const isStanding = ({ database }: Pick<QueryContext, 'database'>, change: LoggedChange, field: string): boolean => {
  const heads = findRecord(database, change.kind, change.id)?.state.fields[field] ?? [];
  return heads.length === 1 && heads[0]?.[0] === change.replica && heads[0][1] === change.n;
};

const decidedIn = (context: QueryContext, change: LoggedChange): readonly DecidedConflict[] => {
  const { database, identity } = context;
  const { entry, kind, id } = change;
  const office = { id: identity.officeId, name: identity.officeName };
  const record = findProjected(database, kind, id);
  return Object.entries(entry.fields)
    .filter(([, { replaces }]) => replaces.length > 1)
    .map(([field, { replaces, value }]) => ({
      id: `${kind}/${id}/${field}`,
      kind,
      recordId: id,
      field,
      title: record === undefined ? '' : viewOf(database, record).title,
      about: field === removedField ? 'removal' : 'value',
      authorName: entry.author.name,
      at: entry.at,
      reason: entry.reason,
      standing: isStanding(context, change, field),
      values: [
        valueView(database, { field, head: [change.replica, change.n, value] }, true, office),
        ...replaces
          .flatMap((dot) => headOf(context, dot, field))
          .map((head) => valueView(database, { field, head }, false, office)),
      ],
    }));
};

/** Decisions between several values of own records, newest first. */
export const listDecided: Handler<'conflict.decided'> = (context) =>
  listDecidingChanges(context.database, context.identity.officeId, listedAtMost).flatMap((change) => decidedIn(context, change));

/** Validates, decides, writes: another of the values that the decision replaced. */
export const decideAgain: Handler<'conflict.decideAgain'> = (context, { conflict, take, reason }) => {
  const [kind = '', id = '', field = ''] = conflict.split('/');
  const stored = findRecord(context.database, kind, id);
  const heads = stored?.state.fields[field] ?? [];
  const [head] = heads;
  const decision = heads.length === 1 && head ? findChange(context.database, head[0], head[1])?.entry.fields[field] : undefined;
  if (!stored || decision === undefined || decision.replaces.length < 2) throw failure('conflict-not-found');
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
