import { useState } from 'react';
import type { WrittenPart } from '#shared/contract/exchange-methods.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { fileWords } from '#shared/text/file-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { FileActions } from '#renderer/components/file-actions.tsx';
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

/** The receipts that were issued just now, each to be printed. */
export const IssuedReceipts = ({ receipts: { issued, failure, done } }: { readonly receipts: Issuing }) => (
  <>
    {done === null ? null : <Working progress={{ step: 'receipt', ...done }} />}
    <FailureNotice failure={failure} />
    {issued.length === 0 ? null : (
      <Notice>
        {issued.length === 1 ? null : <strong>{words.inbox.receiptsDone(issued.length)}</strong>}
        <div style={{ maxHeight: 220, overflow: 'auto' }} tabIndex={issued.length > 4 ? 0 : undefined}>
          {issued.map((receipt) => (
            <div key={receipt.packageId} className="row">
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
          ))}
        </div>
      </Notice>
    )}
  </>
);
