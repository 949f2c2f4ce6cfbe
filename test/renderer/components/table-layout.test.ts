import { expect, test } from 'vitest';
import type { Column } from '#renderer/components/table-column.ts';
import { clipboardText, sheetOf } from '#renderer/components/table-export.ts';
import {
  gridOf,
  moveColumn,
  orderedColumns,
  plainLayout,
  readLayout,
  resizeColumn,
  shownColumns,
  sortBy,
  toggleColumn,
} from '#renderer/components/table-layout.ts';

type Row = { readonly name: string; readonly born: string | null; readonly members: number; readonly phone: string };

const columns: readonly Column<Row>[] = [
  { key: 'name', title: 'Họ và tên', width: 'minmax(170px, 2fr)', cell: (row) => row.name },
  {
    key: 'born',
    title: 'Ngày sinh',
    width: '100px',
    cell: (row) => row.born ?? '',
    value: (row) => (row.born === null ? null : { date: row.born }),
  },
  { key: 'members', title: 'Số người', width: '80px', number: true, cell: (row) => row.members },
  { key: 'phone', title: 'Điện thoại', width: '110px', hidden: true, personalNumber: true, cell: (row) => row.phone },
];
const keys = columns.map((column) => column.key);
const shownKeys = (layout: typeof plainLayout): readonly string[] => shownColumns(columns, layout).map((column) => column.key);

test('columns are shown, hidden and moved; one always stays', () => {
  expect(shownKeys(plainLayout)).toEqual(['name', 'born', 'members']);
  const [name, born, members, phone] = columns;
  if (!name || !born || !members || !phone) throw new Error('columns');
  expect(shownKeys(toggleColumn(plainLayout, phone))).toEqual(keys);
  expect(shownKeys(toggleColumn(toggleColumn(plainLayout, born), born))).toEqual(['name', 'born', 'members']);
  const none = [name, born, members].reduce((layout, column) => toggleColumn(layout, column), plainLayout);
  expect(shownKeys(none)).toEqual(['name']);
  expect(shownKeys(moveColumn(plainLayout, keys, 'members', -1))).toEqual(['name', 'members', 'born']);
  expect(moveColumn(plainLayout, keys, 'name', -1)).toEqual(plainLayout);
});

test('a column that a new version brings stands where the program puts it', () => {
  const old = { ...plainLayout, order: ['members', 'name'] };
  expect(orderedColumns(columns, old).map((column) => column.key)).toEqual(['members', 'born', 'name', 'phone']);
});

test('a click orders upwards, then downwards, then as before; with Shift behind the column that orders already', () => {
  const up = sortBy(plainLayout, 'born');
  const down = sortBy(up, 'born');
  expect([up.sort, down.sort, sortBy(down, 'born').sort]).toEqual([
    [{ by: 'born', descending: false }],
    [{ by: 'born', descending: true }],
    [],
  ]);
  expect(sortBy(up, 'name', true).sort.map(({ by }) => by)).toEqual(['born', 'name']);
});

test('widths stay between the narrowest and the widest; drawn ones no longer stretch', () => {
  expect(resizeColumn(plainLayout, 'name', 2).widths).toEqual({ name: 44 });
  expect(resizeColumn(plainLayout, 'name', 5000).widths).toEqual({ name: 900 });
  expect(gridOf(columns.slice(0, 2), resizeColumn(plainLayout, 'name', 240), [34])).toEqual({
    template: '34px 240px 100px',
    least: 374,
  });
});

test('what was stored by another version or damaged is taken as far as it makes sense', () => {
  expect(readLayout('nonsense', keys, keys, [])).toEqual(plainLayout);
  expect(
    readLayout(
      {
        order: ['gone', 'name', 3],
        hidden: 'born',
        widths: { name: 200, born: 'wide', members: 1e9 },
        sort: [{ by: 'gone', descending: true }, { by: 'name', descending: true }, null],
        groupBy: 'commune',
      },
      keys,
      keys,
      ['team'],
    ),
  ).toEqual({ ...plainLayout, order: ['name'], widths: { name: 200 }, sort: [{ by: 'name', descending: true }] });
});

const rows: readonly Row[] = [
  { name: "H' Liên Niê\tKđăm", born: '1965-05-04', members: 7, phone: '0905123456' },
  { name: 'Nguyễn Văn Ân', born: null, members: 0, phone: '' },
];

test('a file holds dates as dates, numbers as numbers and the group of each row in front', () => {
  const sheet = sheetOf({
    columns,
    rows,
    groups: [
      { key: '1', label: 'Xã Ea Phê', count: 1 },
      { key: '2', label: 'Xã Ea Kly', count: 1 },
    ],
    groupTitle: 'Xã',
  });
  expect(sheet.columns.map((column) => [column.title, column.personalNumber ?? false])).toEqual([
    ['Xã', false],
    ['Họ và tên', false],
    ['Ngày sinh', false],
    ['Số người', false],
    ['Điện thoại', true],
  ]);
  expect(sheet.rows).toEqual([
    ['Xã Ea Phê', "H' Liên Niê\tKđăm", { date: '1965-05-04' }, 7, '0905123456'],
    ['Xã Ea Kly', 'Nguyễn Văn Ân', null, 0, null],
  ]);
});

test('what would be a formula when pasted is text on the clipboard', () => {
  const plain: readonly Column<string>[] = [{ key: 'note', title: 'Ghi chú', width: '80px', cell: (row) => row }];
  const evil = ['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1+1', '\r\n=1+1', 'a=1', '-'];
  expect(clipboardText(plain, evil).split('\n').slice(1)).toEqual([
    "'=1+1",
    "'+1",
    "'-1+2",
    "'@SUM(A1)",
    "'=1+1",
    "'=1+1",
    'a=1',
    '-',
  ]);
});

test('the clipboard gets one line a row, days first, without telephone numbers', () => {
  expect(clipboardText(columns, rows)).toBe(
    "Họ và tên\tNgày sinh\tSố người\nH' Liên Niê Kđăm\t04/05/1965\t7\nNguyễn Văn Ân\t\t0",
  );
});
