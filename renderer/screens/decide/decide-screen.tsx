import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { Page } from '#renderer/components/page.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { ConflictList } from './conflict-list.tsx';
import { DecidedConflicts } from './decided-conflicts.tsx';
import { isWaiting, Proposals } from './proposals.tsx';

const text = words.decide;

const views = ['conflicts', 'proposals', 'decided'] as const;
type View = (typeof views)[number];

const labels: Readonly<Record<View, string>> = {
  conflicts: text.conflicts,
  proposals: text.proposals,
  decided: text.decidedTitle,
};

type ListsProps = {
  readonly conflicts: OutputOf<'conflict.list'>;
  readonly proposals: OutputOf<'proposal.list'>;
  readonly decided: OutputOf<'conflict.decided'>;
};

const Lists = ({ conflicts, proposals, decided }: ListsProps) => {
  const [view, setView] = useState<View>(conflicts.length === 0 && proposals.some(isWaiting) ? 'proposals' : 'conflicts');
  const counts: Readonly<Record<View, number>> = {
    conflicts: conflicts.length,
    proposals: proposals.length,
    decided: decided.length,
  };
  return (
    <div className="stack fill">
      <div className="row">
        <SegmentedControl
          size="xs"
          aria-label={text.title}
          value={view}
          onChange={(value) => {
            setView(views.find((one) => one === value) ?? 'conflicts');
          }}
          data={views.map((one) => ({ value: one, label: `${labels[one]} (${formatCount(counts[one])})` }))}
        />
      </div>
      {view === 'conflicts' ? <ConflictList rows={conflicts} /> : null}
      {view === 'proposals' ? <Proposals all={proposals} /> : null}
      {view === 'decided' ? <DecidedConflicts rows={decided} /> : null}
    </div>
  );
};

/** What waits for a person: conflicts between PCs of one office, what the province proposes to change; and what was decided. */
export const DecideScreen = () => {
  const { data: conflicts } = useAnswer('conflict.list', {});
  const { data: proposals } = useAnswer('proposal.list', {});
  const { data: decided } = useAnswer('conflict.decided', {});
  const isThere = conflicts !== undefined && proposals !== undefined && decided !== undefined;
  return (
    <Page title={text.title}>{isThere ? <Lists conflicts={conflicts} proposals={proposals} decided={decided} /> : null}</Page>
  );
};
