import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '#shared/contract/failure.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import type { Paper } from '#shared/contract/report-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { call } from '../rpc/engine.ts';
import { useSession } from '../session.tsx';
import { useKey } from './keys.ts';
import { FailureNotice } from './notices.tsx';

type PaperActionsProps = {
  readonly report: InputOf<'report.build'>;
  readonly printLabel?: string;
  readonly pdfLabel?: string;
  /** Whether Ctrl+P prints: for screens that are about one paper. */ readonly withKey?: boolean;
};

/** Prints a report or saves it as PDF. */
export const PaperActions = ({
  report,
  printLabel = words.common.print,
  pdfLabel = words.common.savePdf,
  withKey = false,
}: PaperActionsProps) => {
  const { notify } = useSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const withPaper = async (work: (paper: Paper) => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const reply = await call('report.build', report);
    if (reply.ok) await work(reply.value);
    else setFailure(reply.failure);
    setBusy(false);
  };
  const print = (): void => {
    void withPaper(async (paper) => {
      const reply = await window.desktop.print(paper);
      if (!reply.ok) setFailure(reply.failure);
      else if (reply.value.printed) notify(words.roster.printed);
    });
  };
  useKey('ctrl+p', print, withKey);
  const savePdf = (): void => {
    void withPaper(async (paper) => {
      const file = await window.desktop.chooseSaveFile('pdf', paper.fileName);
      if (file === null) return;
      const reply = await window.desktop.savePdf(paper, file);
      if (reply.ok) notify(words.roster.pdfSaved(reply.value.file));
      else setFailure(reply.failure);
    });
  };
  return (
    <>
      <Button variant="default" onClick={print} disabled={isBusy}>
        {withKey ? `${printLabel} (Ctrl+P)` : printLabel}
      </Button>
      <Button variant="default" onClick={savePdf} disabled={isBusy}>
        {pdfLabel}
      </Button>
      <FailureNotice failure={failure} />
    </>
  );
};
