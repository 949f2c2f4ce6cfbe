import { SegmentedControl } from '@mantine/core';
import { useState, type CSSProperties } from 'react';
import type { MergeResult } from '#shared/contract/views.ts';
import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { fileNameOf } from '#renderer/components/file-name.ts';

type Status = MergeResult['status'];

const tones: Readonly<Record<Status, string>> = {
  preview: 'badge warn',
  applied: 'badge good',
  'already-received': 'badge',
  refused: 'badge bad',
};

/** What matters beside the numbers: why a file was not taken, which part it is, what is missing. */
const noteOf = ({ message, part, seq, missingFiles, missing }: MergeResult): string => {
  if (message !== null) return message;
  if (part !== null)
    return `${attachmentWords.parts.of(part, seq)}: ${attachmentWords.parts.brings(part.fileCount, part.newCount)}`;
  return [
    ...(missingFiles.length === 0 ? [] : [attachmentWords.missing.count(missingFiles.length)]),
    ...(missing.length === 0 ? [] : [words.inbox.missing(missing.join(', '))]),
  ].join('. ');
};

const count = (key: keyof MergeResult['counts'], width: string): Column<MergeResult> => ({
  key,
  title: words.inbox[key],
  width,
  number: true,
  cell: ({ status, part, counts }) => {
    if (status === 'refused' || part !== null) return '';
    const text = formatCount(counts[key]);
    return key === 'conflict' && counts.conflict > 0 ? <span className="badge bad">{text}</span> : text;
  },
});

const columns: readonly Column<MergeResult>[] = [
  { key: 'file', title: words.inbox.file, width: 'minmax(204px, 1fr)', cell: (row) => fileNameOf(row.file) },
  {
    key: 'result',
    title: words.inbox.result,
    width: '138px',
    cell: (row) => <span className={tones[row.status]}>{words.inbox.statuses[row.status]}</span>,
  },
  { key: 'office', title: words.inbox.office, width: 'minmax(236px, 1.1fr)', cell: (row) => row.officeName ?? '' },
  { key: 'seq', title: words.inbox.seq, width: '68px', number: true, cell: (row) => row.seq ?? '' },
  count('added', '64px'),
  count('changed', '58px'),
  count('removed', '58px'),
  count('conflict', '88px'),
  {
    key: 'note',
    title: words.inbox.note,
    width: 'minmax(120px, 1.6fr)',
    cell: (row) => <span title={noteOf(row)}>{noteOf(row)}</span>,
  },
];

const everything = 'all';
const statuses: readonly Status[] = ['preview', 'applied', 'already-received', 'refused'];

type MergeTableProps = {
  readonly results: readonly MergeResult[];
  readonly isBusy: boolean;
  readonly onChoose: (file: string) => void;
};

/** One line a file, of any number of files: who sent it, what it would do or has done, or why it was not accepted. */
export const MergeTable = ({ results, isBusy, onChoose }: MergeTableProps) => {
  const [wanted, setWanted] = useState<string>(everything);
  const [active, setActive] = useState(0);
  const counts = statuses
    .map((status) => ({ status, count: results.filter((one) => one.status === status).length }))
    .filter((one) => one.count > 0);
  const rowsOf = (status: string): readonly MergeResult[] => {
    const found = results.filter((one) => one.status === status);
    return found.length === 0 ? results : found;
  };
  const rows = rowsOf(wanted);
  const choose = (from: readonly MergeResult[], index: number): void => {
    setActive(index);
    const file = from[Math.min(index, from.length - 1)];
    if (file !== undefined) onChoose(file.file);
  };
  return (
    <>
      {counts.length < 2 ? null : (
        <div className="row">
          <SegmentedControl
            size="xs"
            aria-label={words.inbox.statusFilter}
            value={rows === results ? everything : wanted}
            onChange={(value) => {
              setWanted(value);
              choose(rowsOf(value), active);
            }}
            data={[
              { value: everything, label: `${words.inbox.allFiles} (${formatCount(results.length)})` },
              ...counts.map((one) => ({
                value: one.status,
                label: `${words.inbox.statuses[one.status]} (${formatCount(one.count)})`,
              })),
            ]}
          />
        </div>
      )}
      <div className="table-box" style={{ '--rows': rows.length } as CSSProperties}>
        <DataTable
          label={words.inbox.files}
          columns={columns}
          total={rows.length}
          rowAt={(index) => rows[index]}
          autoFocus={!isBusy}
          onActive={(index) => {
            choose(rows, index);
          }}
          empty={null}
        />
      </div>
    </>
  );
};
