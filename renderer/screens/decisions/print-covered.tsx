import { Button } from '@mantine/core';
import type { RelatedRow } from '#shared/contract/desk-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { groupBy } from '#renderer/components/group.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { relatedGroup } from '#renderer/components/related-group.ts';
import { usePrintList, type PrintedList } from '#renderer/components/use-print-list.ts';

const own = words.decisions;

const listOf = (title: string, rows: readonly RelatedRow[]): PrintedList => {
  const groups = [...groupBy(rows, relatedGroup)];
  return {
    title: own.coveredTitle(title),
    columns: own.coveredColumns.map((column) => ({ title: column })),
    rows: groups.flatMap(([, members]) =>
      members.map((row) => [row.title, row.detail, row.day === null ? null : { date: row.day }]),
    ),
    groups: groups.map(([label, members]) => ({ label, count: members.length })),
  };
};

type PrintCoveredProps = { readonly title: string; readonly rows: readonly RelatedRow[] };

/** Prints whom a decision covers, group by group as the screen shows them. */
export const PrintCovered = ({ title, rows }: PrintCoveredProps) => {
  const { print, failure } = usePrintList();
  const start = (): void => {
    void print(rows.length, () => listOf(title, rows));
  };
  useAction('app.print', start, { label: own.printCovered });
  return (
    <>
      <Button variant="default" onClick={start}>
        {words.printing.key(own.printCovered)}
      </Button>
      <FailureNotice failure={failure} />
    </>
  );
};
