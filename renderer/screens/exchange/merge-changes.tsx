import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { MergeItem, MergeResult } from '#shared/contract/views.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { fieldLabel, kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { formatValue, unitName } from '#renderer/components/format.ts';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { Empty } from '#renderer/components/page.tsx';

/** The record that an item is about: its id begins with kind and id. */
const recordOf = (item: MergeItem) => {
  const [kind = '', id = ''] = item.id.split('/');
  return { kind, id };
};

const kindOf = (item: MergeItem): string => item.id.split('/')[0] ?? '';

/** The name alone: the kind stands in the heading above. */
const titleOf = (item: MergeItem): string => item.title.replace(`${kindLabel(kindOf(item))}: `, '');

/** The first values of a whole record in the order of its form, without what the title or a reference says. */
const wholeText = (kind: string, title: string, value: unknown): string => {
  if (typeof value !== 'object' || value === null) return '';
  const values = value as Readonly<Record<string, unknown>>;
  return Object.keys(findKind(kind)?.fields ?? {})
    .filter((field) => !/Ids?$/.test(field) && values[field] != null && values[field] !== title)
    .filter((field) => !(Array.isArray(values[field]) && values[field].length === 0))
    .slice(0, 6)
    .map((field) => `${fieldLabel(kind, field)}: ${formatValue(kind, field, values[field])}`)
    .join('; ');
};

const shownValue = (item: MergeItem, value: unknown): string =>
  item.field === null ? wholeText(kindOf(item), titleOf(item), value) : formatValue(kindOf(item), item.field, value);

/** Of a conflict every value that will stand side by side. */
const newText = (item: MergeItem): string =>
  item.values.length === 0
    ? shownValue(item, item.new)
    : item.values.map((value) => formatValue(kindOf(item), item.field ?? '', value)).join(' / ');

const tones: Readonly<Record<MergeItem['change'], string>> = {
  added: 'badge good',
  changed: 'badge',
  removed: 'badge warn',
  restored: 'badge good',
  conflict: 'badge bad',
};

const columns: readonly Column<MergeItem>[] = [
  {
    key: 'change',
    title: words.inbox.result,
    width: '100px',
    cell: (item) => <span className={tones[item.change]}>{words.inbox.changes[item.change]}</span>,
  },
  { key: 'what', title: words.inbox.what, width: 'minmax(220px, 1.6fr)', cell: titleOf },
  {
    key: 'field',
    title: words.inbox.field,
    width: '150px',
    cell: (item) => (item.field === null ? '' : fieldLabel(kindOf(item), item.field)),
  },
  { key: 'old', title: words.inbox.old, width: 'minmax(140px, 1fr)', cell: (item) => shownValue(item, item.old) },
  {
    key: 'new',
    title: words.inbox.new,
    width: 'minmax(200px, 2fr)',
    cell: (item) => <span title={newText(item)}>{newText(item)}</span>,
  },
];

type Row = MergeItem | { readonly heading: string };
const isHeading = (row: Row): row is { readonly heading: string } => 'heading' in row;

const groupings = ['kind', 'commune'] as const;
type Grouping = (typeof groupings)[number];

const communeOf = ({ communeId }: MergeItem): string => (communeId === null ? words.inbox.wholeOffice : unitName(communeId));

/** The rows under a heading for each kind of record, or for each commune by alphabet. */
const grouped = (items: readonly MergeItem[], by: Grouping): readonly Row[] => {
  const groups = new Map<string, MergeItem[]>();
  for (const item of items) {
    const name = by === 'kind' ? kindLabel(kindOf(item)) : communeOf(item);
    const own = groups.get(name);
    if (own) own.push(item);
    else groups.set(name, [item]);
  }
  const names = [...groups.keys()];
  const inOrder = by === 'kind' ? names : names.sort((a, b) => a.localeCompare(b, 'vi'));
  return inOrder.flatMap((name): readonly Row[] => {
    const own = groups.get(name) ?? [];
    return [{ heading: `${name} (${formatCount(own.length)})` }, ...own];
  });
};

const columnsFor = (by: Grouping): readonly Column<Row>[] =>
  columns.map((column) => ({
    key: column.key,
    title: column.title,
    width: column.width,
    cell: (row) => {
      if (isHeading(row)) return '';
      return by === 'commune' && column.key === 'what' ? row.title : column.cell(row);
    },
  }));
const rowColumns = { kind: columnsFor('kind'), commune: columnsFor('commune') } as const;

type MergeChangesProps = {
  readonly result: MergeResult;
  /** What Enter on a change does; nothing once the package is in the books. */
  readonly onOpen: ((item: MergeItem) => void) | undefined;
};

/** Every change of one package under its kind of record or its commune, filtered by kind and by change. */
export const MergeChanges = ({ result, onOpen }: MergeChangesProps) => {
  const [kind, setKind] = useState('');
  const [change, setChange] = useState('');
  const kinds = useMemo(() => [...new Set(result.items.map(kindOf))], [result.items]);
  const items = useMemo(
    () => result.items.filter((item) => (kind === '' || kindOf(item) === kind) && (change === '' || item.change === change)),
    [result.items, kind, change],
  );
  const [by, setBy] = useState<Grouping>('kind');
  const rows = useMemo(() => grouped(items, by), [items, by]);
  if (result.items.length === 0) return <div className="sheet padded">{words.inbox.noChanges}</div>;
  return (
    <>
      <div className="row">
        <NativeSelect
          size="xs"
          aria-label={words.inbox.kindOf}
          value={kind}
          onChange={(event) => {
            setKind(event.currentTarget.value);
          }}
        >
          <option value="">{words.inbox.allKinds}</option>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {kindLabel(one)}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          size="xs"
          aria-label={words.inbox.changeOf}
          value={change}
          onChange={(event) => {
            setChange(event.currentTarget.value);
          }}
        >
          <option value="">{words.inbox.allChanges}</option>
          {Object.entries(words.inbox.changes).map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          size="xs"
          aria-label={words.inbox.groupBy}
          value={by}
          onChange={(event) => {
            setBy(groupings.find((one) => one === event.currentTarget.value) ?? 'kind');
          }}
        >
          {groupings.map((one) => (
            <option key={one} value={one}>
              {words.inbox.groups[one]}
            </option>
          ))}
        </NativeSelect>
        <span className="muted">
          {words.inbox.total(items.length)} / {formatCount(result.itemCount)}
          {onOpen === undefined ? '' : ` · ${words.leaveOut.hint}`}
        </span>
      </div>
      <DataTable
        label={words.inbox.changesTitle}
        columns={rowColumns[by]}
        total={rows.length}
        rowAt={(index) => rows[index]}
        recordsOf={(row) => (onOpen !== undefined || isHeading(row) ? '' : recordsText(recordOf(row)))}
        {...(onOpen === undefined
          ? {}
          : {
              onOpen: (row: Row) => {
                if (!isHeading(row)) onOpen(row);
              },
            })}
        headingOf={(row) => (isHeading(row) ? row.heading : null)}
        empty={<Empty title={words.inbox.noChanges} />}
      />
    </>
  );
};
