import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { RowGroup } from '#shared/contract/page.ts';

const pageSize = 200;
const noGroups: readonly RowGroup[] = [];

type PageAnswer<Row> = { readonly total: number; readonly rows: readonly Row[]; readonly groups?: readonly RowGroup[] };

export type PagedRows<Row> = {
  readonly total: number;
  readonly groups: readonly RowGroup[];
  readonly isReady: boolean;
  /** Whether what stands there is still the answer to what was asked before. */
  readonly isStale: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onVisible: (first: number, last: number) => void;
};

/** Rows of a long list, fetched in pages as they come into view. What fails is said by the list itself. */
export const usePagedRows = <Row>(
  key: readonly unknown[],
  fetchPage: (limit: number, offset: number) => Promise<PageAnswer<Row>>,
): PagedRows<Row> => {
  const [pages, setPages] = useState<readonly number[]>([0]);
  const first = useQuery({
    queryKey: [...key, 'page', 0],
    queryFn: () => fetchPage(pageSize, 0),
    placeholderData: (previous) => previous,
    throwOnError: false,
  });
  const others = pages.filter((page) => page > 0);
  const results = useQueries({
    queries: others.map((page) => ({
      queryKey: [...key, 'page', page],
      queryFn: () => fetchPage(pageSize, page * pageSize),
      throwOnError: false,
    })),
  });
  const onVisible = useCallback((from: number, to: number) => {
    const wanted = [Math.floor(from / pageSize), Math.floor(to / pageSize)];
    setPages((now) => (wanted.every((page) => now.includes(page)) && now.length < 6 ? now : [...new Set(wanted)]));
  }, []);
  const failed = [first, ...results].find((result) => result.error !== null);
  return {
    total: first.data?.total ?? 0,
    groups: first.data?.groups ?? noGroups,
    isReady: first.data !== undefined,
    isStale: first.isPlaceholderData,
    error: failed?.error ?? null,
    retry: () => {
      for (const result of [first, ...results]) if (result.error !== null) void result.refetch();
    },
    rowAt: (index) => {
      const page = Math.floor(index / pageSize);
      const rows = page === 0 ? first.data?.rows : results[others.indexOf(page)]?.data?.rows;
      return rows?.[index % pageSize];
    },
    onVisible,
  };
};
