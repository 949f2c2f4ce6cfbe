import type { RowGroup } from '#shared/contract/page.ts';

/** A line of a list: the head of a group, or the row with that number in the list's order. */
export type TableLine =
  | { readonly kind: 'group'; readonly group: RowGroup; readonly groupIndex: number }
  | { readonly kind: 'row'; readonly row: number };

export type TableLines = {
  readonly count: number;
  readonly at: (index: number) => TableLine | undefined;
  /** The line of a row; of its group where that is folded. */
  readonly lineOfRow: (row: number) => number;
  /** The line of a group's head. */
  readonly lineOfGroup: (groupIndex: number) => number;
  /** The group of a line. */
  readonly groupAt: (index: number) => number;
};

export const groupKey = (group: RowGroup): string => group.key ?? '';

const ungrouped = (total: number): TableLines => ({
  count: total,
  at: (index) => (index >= 0 && index < total ? { kind: 'row', row: index } : undefined),
  lineOfRow: (row) => row,
  lineOfGroup: () => 0,
  groupAt: () => -1,
});

/** Last index whose start is not behind the place; starts rise. */
const lastFrom = (starts: readonly number[], place: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Lines of a list: rows alone, or groups with their rows behind them unless they are folded. */
export const linesOf = (total: number, groups: readonly RowGroup[], folded: ReadonlySet<string>): TableLines => {
  if (groups.length === 0) return ungrouped(total);
  const starts: { line: number; row: number }[] = [];
  let line = 0;
  let row = 0;
  for (const group of groups) {
    starts.push({ line, row });
    line += 1 + (folded.has(groupKey(group)) ? 0 : group.count);
    row += group.count;
  }
  const lineStarts = starts.map((start) => start.line);
  const rowStarts = starts.map((start) => start.row);
  return {
    count: line,
    at: (index) => {
      const groupIndex = lastFrom(lineStarts, index);
      const group = groups[groupIndex];
      const start = starts[groupIndex];
      if (group === undefined || start === undefined || index < 0 || index >= line) return undefined;
      return index === start.line
        ? { kind: 'group', group, groupIndex }
        : { kind: 'row', row: start.row + index - start.line - 1 };
    },
    lineOfRow: (wanted) => {
      const groupIndex = lastFrom(rowStarts, wanted);
      const group = groups[groupIndex];
      const start = starts[groupIndex];
      if (group === undefined || start === undefined) return 0;
      return folded.has(groupKey(group)) ? start.line : start.line + 1 + wanted - start.row;
    },
    lineOfGroup: (groupIndex) => lineStarts[groupIndex] ?? 0,
    groupAt: (index) => lastFrom(lineStarts, index),
  };
};
