import { findChange } from '#db/queries/change-log.ts';
import { findProjected } from '#db/queries/projection.ts';
import { listProposals, type Proposal } from '#db/queries/proposal.ts';
import { findRecord } from '#db/queries/record.ts';
import type { ProposalView } from '#shared/contract/proposal-methods.ts';
import { removalOf, winningHead, winningValues } from '#shared/exchange/heads.ts';
import { proposalAnswerKind } from '#shared/exchange/proposal.ts';
import { removedField } from '#shared/exchange/state.ts';
import type { Handler, QueryContext } from '#engine/context.ts';
import { officeNamer } from '#engine/office-name.ts';
import { proposalState } from '#engine/proposals.ts';
import { viewOf } from '#engine/record-view.ts';

const answerView = ({ database }: QueryContext, id: string): ProposalView['answer'] => {
  const stored = findRecord(database, proposalAnswerKind, id);
  const head = stored && winningHead(stored.state.fields.answer ?? []);
  if (!head) return null;
  const { reason } = winningValues(stored.state);
  const entry = findChange(database, head[0], head[1])?.entry;
  return {
    reason: typeof reason === 'string' ? reason : null,
    authorName: entry?.author.name ?? null,
    at: entry?.at ?? null,
  };
};

const currentValue = ({ database }: QueryContext, { kind, recordId, field }: Proposal): unknown => {
  const stored = findRecord(database, kind, recordId);
  if (!stored) return null;
  if (field === removedField) return removalOf(stored.state) ? true : null;
  return winningValues(stored.state)[field] ?? null;
};

const viewOfProposal = (context: QueryContext, proposal: Proposal, officeName: string): ProposalView => {
  const { database, identity } = context;
  const record = findProjected(database, proposal.kind, proposal.recordId);
  const state = proposalState(database, proposal);
  return {
    id: proposal.id,
    office: proposal.officeId,
    officeName,
    kind: proposal.kind,
    recordId: proposal.recordId,
    field: proposal.field,
    title: record === undefined ? '' : viewOf(database, record).title,
    value: proposal.value,
    current: currentValue(context, proposal),
    reason: proposal.reason,
    authorName: proposal.authorName,
    proposedAt: proposal.proposedAt,
    state,
    answer: state === 'accepted' || state === 'refused' ? answerView(context, proposal.id) : null,
    answerable: proposal.officeId === identity.officeId && (state === 'open' || state === 'outdated'),
  };
};

/** Newest first. */
export const showProposals: Handler<'proposal.list'> = (context, { officeId, recordId, openOnly }) => {
  const nameOf = officeNamer(context);
  return listProposals(context.database, officeId)
    .filter((one) => recordId === undefined || one.recordId === recordId)
    .map((one) => viewOfProposal(context, one, nameOf(one.officeId)))
    .filter((one) => !openOnly || one.state === 'open' || one.state === 'outdated')
    .reverse();
};
