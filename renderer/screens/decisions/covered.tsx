import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecordView } from '#shared/contract/views.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { RelatedCard } from '#renderer/components/related-card.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { CoverDialog } from './cover-dialog.tsx';

/** Whom a decision covers, and the way to write it for many people at once. */
export const Covered = ({ decision, canChange }: { readonly decision: RecordView; readonly canChange: boolean }) => {
  const [isCovering, setCovering] = useState(false);
  const { data } = useAnswer('record.related', { kind: 'decision', id: decision.id });
  const covered = new Set((data?.rows ?? []).filter((row) => row.kind === 'membership').map((row) => row.id));
  return (
    <>
      {canChange ? (
        <div className="row" style={{ marginTop: 14 }}>
          <Button
            variant="default"
            onClick={() => {
              setCovering(true);
            }}
          >
            {words.decisions.cover}
          </Button>
        </div>
      ) : null}
      <RelatedCard kind="decision" id={decision.id} />
      {isCovering ? (
        <CoverDialog
          decision={decision}
          covered={covered}
          onClose={() => {
            setCovering(false);
          }}
        />
      ) : null}
    </>
  );
};
