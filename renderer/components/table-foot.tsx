import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { useWork } from '../rpc/use-engine.ts';
import { useSession } from '../session.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { FailureNotice } from './notices.tsx';
import { shownColumns } from './table-layout.ts';
import { sheetOf } from './table-export.ts';
import type { List } from './use-list.ts';
import { usePrintList } from './use-print-list.ts';
import type { Selection } from './use-selection.ts';

type TableFootProps<Row> = {
  readonly label: string;
  readonly list: List<Row>;
  readonly selection: Selection<Row>;
  /** Whether every group is folded; `null` where nothing is grouped. */
  readonly isFolded: boolean | null;
  readonly onFold: (folds: boolean) => void;
};

/** Under a list: how many are chosen, groups, columns, a file of what is shown. */
export const TableFoot = <Row,>({ label, list, selection, isFolded, onFold }: TableFootProps<Row>) => {
  const { notify } = useSession();
  const printed = usePrintList();
  const [isCollecting, setCollecting] = useState(false);
  const work = useWork('list.export');
  const { layout, setLayout, groupChoices, rows } = list;
  const groupTitle = groupChoices.find(({ key }) => key === layout.groupBy)?.title ?? '';
  const chosenOnly = selection.size > 0;
  const collect = async (): Promise<readonly Row[]> => {
    setCollecting(true);
    const all = chosenOnly ? selection.rows : await list.rowsBetween(0, rows.total - 1);
    setCollecting(false);
    return all;
  };
  const groups = chosenOnly ? [] : rows.groups;
  const columns = shownColumns(list.columns, layout);
  const printShown = (): Promise<void> =>
    printed.print(chosenOnly ? selection.size : rows.total, async () => {
      const sheet = sheetOf({ columns, rows: await collect(), groups: [], groupTitle: '' });
      const heads = groups.map((group) => ({ label: group.label, count: group.count }));
      return { title: label, subtitle: list.filterText, ...sheet, groups: heads };
    });
  const exportShown = async (): Promise<void> => {
    const file = await window.desktop.chooseSaveFile('workbook', `${label}.xlsx`);
    if (file === null) return;
    const sheet = sheetOf({ columns, rows: await collect(), groups, groupTitle });
    const reply = await work.run({ title: label, subtitle: list.filterText, file, ...sheet });
    if (reply.ok) notify(words.list.exported(formatCount(reply.value.rowCount)));
  };
  return (
    <>
      <FailureNotice failure={printed.failure ?? work.failure} />
      <div className="foot">
        <span className="hint">
          {selection.size === 0 ? words.list.hint : words.list.chosenCount(formatCount(selection.size))}
        </span>
        {selection.size === 0 ? null : (
          <button type="button" className="link-button" onClick={selection.clear}>
            {words.list.chooseNone}
          </button>
        )}
        <span className="tools">
          {isFolded === null ? null : (
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                onFold(!isFolded);
              }}
            >
              {isFolded ? words.list.unfoldAll : words.list.foldAll}
            </Button>
          )}
          {groupChoices.length === 0 ? null : (
            <NativeSelect
              size="xs"
              aria-label={words.list.groupBy}
              value={layout.groupBy ?? ''}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setLayout({ ...layout, groupBy: value === '' ? null : value });
              }}
            >
              <option value="">{words.list.noGroups}</option>
              {groupChoices.map(({ key, title }) => (
                <option key={key} value={key}>
                  {words.list.by(title)}
                </option>
              ))}
            </NativeSelect>
          )}
          <ColumnMenu columns={list.columns} layout={layout} onChange={setLayout} />
          <Button size="xs" variant="default" disabled={rows.total === 0 || isCollecting} onClick={() => void printShown()}>
            {chosenOnly ? words.list.printChosen : words.list.print}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={isCollecting || work.isRunning}
            disabled={rows.total === 0}
            onClick={() => void exportShown()}
          >
            {selection.size === 0 ? words.list.export : words.list.exportChosen}
          </Button>
        </span>
      </div>
    </>
  );
};
