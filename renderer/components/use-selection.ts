import { useCallback, useMemo, useState } from 'react';

/** Rows chosen for work on several at once, by id. */
export type Selection<Row> = {
  readonly size: number;
  readonly has: (id: string) => boolean;
  readonly rows: readonly Row[];
  readonly toggle: (row: Row) => void;
  /** Adds rows; with `alone` they are the only ones. */
  readonly add: (rows: readonly Row[], alone?: boolean) => void;
  readonly clear: () => void;
};

export const useSelection = <Row>(
  rowId: ((row: Row) => string) | undefined,
  onChange?: (ids: readonly string[]) => void,
): Selection<Row> => {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  const put = useCallback(
    (next: ReadonlyMap<string, Row>) => {
      setChosen(next);
      onChange?.([...next.keys()]);
    },
    [onChange],
  );
  return useMemo(
    () => ({
      size: chosen.size,
      has: (id) => chosen.has(id),
      rows: [...chosen.values()],
      toggle: (row) => {
        if (rowId === undefined) return;
        const next = new Map(chosen);
        if (!next.delete(rowId(row))) next.set(rowId(row), row);
        put(next);
      },
      add: (rows, alone = false) => {
        if (rowId === undefined) return;
        put(new Map([...(alone ? [] : chosen), ...rows.map((row) => [rowId(row), row] as const)]));
      },
      clear: () => {
        put(new Map());
      },
    }),
    [chosen, put, rowId],
  );
};
