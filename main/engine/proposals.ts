import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import { listProposals, writeProposal, type Proposal } from '#db/queries/proposal.ts';
import { findRecord } from '#db/queries/record.ts';
import { findNewestReceipt } from '#db/queries/receipt.ts';
import { compareHeads, removalOf } from '#shared/exchange/heads.ts';
import { proposalAnswerKind, readProposals, type WireProposal } from '#shared/exchange/proposal.ts';
import { removedField, type Dot, type Head, type RecordState } from '#shared/exchange/state.ts';

export type ProposalState = 'open' | 'accepted' | 'refused' | 'outdated' | 'withdrawn';

/** What a proposal about a field rests on: the field's heads; for a removal every head of the record. */
export const seenHeads = (state: RecordState, field: string): readonly Dot[] => {
  const heads: readonly Head[] = field === removedField ? Object.values(state.fields).flat() : (state.fields[field] ?? []);
  const dots = new Map([...heads].sort(compareHeads).map(([replica, n]) => [`${replica} ${n}`, [replica, n] as const]));
  return [...dots.values()];
};

const isSameDots = (a: readonly Dot[], b: readonly Dot[]): boolean =>
  a.length === b.length && a.every(([replica, n], index) => b[index]?.[0] === replica && b[index][1] === n);

/** How the owning office has answered; where its PCs answered differently and one took the value over, it is accepted. */
const answerOf = (database: ReadableDatabase, proposal: Proposal): 'accepted' | 'refused' | undefined => {
  const stored = findRecord(database, proposalAnswerKind, proposal.id);
  if (!stored || stored.officeId !== proposal.officeId || removalOf(stored.state)) return undefined;
  const answers = (stored.state.fields.answer ?? []).map((head) => head[2]);
  if (answers.includes('accepted')) return 'accepted';
  return answers.includes('refused') ? 'refused' : undefined;
};

/** Whether the field has changed since it was proposed. */
export const isOutdated = (database: ReadableDatabase, { kind, recordId, field, heads }: Proposal): boolean => {
  const stored = findRecord(database, kind, recordId);
  if (!stored || (field !== removedField && removalOf(stored.state))) return true;
  return !isSameDots(seenHeads(stored.state, field), heads);
};

/** Where a proposal stands: answered, taken back, overtaken by a change of the field, or waiting. */
export const proposalState = (database: ReadableDatabase, proposal: Proposal): ProposalState => {
  const answer = answerOf(database, proposal);
  if (answer) return answer;
  const newest = proposal.receiptNumber === null ? undefined : findNewestReceipt(database)?.number;
  if (proposal.withdrawnAt !== null || (newest !== undefined && newest > (proposal.receiptNumber ?? 0))) return 'withdrawn';
  return isOutdated(database, proposal) ? 'outdated' : 'open';
};

/** What the next receipt for an office repeats: everything not answered and not taken back, by id. */
export const unansweredProposals = (database: ReadableDatabase, officeId: string): readonly WireProposal[] =>
  listProposals(database, officeId)
    .filter((one) => ['open', 'outdated'].includes(proposalState(database, one)))
    .map(({ id, kind, recordId, field, heads, value, reason, authorName, proposedAt }) => ({
      id,
      kind,
      recordId,
      field,
      heads: heads.map(([replica, n]): [string, number] => [replica, n]),
      value: value as WireProposal['value'],
      reason,
      author: authorName,
      at: proposedAt,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** Stores what a receipt for this office proposes. */
export const takeInProposals = (
  database: WritableDatabase,
  officeId: string,
  number: number,
  listed: readonly unknown[],
): void => {
  for (const { author, at, heads, ...one } of readProposals(listed))
    writeProposal(database, {
      id: one.id,
      officeId,
      kind: one.kind,
      recordId: one.recordId,
      field: one.field,
      heads: heads.map(([replica, n]) => [replica, n] as const),
      value: one.value,
      reason: one.reason,
      authorName: author,
      proposedAt: at,
      receiptNumber: number,
      withdrawnAt: null,
    });
};
