import { findProposal, withdrawProposal, writeProposal } from '#db/queries/proposal.ts';
import { findRecord, type StoredRecord } from '#db/queries/record.ts';
import { membershipFieldNames } from '#shared/domain/kinds.ts';
import { conflictFieldsOf, isSameValue, removalOf, winningHead, winningValues } from '#shared/exchange/heads.ts';
import { removedField, type HeadValue } from '#shared/exchange/state.ts';
import type { CommandContext, Handler } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { readFieldValue } from '#engine/field-value.ts';
import { proposalState, seenHeads } from '#engine/proposals.ts';
import { currentTrustList } from '#engine/trust.ts';
import { findTrustedOffice } from '#shared/exchange/trust-list.ts';

type Target = { readonly kind: string; readonly id: string; readonly stored: StoredRecord };

const getStored = ({ database }: CommandContext, kind: string, id: string): Target => {
  const stored = findRecord(database, kind, id);
  if (!stored) throw failure('record-not-found', { kind });
  return { kind, id, stored };
};

/** A mediator is person and membership: the field tells which of the two is meant. */
const findTarget = (context: CommandContext, kind: string, id: string, field: string): Target => {
  if (kind !== 'mediator') return getStored(context, kind, id);
  const membership = getStored(context, 'membership', id);
  if (field === removedField || membershipFieldNames.includes(field)) return membership;
  return getStored(context, 'person', String(winningValues(membership.stored.state).personId ?? ''));
};

const removalValue = ({ stored }: Target, value: unknown): HeadValue => {
  if (value !== true && value !== null) throw failure('usage-wrong', { reason: 'removed: true | null' });
  const isRemoved = removalOf(stored.state) !== undefined;
  const isConflict = conflictFieldsOf(stored.state).includes(removedField);
  if (!isConflict && isRemoved === (value === true)) throw failure('proposal-no-change');
  return value;
};

const plainValue = (context: CommandContext, { kind, stored }: Target, field: string, typed: unknown): HeadValue => {
  if (removalOf(stored.state)) throw failure('record-removed', { kind });
  const before = winningValues(stored.state);
  const value = readFieldValue(context, { kind, field, officeId: stored.officeId }, typed, before);
  const heads = stored.state.fields[field] ?? [];
  const isConflict = conflictFieldsOf(stored.state).includes(field);
  if (!isConflict && isSameValue(winningHead(heads)?.[2] ?? null, value)) throw failure('proposal-no-change');
  return value;
};

/** Validates, decides, writes: nothing in the record changes; the next receipts carry the proposal. */
export const makeProposal: Handler<'proposal.make'> = (context, { kind, id, field, value: typed, reason }) => {
  const { database, identity, actor, clock, ids } = context;
  if (identity.tier !== 'province') throw failure('wrong-tier');
  const target = findTarget(context, kind, id, field);
  const { officeId, state } = target.stored;
  if (officeId === identity.officeId) throw failure('proposal-own-record');
  const list = currentTrustList(database);
  if (!list || !findTrustedOffice(list, officeId)) throw failure('office-not-found', { office: officeId });
  const value = field === removedField ? removalValue(target, typed) : plainValue(context, target, field, typed);
  const proposal = { id: ids.recordId(), kind: target.kind, recordId: target.id, field, value };
  writeProposal(database, {
    ...proposal,
    officeId,
    heads: seenHeads(state, field),
    reason,
    authorName: actor.name,
    proposedAt: clock.now().toISOString(),
    receiptNumber: null,
    withdrawnAt: null,
  });
  return { ...proposal, office: officeId };
};

/** The next receipts no longer list it, so that the office sees it as taken back. */
export const takeBackProposal: Handler<'proposal.withdraw'> = ({ database, identity, clock }, { id }) => {
  if (identity.tier !== 'province') throw failure('wrong-tier');
  const proposal = findProposal(database, id);
  if (!proposal) throw failure('proposal-not-found');
  if (!['open', 'outdated'].includes(proposalState(database, proposal))) throw failure('proposal-answered');
  withdrawProposal(database, id, clock.now().toISOString());
  return { id };
};
