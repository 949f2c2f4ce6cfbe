import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ConflictView } from '#shared/contract/conflict-methods.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { useActiveRow } from '#renderer/components/active-row.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { formatValue } from '#renderer/components/format.ts';
import { Empty } from '#renderer/components/page.tsx';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { ConflictDialog } from './conflict-dialog.tsx';

const text = words.decide;

const valuesOf = ({ about, kind, field, values }: ConflictView): string =>
  about === 'removal' ? text.removal : values.map((one) => formatValue(kind, field, one.value)).join(' / ');

const columns: readonly Column<ConflictView>[] = [
  { key: 'record', title: text.record, width: 'minmax(220px, 1.4fr)', cell: (row) => row.title },
  {
    key: 'field',
    title: text.field,
    width: '170px',
    cell: (row) => (row.about === 'removal' ? words.history.removed : fieldLabel(row.kind, row.field)),
  },
  { key: 'values', title: text.values, width: 'minmax(260px, 2fr)', cell: valuesOf },
  { key: 'office', title: text.office, width: 'minmax(180px, 1fr)', cell: (row) => row.officeName },
];

/** Fields that were changed in two places; Enter shows every value side by side. */
export const ConflictList = ({ rows }: { readonly rows: readonly ConflictView[] }) => {
  const [chosen, setChosen] = useState<ConflictView | null>(null);
  const { row: active, onActive } = useActiveRow(rows);
  return (
    <>
      <div className="row">
        {active === undefined ? null : (
          <Button
            size="xs"
            onClick={() => {
              setChosen(active);
            }}
          >
            {active.decidable ? text.decide : text.look}
          </Button>
        )}
        <span className="muted">{text.conflictsText}</span>
      </div>
      <DataTable
        label={text.conflicts}
        columns={columns}
        total={rows.length}
        rowAt={(index) => rows[index]}
        recordsOf={(row) => recordsText({ kind: row.kind, id: row.recordId })}
        autoFocus
        onOpen={setChosen}
        onActive={onActive}
        empty={<Empty title={text.noConflicts} />}
      />
      {chosen === null ? null : (
        <ConflictDialog
          conflict={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </>
  );
};
