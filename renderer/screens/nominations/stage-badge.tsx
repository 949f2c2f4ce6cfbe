import { labelOf, nominationStages } from '#shared/catalogue/code-lists.ts';

const tones: Readonly<Record<string, string>> = { awarded: 'badge good', refused: 'badge bad', withdrawn: 'badge' };

/** The step at which a nomination stands. */
export const StageBadge = ({ stage }: { readonly stage: string | null }) =>
  stage === null ? null : <span className={tones[stage] ?? 'badge warn'}>{labelOf(nominationStages, stage)}</span>;
