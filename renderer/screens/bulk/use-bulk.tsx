import { useMemo, useState, type ReactNode } from 'react';
import { bulkWords } from '#shared/text/bulk-words.vi.ts';
import type { BulkActions } from '#renderer/components/bulk-bar.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { operationsOf, type OperationName } from './operation-form.ts';

type Open = { readonly ids: readonly string[]; readonly operation: OperationName };

export type Bulk = { readonly actions: BulkActions | undefined; readonly dialog: ReactNode };

/** Work on many records of a list at once: what its bar offers, and the dialog that it opens. */
export const useBulk = (kind: string, isEnabled = true): Bulk => {
  const [open, setOpen] = useState<Open | null>(null);
  const actions = useMemo<BulkActions | undefined>(
    () =>
      isEnabled
        ? operationsOf(kind).map((operation) => ({
            key: operation,
            label: bulkWords.operations[operation],
            run: (ids) => {
              setOpen({ ids, operation });
            },
          }))
        : undefined,
    [kind, isEnabled],
  );
  const dialog =
    open === null ? null : (
      <BulkDialog
        kind={kind}
        ids={open.ids}
        start={open.operation}
        onClose={() => {
          setOpen(null);
        }}
      />
    );
  return { actions, dialog };
};
