import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { importOutcomes, type ImportOutcome, type ImportPlan, type ImportRow } from '#shared/contract/import-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { Empty } from '#renderer/components/page.tsx';

const text = words.importing;

const tones: Readonly<Record<ImportOutcome, string>> = {
  created: 'badge good',
  updated: 'badge good',
  same: 'badge',
  'needs-decision': 'badge warn',
  error: 'badge bad',
  'left-out': 'badge',
};

const reasonsOf = (row: ImportRow): string => [...new Set(row.issues.map((issue) => issue.message))].join(' ');

const columnsOf = (plan: ImportPlan): readonly Column<ImportRow>[] => [
  ...(plan.sheets.filter((sheet) => sheet.used).length > 1
    ? [
        {
          key: 'sheet',
          title: text.sheet,
          width: '130px',
          cell: (row: ImportRow) => plan.sheets[row.sheet]?.name ?? '',
        },
      ]
    : []),
  { key: 'row', title: text.row, width: '60px', number: true, cell: (row) => row.row },
  {
    key: 'outcome',
    title: text.outcome,
    width: '138px',
    cell: (row) => <span className={tones[row.outcome]}>{text.outcomes[row.outcome]}</span>,
  },
  { key: 'title', title: text.subject, width: 'minmax(180px, 1fr)', cell: (row) => row.title },
  {
    key: 'reasons',
    title: text.reasons,
    width: 'minmax(300px, 3fr)',
    cell: (row) => <span title={reasonsOf(row)}>{reasonsOf(row)}</span>,
  },
];

type RowTableProps = { readonly plan: ImportPlan; readonly onOpen: (row: ImportRow) => void };

/** What would happen to every row; Enter opens one to settle it. */
export const RowTable = ({ plan, onOpen }: RowTableProps) => {
  const [outcome, setOutcome] = useState<ImportOutcome | ''>('');
  const columns = useMemo(() => columnsOf(plan), [plan]);
  const rows = useMemo(() => (outcome === '' ? plan.rows : plan.rows.filter((row) => row.outcome === outcome)), [plan, outcome]);
  return (
    <>
      <div className="filters" style={{ marginTop: 12 }}>
        <NativeSelect
          w={220}
          label={text.rows}
          value={outcome}
          onChange={(event) => {
            setOutcome(importOutcomes.find((one) => one === event.currentTarget.value) ?? '');
          }}
        >
          <option value="">
            {text.all} ({formatCount(plan.rows.length)})
          </option>
          {importOutcomes
            .filter((one) => plan.counts[one] > 0)
            .map((one) => (
              <option key={one} value={one}>
                {text.outcomes[one]} ({formatCount(plan.counts[one])})
              </option>
            ))}
        </NativeSelect>
        <div className="row" style={{ marginBottom: 6 }}>
          {importOutcomes
            .filter((one) => plan.counts[one] > 0)
            .map((one) => (
              <span key={one} className={tones[one]}>
                {text.outcomes[one]}: {formatCount(plan.counts[one])}
              </span>
            ))}
        </div>
      </div>
      <div className="import-rows">
        <DataTable
          label={text.rows}
          columns={columns}
          total={rows.length}
          rowAt={(index) => rows[index]}
          onOpen={onOpen}
          empty={<Empty title={words.records.noMatch} />}
        />
      </div>
    </>
  );
};
