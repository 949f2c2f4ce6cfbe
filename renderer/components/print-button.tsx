import { Button } from '@mantine/core';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { words } from '#shared/text/screen-words.vi.ts';
import { useAction } from '#renderer/actions/use-action.ts';

type PrintButtonProps = {
  /** Name of the report, as `report.list` gives it. */
  readonly report: string;
  /** Id of the record that it is about. */
  readonly subject?: string;
  readonly label?: string;
  /** Chooses what the paper is about, as the list that leads there. */
  readonly before?: () => void;
};

/** Leads to the paper that belongs to what is shown; Ctrl+P does the same. */
export const PrintButton = ({ report, subject, label = words.common.print, before }: PrintButtonProps) => {
  const [, go] = useLocation();
  const open = useCallback((): void => {
    before?.();
    go(`/print/${report}${subject === undefined ? '' : `/${subject}`}`);
  }, [before, go, report, subject]);
  useAction('app.print', open, { label });
  return (
    <Button variant="default" onClick={open}>
      {words.printing.key(label)}
    </Button>
  );
};
