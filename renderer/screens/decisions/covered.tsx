import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecordView } from '#shared/contract/views.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { RelatedCard } from '#renderer/components/related-card.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { CoverDialog } from './cover-dialog.tsx';
import { PrintCovered } from './print-covered.tsx';

/** Whom a decision covers, and the way to write it for many people at once. */
export const Covered = ({ decision, canChange }: { readonly decision: RecordView; readonly canChange: boolean }) => {
  const [isCovering, setCovering] = useState(false);
  const { data } = useAnswer('record.related', { kind: 'decision', id: decision.id });
  const rows = data?.rows ?? [];
  const covered = new Set(rows.filter((row) => row.kind === 'membership').map((row) => row.id));
  return (
    <>
      <div className="row" style={{ marginTop: 14 }}>
        {canChange ? (
          <Button
            variant="default"
            onClick={() => {
              setCovering(true);
            }}
          >
            {words.decisions.cover}
          </Button>
        ) : null}
        {rows.length > 0 ? <PrintCovered title={decision.title} rows={rows} /> : null}
      </div>
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
