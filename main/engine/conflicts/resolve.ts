import { findRecord } from '#db/queries/record.ts';
import { dotText } from '#shared/exchange/dot.ts';
import { conflictFieldsOf, isRemovedValue, winningValues } from '#shared/exchange/heads.ts';
import { removedField, type Dot, type HeadValue, type RecordState } from '#shared/exchange/state.ts';
import type { CommandContext, Handler } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { readFieldValue } from '#engine/field-value.ts';
import { choicesOf, plainValueOf, type Choice } from './list-conflicts.ts';

type Input = Parameters<Handler<'conflict.resolve'>>[1];
type Waiting = {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly officeId: string;
  readonly state: RecordState;
};

const findWaiting = ({ database, identity }: CommandContext, conflict: string): Waiting => {
  const [kind = '', id = '', field = ''] = conflict.split('/');
  const stored = findRecord(database, kind, id);
  if (!stored || !conflictFieldsOf(stored.state).includes(field)) throw failure('conflict-not-found');
  if (stored.officeId !== identity.officeId) throw failure('conflict-not-owned');
  return { kind, id, field, ...stored };
};

const chosen = ({ state, field }: Waiting, take: string): Choice => {
  const found = choicesOf(state, field).find(({ head }) => dotText(head) === take);
  if (!found) throw failure('conflict-changed');
  return found;
};

/** A removal stays where it was taken itself; taking an edit beside it, or a restoration, brings the record back. */
const isRemovalKept = (waiting: Waiting, { take, value }: Input): boolean => {
  if (take !== undefined) {
    const { field, head } = chosen(waiting, take);
    return field === removedField && isRemovedValue(head[2]);
  }
  if (value !== true && value !== null) throw failure('usage-wrong', { reason: 'removed: true | null' });
  return value === true;
};

const valueOf = (context: CommandContext, waiting: Waiting, { take, value }: Input): HeadValue =>
  take === undefined ? readFieldValue(context, waiting, value, winningValues(waiting.state)) : chosen(waiting, take).head[2];

/** Validates, decides, writes: one change that replaces every head of the conflict. */
export const resolveConflict: Handler<'conflict.resolve'> = (context, input) => {
  if ((input.take === undefined) === (input.value === undefined)) throw failure('usage-wrong', { reason: 'take, value' });
  const waiting = findWaiting(context, input.conflict);
  const { kind, id, field } = waiting;
  const { reason } = input;
  const answer = (dot: Dot, value: HeadValue, removed: boolean) => ({
    conflict: input.conflict,
    dot: dotText(dot),
    value: plainValueOf(value),
    removed,
  });
  if (field === removedField) {
    const keep = isRemovalKept(waiting, input);
    const dot = context.records.decideRemoval({ kind, id, keep, reason });
    return answer(dot, keep ? { reason, saw: [] } : null, keep);
  }
  const value = valueOf(context, waiting, input);
  return answer(context.records.decide({ kind, id, field, value, reason }), value, false);
};
