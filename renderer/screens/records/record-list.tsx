import { Button, Checkbox } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import type { RecordView } from '#shared/contract/views.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { fieldLabel, kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { FilterSearch } from '#renderer/components/filter-search.tsx';
import { formatValue } from '#renderer/components/format.ts';
import { useKept } from '#renderer/components/kept-state.ts';
import { useKey } from '#renderer/components/keys.ts';
import { usePagedRows } from '#renderer/components/paged-rows.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { everywhere, PlaceFilters, type PlaceFilter } from '#renderer/components/place-filters.tsx';
import { ask } from '#renderer/rpc/engine.ts';
import { useSession } from '#renderer/session.tsx';
import { listKinds } from './list-kinds.ts';

const cellOf = (kind: string, name: string, row: RecordView): string => {
  const value = row.values[name];
  return value === null || value === undefined || value === false ? '' : formatValue(kind, name, value);
};

const columnsOf = (kind: string): readonly Column<RecordView>[] => [
  {
    key: 'title',
    title: fieldLabel(kind, kind === 'trainer' ? 'fullName' : findKind(kind)?.fields.name ? 'name' : 'number'),
    width: 'minmax(200px, 1.6fr)',
    cell: (row) => (
      <>
        {row.title} {row.removed ? <span className="badge warn">{words.records.removed}</span> : null}
      </>
    ),
  },
  ...(listKinds[kind]?.columns ?? []).map((name) => ({
    key: name,
    title: fieldLabel(kind, name),
    width: 'minmax(110px, 1fr)',
    cell: (row: RecordView) => cellOf(kind, name, row),
  })),
];

/** List of a kind that is described and no more: search, commune, removed ones on request. */
export const RecordList = ({ kind }: { readonly kind: string }) => {
  const [, go] = useLocation();
  const { office } = useSession();
  const fields = findKind(kind)?.fields ?? {};
  const canAdd = office.tier === 'district' || kind === 'trainer';
  const [find, setFind] = useKept(`${kind} find`, '');
  const [place, setPlace] = useKept<PlaceFilter>(`${kind} place`, everywhere);
  const [includeRemoved, setIncludeRemoved] = useKept(`${kind} removed`, false);
  const search = useRef<HTMLInputElement>(null);
  const columns = useMemo(() => columnsOf(kind), [kind]);
  const input = {
    kind,
    find,
    includeRemoved,
    ...(place.officeId === '' ? {} : { officeId: place.officeId }),
    ...(place.communeId === '' ? {} : { where: { communeId: place.communeId } }),
  };
  const rows = usePagedRows<RecordView>(['record.list', input], (limit, offset) =>
    ask('record.list', { ...input, limit, offset }),
  );
  const add = (): void => {
    go(`/records/${kind}/new`);
  };
  useKey('ctrl+n', add, canAdd);
  const isFiltered = find !== '' || place.officeId !== '' || place.communeId !== '';
  return (
    <Page
      title={kindLabel(kind)}
      note={rows.isReady ? formatCount(rows.total) : ''}
      actions={canAdd ? <Button onClick={add}>{words.records.add}</Button> : null}
    >
      <div className="filters">
        <FilterSearch inputRef={search} value={find} onChange={setFind} />
        {fields.communeId ? <PlaceFilters value={place} onChange={setPlace} /> : null}
        <Checkbox
          mb={8}
          label={words.records.removedToo}
          checked={includeRemoved}
          onChange={(event) => {
            setIncludeRemoved(event.currentTarget.checked);
          }}
        />
      </div>
      {rows.isReady ? (
        <DataTable
          name={kind}
          autoFocus
          label={kindLabel(kind)}
          columns={columns}
          total={rows.total}
          rowAt={rows.rowAt}
          onVisible={rows.onVisible}
          onType={() => search.current?.focus()}
          onOpen={(row) => {
            go(`/records/${kind}/${row.id}`);
          }}
          empty={<Empty title={isFiltered ? words.records.noMatch : words.records.empty} />}
        />
      ) : null}
    </Page>
  );
};
