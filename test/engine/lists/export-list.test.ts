import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '#engine/workbook.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { setUpOffice, temporaryFolder, type Office } from '#test/support/office.ts';

const base = temporaryFolder();
let office: Office;

beforeAll(async () => {
  office = await setUpOffice(base, '654');
});

const list = (file: string, more: Partial<InputOf<'list.export'>> = {}): InputOf<'list.export'> => ({
  title: 'Hòa giải viên',
  subtitle: 'Xã Ea Kly',
  columns: [
    { title: 'Họ và tên' },
    { title: 'Ngày sinh' },
    { title: 'Phiếu bầu' },
    { title: 'Điện thoại', personalNumber: true },
  ],
  rows: [
    ["H' Liên Niê Kđăm", { date: '1965-05-04' }, 72, '0905123456'],
    ['=1+1', { date: '1971' }, null, '0905123457'],
  ],
  file: join(base, file),
  ...more,
});

const cells = (file: string) =>
  readWorkbook(readFileSync(file)).sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.cells.map((cell) => (cell === undefined ? null : [cell.kind, cell.text]))),
  }));

test('a list is written as it is shown: text, numbers and dates as such, personal numbers left out', async () => {
  const asked = list('mediators.xlsx');
  expect(await office.ask('list.export', asked)).toEqual({ file: asked.file, rowCount: 2 });
  expect(cells(asked.file)).toEqual([
    {
      name: 'Hòa giải viên',
      rows: [
        [['text', 'Hòa giải viên']],
        [['text', 'Xã Ea Kly']],
        [
          ['text', 'Họ và tên'],
          ['text', 'Ngày sinh'],
          ['text', 'Phiếu bầu'],
        ],
        [
          ['text', "H' Liên Niê Kđăm"],
          ['date', '04/05/1965'],
          ['number', '72'],
        ],
        [
          ['text', '=1+1'],
          ['text', '1971'],
        ],
      ],
    },
  ]);
});

test('personal numbers go into the file where somebody asks for them', async () => {
  const asked = list('numbers.xlsx', { withPersonalNumbers: true });
  await office.ask('list.export', asked);
  expect(cells(asked.file)[0]?.rows[3]?.[3]).toEqual(['text', '0905123456']);
});

test('a file that is there is replaced whole, and nothing is left beside it', async () => {
  const asked = list('again.xlsx');
  writeFileSync(asked.file, 'old');
  await office.ask('list.export', asked);
  expect(cells(asked.file)[0]?.rows).toHaveLength(5);
  expect(readdirSync(base).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a list that does not fit its columns, has too many rows or no folder to go to is refused and leaves no file', async () => {
  const uneven = list('uneven.xlsx', { rows: [['a', 1, 2, 'b', 'c']] });
  expect(await office.fail('list.export', uneven)).toMatchObject({ code: 'usage-wrong' });
  const onlyNumbers = list('only.xlsx', { columns: [{ title: 'Điện thoại', personalNumber: true }], rows: [] });
  expect(await office.fail('list.export', onlyNumbers)).toMatchObject({ code: 'usage-wrong' });
  const long = list('long.xlsx', { rows: Array.from({ length: 200_001 }, () => ['a']) });
  expect(await office.fail('list.export', long)).toMatchObject({ code: 'input-malformed' });
  const nowhere = list(join('no-such-folder', 'list.xlsx'));
  expect(await office.fail('list.export', nowhere)).toMatchObject({ code: 'file-missing' });
  for (const { file } of [uneven, onlyNumbers, long, nowhere]) expect(existsSync(file)).toBe(false);
});
