import type { proposalMethods } from '#shared/contract/proposal-methods.ts';
import type { HandlersOf } from '#engine/context.ts';
import { acceptProposal, refuseProposal } from './answer.ts';
import { showProposals } from './list-proposals.ts';
import { makeProposal, takeBackProposal } from './propose.ts';

export const proposalHandlers: HandlersOf<keyof typeof proposalMethods> = {
  'proposal.list': showProposals,
  'proposal.make': makeProposal,
  'proposal.withdraw': takeBackProposal,
  'proposal.accept': acceptProposal,
  'proposal.refuse': refuseProposal,
};
