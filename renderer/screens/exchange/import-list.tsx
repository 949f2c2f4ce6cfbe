import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { useActiveRow } from '#renderer/components/active-row.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { formatTime } from '#renderer/components/format.ts';
import { Empty } from '#renderer/components/page.tsx';
import { useSession } from '#renderer/session.tsx';
import { UndoDialog } from './undo-dialog.tsx';

const text = words.decide;

type Import = OutputOf<'imports.list'>[number];

const columns: readonly Column<Import>[] = [
  { key: 'at', title: text.appliedAt, width: '160px', cell: (row) => formatTime(row.appliedAt) },
  { key: 'office', title: words.inbox.office, width: 'minmax(240px, 2fr)', cell: (row) => row.officeName },
  { key: 'seq', title: words.inbox.seq, width: '90px', number: true, cell: (row) => row.seq },
  {
    key: 'counts',
    title: text.counts,
    width: 'minmax(220px, 1.5fr)',
    cell: ({ counts }) => text.countsText(counts.added, counts.changed, counts.removed),
  },
  {
    key: 'state',
    title: text.state,
    width: '150px',
    cell: ({ undoneAt }) => (
      <span className={undoneAt === null ? 'badge good' : 'badge'}>{undoneAt === null ? text.inForce : text.undone}</span>
    ),
  },
];

/** Packages that were taken in, newest first; Enter shows what taking one back would do. */
export const ImportList = ({ imports }: { readonly imports: readonly Import[] }) => {
  const { office } = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const { row: active, onActive } = useActiveRow(imports);
  const canUndo = (one: Import): boolean => one.undoneAt === null && one.office !== office.id;
  const open = (one: Import): void => {
    if (canUndo(one)) setChosen(one.id);
  };
  return (
    <>
      {active === undefined || office.tier !== 'province' ? null : (
        <div className="row">
          <Button
            size="xs"
            variant="default"
            disabled={!canUndo(active)}
            onClick={() => {
              open(active);
            }}
          >
            {text.undo}
          </Button>
          <span className="muted">{text.undoHint}</span>
        </div>
      )}
      <DataTable
        label={text.imports}
        columns={columns}
        total={imports.length}
        rowAt={(index) => imports[index]}
        {...(office.tier === 'province' ? { onOpen: open } : {})}
        onActive={onActive}
        empty={<Empty title={words.inbox.emptyTitle} />}
      />
      {chosen === null ? null : (
        <UndoDialog
          importId={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </>
  );
};
