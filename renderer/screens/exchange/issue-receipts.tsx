import { useState, type CSSProperties } from 'react';
import type { WrittenPart } from '#shared/contract/exchange-methods.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { fileWords } from '#shared/text/file-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { useActiveRow } from '#renderer/components/active-row.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { FileActions } from '#renderer/components/file-actions.tsx';
import { unitName } from '#renderer/components/format.ts';
import { FailureNotice, Notice, Working } from '#renderer/components/notices.tsx';
import { PartList } from '#renderer/components/part-list.tsx';
import { PaperActions } from '#renderer/components/paper-actions.tsx';
import { call } from '#renderer/rpc/engine.ts';
import { useRefresh } from '#renderer/rpc/use-engine.ts';

type Issued = {
  readonly officeId: string;
  readonly number: number;
  readonly packageId: string;
  readonly file: string;
  readonly parts: readonly WrittenPart[];
};

export type Issuing = {
  readonly issued: readonly Issued[];
  readonly failure: Failure | null;
  readonly done: { readonly done: number; readonly total: number } | null;
  /** Asks for a folder and issues a receipt for each office, one after the other. */
  readonly issueFor: (offices: readonly string[]) => void;
  readonly clear: () => void;
};

export const useReceipts = (): Issuing => {
  const refresh = useRefresh();
  const [issued, setIssued] = useState<readonly Issued[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState<Issuing['done']>(null);
  const issueFor = (offices: readonly string[]): void => {
    void window.desktop.chooseFolder().then(async (folder) => {
      if (folder === null) return;
      setFailure(null);
      const made: Issued[] = [];
      for (const [index, officeId] of offices.entries()) {
        setDone({ done: index, total: offices.length });
        const reply = await call('receipt.issue', { officeId, folder });
        if (reply.ok) made.push(reply.value);
        else setFailure(reply.failure);
      }
      setDone(null);
      setIssued(made);
      await refresh();
    });
  };
  return {
    issued,
    failure,
    done,
    issueFor,
    clear: () => {
      setIssued([]);
      setFailure(null);
    },
  };
};

const columns: readonly Column<Issued>[] = [
  { key: 'office', title: words.trust.office, width: 'minmax(200px, 1fr)', cell: (row) => unitName(row.officeId) },
  { key: 'number', title: words.inbox.receiptNumber, width: '110px', number: true, cell: (row) => row.number },
  { key: 'file', title: words.inbox.file, width: 'minmax(260px, 2fr)', cell: (row) => row.file },
  {
    key: 'parts',
    title: attachmentWords.parts.column,
    width: '110px',
    number: true,
    cell: (row) => (row.parts.length === 0 ? '' : row.parts.length),
  },
];

/** What can be done with one receipt: its paper, its folder, the letter it goes with, its part files. */
const ReceiptActions = ({ receipt }: { readonly receipt: Issued }) => (
  <div className="row">
    <span className="break">
      {words.inbox.receiptDone(receipt.number)}: {receipt.file}
    </span>
    <PaperActions report={{ name: 'receipt-slip', subject: receipt.packageId }} printLabel={words.inbox.receiptSlip} />
    <FileActions
      file={receipt.file}
      subject={fileWords.receiptSubject(receipt.officeId, receipt.number)}
      partCount={receipt.parts.length}
    />
    <PartList title={attachmentWords.parts.receiptTitle} parts={receipt.parts} />
  </div>
);

/** The receipts that were issued just now, of any number of offices: one line each, the chosen one to be printed and sent. */
export const IssuedReceipts = ({ receipts: { issued, failure, done } }: { readonly receipts: Issuing }) => {
  const { row, onActive } = useActiveRow(issued);
  return (
    <>
      {done === null ? null : <Working progress={{ step: 'receipt', ...done }} />}
      <FailureNotice failure={failure} />
      {row === undefined ? null : (
        <Notice>
          {issued.length === 1 ? null : (
            <>
              <strong>{words.inbox.receiptsDone(issued.length)}</strong>
              <div className="table-box" style={{ '--rows': Math.min(issued.length, 5) } as CSSProperties}>
                <DataTable
                  label={words.inbox.receiptsDone(issued.length)}
                  columns={columns}
                  total={issued.length}
                  rowAt={(index) => issued[index]}
                  autoFocus
                  onActive={onActive}
                  empty={null}
                />
              </div>
            </>
          )}
          <ReceiptActions key={row.packageId} receipt={row} />
        </Notice>
      )}
    </>
  );
};
