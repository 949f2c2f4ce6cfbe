import type { ProposalView } from '#shared/contract/proposal-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatValue } from '#renderer/components/format.ts';

/** A proposed or present value as people read it; of a removal what happens to the record. */
export const proposedText = ({ kind, field }: ProposalView, value: unknown): string => {
  if (field !== 'removed') return formatValue(kind, field, value);
  return value === null || value === undefined ? words.decide.bringBack : words.decide.removal;
};
