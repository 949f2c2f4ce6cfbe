import { findChange } from '#db/queries/change-log.ts';
import { findProposal, type Proposal } from '#db/queries/proposal.ts';
import { findRecord } from '#db/queries/record.ts';
import type { FieldValue } from '#shared/domain/field.ts';
import { isRemovedValue, removalOf, winningHead, winningValues } from '#shared/exchange/heads.ts';
import { proposalAnswerKind } from '#shared/exchange/proposal.ts';
import { removedField, type Head } from '#shared/exchange/state.ts';
import { acceptedReason, takenBackReason } from '#shared/text/proposal-words.vi.ts';
import type { CommandContext, Handler } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { readFieldValue } from '#engine/field-value.ts';
import { isOutdated, proposalState } from '#engine/proposals.ts';

/** A proposal that this office may still answer. */
const getAnswerable = (
  { database, identity }: CommandContext,
  id: string,
  { mayBeOutdated, instead }: { readonly mayBeOutdated: boolean; readonly instead: 'accepted' | 'refused' | undefined },
): Proposal => {
  const proposal = findProposal(database, id);
  if (!proposal) throw failure('proposal-not-found');
  if (proposal.officeId !== identity.officeId) throw failure('record-not-owned', { kind: proposal.kind });
  const state = proposalState(database, proposal);
  if (state === 'outdated' && !mayBeOutdated) throw failure('proposal-outdated');
  if (state !== 'open' && state !== 'outdated' && state !== instead) throw failure('proposal-answered');
  return proposal;
};

/** The answer is a record of the office: it travels in its next package. */
const writeAnswer = (context: CommandContext, { id }: Proposal, answer: 'accepted' | 'refused', reason: string | undefined) => {
  context.records.write({ kind: proposalAnswerKind, id, values: { answer, reason: reason ?? null }, reason });
  return { id, state: answer };
};

const takeValueOver = (context: CommandContext, { kind, recordId: id, field, value, reason: why }: Proposal): void => {
  const stored = findRecord(context.database, kind, id);
  if (!stored) throw failure('record-not-found', { kind });
  const reason = acceptedReason(why);
  if (field === removedField) {
    context.records.decideRemoval({ kind, id, keep: value === true, reason });
    return;
  }
  if (removalOf(stored.state)) throw failure('record-removed', { kind });
  const before = winningValues(stored.state);
  const read: FieldValue = readFieldValue(context, { kind, field, officeId: stored.officeId }, value, before);
  context.records.decide({ kind, id, field, value: read, reason });
};

/** Validates, decides, writes: the value with the province's reason, then the answer; both or neither. */
export const acceptProposal: Handler<'proposal.accept'> = (context, { id, reason, again }) => {
  const proposal = getAnswerable(context, id, { mayBeOutdated: false, instead: again ? 'refused' : undefined });
  if (isOutdated(context.database, proposal)) throw failure('proposal-outdated');
  takeValueOver(context, proposal);
  return writeAnswer(context, proposal, 'accepted', reason);
};

/** The value that stood in the field before it was taken over; nothing where somebody has changed it since. */
const putBack = (context: CommandContext, { kind, recordId: id, field, reason: why }: Proposal, reason: string): void => {
  const heads = findRecord(context.database, kind, id)?.state.fields[field] ?? [];
  const [head] = heads;
  const taken = head && findChange(context.database, head[0], head[1])?.entry;
  if (heads.length !== 1 || !head || taken?.reason !== acceptedReason(why)) return;
  const before = (taken.fields[field]?.replaces ?? []).flatMap(([replica, n]): readonly Head[] => {
    const written = findChange(context.database, replica, n)?.entry.fields[field];
    return written === undefined ? [] : [[replica, n, written.value]];
  });
  const value = winningHead(before)?.[2] ?? null;
  if (field === removedField) context.records.decideRemoval({ kind, id, keep: isRemovedValue(value), reason });
  else context.records.decide({ kind, id, field, value, reason });
};

/** Refusing what was accepted before also puts the value back that the acceptance replaced. */
export const refuseProposal: Handler<'proposal.refuse'> = (context, { id, reason, again }) => {
  const proposal = getAnswerable(context, id, { mayBeOutdated: true, instead: again ? 'accepted' : undefined });
  if (proposalState(context.database, proposal) === 'accepted') putBack(context, proposal, reason ?? takenBackReason);
  return writeAnswer(context, proposal, 'refused', reason);
};
