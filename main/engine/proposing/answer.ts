import { findProposal, type Proposal } from '#db/queries/proposal.ts';
import { findRecord } from '#db/queries/record.ts';
import type { FieldValue } from '#shared/domain/field.ts';
import { removalOf, winningValues } from '#shared/exchange/heads.ts';
import { proposalAnswerKind } from '#shared/exchange/proposal.ts';
import { removedField } from '#shared/exchange/state.ts';
import { acceptedReason } from '#shared/text/proposal-words.vi.ts';
import type { CommandContext, Handler } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { readFieldValue } from '#engine/field-value.ts';
import { proposalState } from '#engine/proposals.ts';

/** A proposal that this office may still answer. */
const getAnswerable = ({ database, identity }: CommandContext, id: string, mayBeOutdated: boolean): Proposal => {
  const proposal = findProposal(database, id);
  if (!proposal) throw failure('proposal-not-found');
  if (proposal.officeId !== identity.officeId) throw failure('record-not-owned', { kind: proposal.kind });
  const state = proposalState(database, proposal);
  if (state === 'outdated' && !mayBeOutdated) throw failure('proposal-outdated');
  if (state !== 'open' && state !== 'outdated') throw failure('proposal-answered');
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
export const acceptProposal: Handler<'proposal.accept'> = (context, { id, reason }) => {
  const proposal = getAnswerable(context, id, false);
  takeValueOver(context, proposal);
  return writeAnswer(context, proposal, 'accepted', reason);
};

export const refuseProposal: Handler<'proposal.refuse'> = (context, { id, reason }) =>
  writeAnswer(context, getAnswerable(context, id, true), 'refused', reason);
