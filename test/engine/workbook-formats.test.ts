import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook, type WrittenCell } from '#engine/workbook.ts';
import { failureOf } from '#engine/failure.ts';
import { temporaryFolder } from '#test/support/office.ts';
import { run, testWith } from '#test/support/outside-tool.ts';
import { spreadsheet } from '#test/support/spreadsheet.ts';

const base = temporaryFolder();

const first: readonly (readonly WrittenCell[])[] = [
  [{ value: 'DANH SÁCH HÒA GIẢI VIÊN', columnSpan: 5 }],
  ['STT', 'Họ và tên', 'Ngày sinh', 'Điện thoại', 'Ghi chú'],
  [1, 'H’ Bluên Niê Kdăm', { date: '1985-03-05' }, '0905123456', 'Ê Đê; "nháy", phẩy\nxuống dòng'],
  [2, { value: 'NguyÔn V¨n B×nh', style: { font: '.VnTime' } }, 1965, '0912345678', null],
  [3, 'Đỗ Thị Hường', { date: '1970-12-31' }, null, '=1+1'],
];
const second: readonly (readonly WrittenCell[])[] = [['Xã Ea Kly'], [1.5, 2], ['cuối']];

const made: Record<string, Buffer> = {};

const convert = (file: string, to: string): Buffer => {
  const args = ['--headless', `-env:UserInstallation=file://${join(base, 'office')}`, '--convert-to', to, '--outdir', base, file];
  run('soffice', args);
  return readFileSync(file.replace('.xlsx', `.${to.split(':')[0]}`));
};

const textsOf = (format: string, sheet = 0): readonly (readonly string[])[] =>
  (readWorkbook(made[format] as Buffer).sheets[sheet]?.rows ?? []).map(({ cells }) =>
    Array.from({ length: 5 }, (_, column) => cells[column]?.text ?? ''),
  );

beforeAll(() => {
  const file = spreadsheet(base, 'books', { 'Ea Phê': first, 'Ea Kly': second });
  made.xlsx = readFileSync(file);
});

describe('a workbook that another office program saved in its own format', () => {
  testWith(['localc'], 'reads as the workbook it was made of: texts, numbers, days, lines in a cell', () => {
    const expected = textsOf('xlsx');
    expect(expected[2]).toEqual(['1', 'H’ Bluên Niê Kdăm', '05/03/1985', '0905123456', 'Ê Đê; "nháy", phẩy\nxuống dòng']);
    for (const format of ['xls', 'ods']) {
      made[format] = convert(join(base, 'books.xlsx'), format);
      expect([format, readWorkbook(made[format]).format]).toEqual([format, format]);
      expect([format, textsOf(format)]).toEqual([format, expected]);
      expect([format, textsOf(format, 1)]).toEqual([format, textsOf('xlsx', 1)]);
      expect(readWorkbook(made[format]).sheets.map(({ name }) => name)).toEqual(['Ea Phê', 'Ea Kly']);
      expect(readWorkbook(made[format]).sheets[0]?.merges).toContainEqual({ top: 0, left: 0, bottom: 0, right: 4 });
    }
    return Promise.resolve();
  });

  testWith(['localc'], 'keeps the font of a cell, on which the old codes hang', () => {
    for (const format of ['xls', 'ods']) {
      made[format] ??= convert(join(base, 'books.xlsx'), format);
      const cell = readWorkbook(made[format]).sheets[0]?.rows[3]?.cells[1];
      expect([format, cell?.font, cell?.text]).toEqual([format, '.VnTime', 'NguyÔn V¨n B×nh']);
    }
    return Promise.resolve();
  });

  testWith(['localc'], 'is read from text with commas, in quotes where need be', () => {
    made.csv = convert(join(base, 'books.xlsx'), 'csv:Text - txt - csv (StarCalc):44,34,76,1');
    const book = readWorkbook(made.csv);
    expect(book.format).toBe('csv');
    expect(textsOf('csv')[1]).toEqual(['STT', 'Họ và tên', 'Ngày sinh', 'Điện thoại', 'Ghi chú']);
    expect(textsOf('csv')[2]?.[4]).toBe('Ê Đê; "nháy", phẩy\nxuống dòng');
    return Promise.resolve();
  });
});

describe('text files of tables', () => {
  const rowsOf = (bytes: Buffer): readonly (readonly string[])[] =>
    (readWorkbook(bytes).sheets[0]?.rows ?? []).map(({ cells }) => cells.map((cell) => cell?.text ?? ''));

  test('are told apart by what parts their columns and by their encoding', () => {
    const expected = [
      ['Họ tên', 'Năm'],
      ['Lê Thị Hồng', '1970'],
    ];
    for (const sign of [',', ';', '\t']) {
      const text = expected.map((row) => row.join(sign)).join('\r\n');
      expect([sign, rowsOf(Buffer.from(text, 'utf8'))]).toEqual([sign, expected]);
      expect([sign, rowsOf(Buffer.from(`\uFEFF${text}`, 'utf8'))]).toEqual([sign, expected]);
      expect([sign, rowsOf(Buffer.from(`\uFEFF${text}`, 'utf16le'))]).toEqual([sign, expected]);
    }
  });
});

describe('damaged files', () => {
  testWith(['localc'], 'are refused with a sentence or read, never a crash: any cut, any changed bytes', () => {
    for (const format of ['xlsx', 'xls', 'ods', 'csv']) {
      const bytes = made[format] as Buffer;
      fc.assert(
        fc.property(
          fc.nat(bytes.length),
          fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 12 }),
          (cut, changes) => {
            const broken = Buffer.from(bytes.subarray(0, cut));
            for (const [at, value] of changes) if (at < broken.length) broken[at] = value;
            try {
              readWorkbook(broken);
            } catch (error) {
              expect(failureOf(error).code).toMatch(/^spreadsheet-/);
            }
          },
        ),
        { numRuns: 150 },
      );
    }
    return Promise.resolve();
  });
});
