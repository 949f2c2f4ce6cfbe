import { Button, Checkbox } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import type { RecordView } from '#shared/contract/views.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { fieldLabel, kindLabel } from '#shared/text/labels.vi.ts';
import { gridWords } from '#shared/text/grid-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { FilterSearch } from '#renderer/components/filter-search.tsx';
import { formatValue } from '#renderer/components/format.ts';
import { useKept } from '#renderer/components/kept-state.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { beginSearch } from '#renderer/components/keys.ts';
import { useList, type GroupChoice } from '#renderer/components/use-list.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { everywhere, PlaceFilters, type PlaceFilter } from '#renderer/components/place-filters.tsx';
import { ShowAll } from '#renderer/components/show-all.tsx';
import { ask } from '#renderer/rpc/engine.ts';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { useSession } from '#renderer/session.tsx';
import { useBulk } from '../bulk/use-bulk.tsx';
import { listKinds } from './list-kinds.ts';

const cellOf = (kind: string, name: string, row: RecordView): string => {
  const value = row.values[name];
  return value === null || value === undefined || value === false ? '' : formatValue(kind, name, value);
};

const columnsOf = (kind: string): readonly Column<RecordView>[] => [
  {
    key: 'title',
    value: (row: RecordView) => row.title,
    title: fieldLabel(kind, kind === 'trainer' ? 'fullName' : findKind(kind)?.fields.name ? 'name' : 'number'),
    width: listKinds[kind]?.widths?.title ?? 'minmax(200px, 1.6fr)',
    cell: (row) => (
      <>
        {row.title} {row.removed ? <span className="badge warn">{words.records.removed}</span> : null}
      </>
    ),
  },
  ...(listKinds[kind]?.columns ?? []).map((name) => ({
    key: name,
    title: fieldLabel(kind, name),
    width: listKinds[kind]?.widths?.[name] ?? 'minmax(110px, 1fr)',
    noSort: !isSortable(kind, name),
    number: findKind(kind)?.fields[name]?.type === 'integer',
    cell: (row: RecordView) => cellOf(kind, name, row),
  })),
];

const idOf = (row: RecordView): string => row.id;

const sortable: readonly string[] = ['date', 'partial-date', 'integer', 'amount', 'boolean', 'unit'];

const isSortable = (kind: string, name: string): boolean => {
  const field = findKind(kind)?.fields[name];
  return field !== undefined && (sortable.includes(field.type) || (field.codes !== undefined && field.type !== 'codes'));
};

/** Commune, codes, years of dates: what the columns offer. */
const groupsOf = (kind: string): readonly GroupChoice[] =>
  (listKinds[kind]?.columns ?? []).flatMap((name) => {
    const field = findKind(kind)?.fields[name];
    const title = fieldLabel(kind, name);
    if (field === undefined) return [];
    if (field.type === 'unit' || (field.codes !== undefined && field.type !== 'codes')) return [{ key: name, title }];
    return field.type === 'date' || field.type === 'partial-date'
      ? [{ key: `${name} year`, title: words.list.yearOf(title) }]
      : [];
  });

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
  const groups = useMemo(() => groupsOf(kind), [kind]);
  const input = {
    kind,
    find,
    includeRemoved,
    ...(place.officeId === '' ? {} : { officeId: place.officeId }),
    ...(place.communeId === '' ? {} : { where: { communeId: place.communeId } }),
  };
  const list = useList<RecordView>({
    name: kind,
    columns,
    groups,
    query: ['record.list', input],
    fetch: (page) => ask('record.list', { ...input, ...page }),
    rowId: idOf,
  });
  const { rows } = list;
  const bulk = useBulk(kind, canAdd);
  const add = (): void => {
    go(`/records/${kind}/new`);
  };
  const openGrid = (): void => {
    go('/records/residential-unit/grid');
  };
  useAction('list.grid', openGrid, { enabled: canAdd && kind === 'residential-unit', label: gridWords.units.title });
  useAction('list.add', add, { enabled: canAdd, label: words.records.newTitle(kindLabel(kind).toLowerCase()) });
  const isFiltered = find !== '' || place.officeId !== '' || place.communeId !== '';
  return (
    <Page
      title={kindLabel(kind)}
      note={rows.isReady ? formatCount(rows.total) : ''}
      actions={
        canAdd ? (
          <>
            {kind === 'residential-unit' ? (
              <Button variant="default" onClick={openGrid}>
                {gridWords.open}
              </Button>
            ) : null}
            <Button onClick={add}>{words.records.add}</Button>
          </>
        ) : null
      }
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
        <ShowAll
          isFiltered={isFiltered}
          search={search}
          onShowAll={() => {
            setFind('');
            setPlace(everywhere);
            setIncludeRemoved(false);
          }}
        />
      </div>
      <DataTable
        autoFocus
        label={kindLabel(kind)}
        list={list}
        bulk={bulk.actions}
        recordsOf={(row) => recordsText({ kind, id: row.id })}
        onType={() => {
          beginSearch(search.current);
        }}
        onOpen={(row) => {
          go(`/records/${kind}/${row.id}`);
        }}
        empty={
          isFiltered ? (
            <Empty title={words.records.noMatch} />
          ) : (
            <Empty
              title={words.records.empty}
              text={words.records.emptyTexts[kind] ?? ''}
              action={canAdd ? <Button onClick={add}>{words.records.newTitle(kindLabel(kind).toLowerCase())}</Button> : null}
            />
          )
        }
      />
      {bulk.dialog}
    </Page>
  );
};
