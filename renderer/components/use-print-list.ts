import { useCallback, useState } from 'react';
import type { InputOf } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { mostPaperRows } from '#shared/contract/report-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { call } from '../rpc/engine.ts';
import { useSession } from '../session.tsx';

export type PrintedList = InputOf<'report.ofList'>;

/** Prints rows that a screen shows; more than one paper holds are refused before they are collected. */
export const usePrintList = () => {
  const { notify } = useSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const print = useCallback(
    async (rowCount: number, collect: () => PrintedList | Promise<PrintedList>): Promise<void> => {
      setFailure(null);
      if (rowCount > mostPaperRows) {
        notify(words.list.tooManyToPrint(formatCount(mostPaperRows)));
        return;
      }
      const paper = await call('report.ofList', await collect());
      const reply = paper.ok ? await window.desktop.print(paper.value) : paper;
      if (!reply.ok) setFailure(reply.failure);
      else if (reply.value.printed) notify(words.printing.printed);
    },
    [notify],
  );
  return { print, failure };
};
