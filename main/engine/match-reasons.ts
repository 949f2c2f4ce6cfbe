import type { MatchReason } from '#shared/contract/identity-methods.ts';
import type { Match } from '#shared/matching/match.ts';
import { matchingSentences } from '#shared/text/matching-sentences.vi.ts';

/** The reasons of a match in words, each once, strongest first. */
export const matchReasonsOf = ({ evidence }: Match): MatchReason[] => [
  ...new Map(
    evidence.map(({ code, points }) => [code, { code, sentence: matchingSentences[code], favours: points > 0 }]),
  ).values(),
];
