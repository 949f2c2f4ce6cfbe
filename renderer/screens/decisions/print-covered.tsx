import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RelatedRow } from '#shared/contract/desk-methods.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { formatPartial } from '#renderer/components/format.ts';
import { groupBy } from '#renderer/components/group.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { relatedGroup } from '#renderer/components/related-group.ts';
import { call } from '#renderer/rpc/engine.ts';
import { useSession } from '#renderer/session.tsx';

const own = words.decisions;

type PrintCoveredProps = { readonly title: string; readonly rows: readonly RelatedRow[] };

/** Prints whom a decision covers, group by group as the screen shows them. */
export const PrintCovered = ({ title, rows }: PrintCoveredProps) => {
  const { notify } = useSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const print = async (): Promise<void> => {
    setFailure(null);
    const groups = [...groupBy(rows, relatedGroup)];
    const paper = await call('report.ofList', {
      title: own.coveredTitle(title),
      columns: own.coveredColumns.map((column) => ({ title: column })),
      rows: groups.flatMap(([, members]) => members.map((row) => [row.title, row.detail, formatPartial(row.day)])),
      groups: groups.map(([label, members]) => ({ label, count: members.length })),
    });
    const reply = paper.ok ? await window.desktop.print(paper.value) : paper;
    if (!reply.ok) setFailure(reply.failure);
    else if (reply.value.printed) notify(words.printing.printed);
  };
  const start = (): void => {
    void print();
  };
  useAction('app.print', start, { label: own.printCovered });
  return (
    <>
      <FailureNotice failure={failure} />
      <Button variant="default" onClick={start}>
        {words.printing.key(own.printCovered)}
      </Button>
    </>
  );
};
