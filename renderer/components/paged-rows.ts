import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

const pageSize = 200;

type PageAnswer<Row> = { readonly total: number; readonly rows: readonly Row[] };

export type PagedRows<Row> = {
  readonly total: number;
  readonly isReady: boolean;
  readonly error: Error | null;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onVisible: (first: number, last: number) => void;
};

/** Rows of a long list, fetched in pages as they come into view. */
export const usePagedRows = <Row>(
  key: readonly unknown[],
  fetchPage: (limit: number, offset: number) => Promise<PageAnswer<Row>>,
): PagedRows<Row> => {
  const [pages, setPages] = useState<readonly number[]>([0]);
  const first = useQuery({
    queryKey: [...key, 'page', 0],
    queryFn: () => fetchPage(pageSize, 0),
    placeholderData: (previous) => previous,
  });
  const others = pages.filter((page) => page > 0);
  const results = useQueries({
    queries: others.map((page) => ({ queryKey: [...key, 'page', page], queryFn: () => fetchPage(pageSize, page * pageSize) })),
  });
  const onVisible = useCallback((from: number, to: number) => {
    const wanted = [Math.floor(from / pageSize), Math.floor(to / pageSize)];
    setPages((now) => (wanted.every((page) => now.includes(page)) && now.length < 6 ? now : [...new Set(wanted)]));
  }, []);
  return {
    total: first.data?.total ?? 0,
    isReady: first.data !== undefined,
    error: first.error,
    rowAt: (index) => {
      const page = Math.floor(index / pageSize);
      const rows = page === 0 ? first.data?.rows : results[others.indexOf(page)]?.data?.rows;
      return rows?.[index % pageSize];
    },
    onVisible,
  };
};
