import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure, Reply } from '#shared/contract/failure.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import type { Paper, ReportFormat } from '#shared/contract/report-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { call } from '../rpc/engine.ts';
import { useSession } from '../session.tsx';
import { useAction } from '#renderer/actions/use-action.ts';
import { FailureNotice } from './notices.tsx';

type PaperActionsProps = {
  readonly report: InputOf<'report.build'>;
  readonly printLabel?: string;
  readonly pdfLabel?: string;
  /** Whether Ctrl+P prints: for screens that are about one paper. */
  readonly withKey?: boolean;
  /** Forms it can be saved in; PDF where none are named. */
  readonly formats?: readonly ReportFormat[];
  /** Whether workbooks keep phones and citizen numbers. */
  readonly withPersonalNumbers?: boolean;
};

const officeFiles = [
  { format: 'xlsx', filter: 'workbook', label: words.printing.workbook },
  { format: 'docx', filter: 'document', label: words.printing.document },
] as const;

/** Prints a report or saves it as PDF, workbook or text document. */
export const PaperActions = ({
  report,
  printLabel = words.common.print,
  pdfLabel = words.common.savePdf,
  withKey = false,
  formats = ['pdf'],
  withPersonalNumbers = false,
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
  const say = (reply: Reply<{ readonly file: string }>): void => {
    if (reply.ok) notify(words.printing.saved(reply.value.file));
    else setFailure(reply.failure);
  };
  const print = (): void => {
    void withPaper(async (paper) => {
      const reply = await window.desktop.print(paper);
      if (!reply.ok) setFailure(reply.failure);
      else if (reply.value.printed) notify(words.printing.printed);
    });
  };
  useAction('app.print', print, { enabled: withKey, label: printLabel });
  const savePdf = (): void => {
    void withPaper(async (paper) => {
      const file = await window.desktop.chooseSaveFile('pdf', paper.fileName);
      if (file !== null) say(await window.desktop.savePdf(paper, file));
    });
  };
  const saveAs = ({ format, filter }: (typeof officeFiles)[number]): void => {
    void withPaper(async (paper) => {
      const file = await window.desktop.chooseSaveFile(filter, paper.fileName.replace(/\.pdf$/, `.${format}`));
      if (file !== null) say(await call('report.write', { ...report, format, file, withPersonalNumbers }));
    });
  };
  return (
    <>
      <Button variant="default" onClick={print} disabled={isBusy}>
        {withKey ? words.printing.key(printLabel) : printLabel}
      </Button>
      <Button variant="default" onClick={savePdf} disabled={isBusy}>
        {pdfLabel}
      </Button>
      {officeFiles
        .filter(({ format }) => formats.includes(format))
        .map((one) => (
          <Button
            key={one.format}
            variant="default"
            disabled={isBusy}
            onClick={() => {
              saveAs(one);
            }}
          >
            {one.label}
          </Button>
        ))}
      <FailureNotice failure={failure} />
    </>
  );
};
