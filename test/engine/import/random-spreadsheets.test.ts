import fc from 'fast-check';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook, writeWorkbook, type WrittenCell } from '#engine/workbook.ts';
import { writeZip } from '#engine/workbook/zip-writer.ts';
import type { ImportPlan } from '#shared/contract/import-methods.ts';
import { cleanParagraph } from '#shared/text/vietnamese.ts';
import { setUpOffice, temporaryFolder, type Office } from '#test/support/office.ts';
import { readAccount } from '#test/support/spreadsheets/account.ts';

const base = temporaryFolder();
const file = join(base, 'random.xlsx');
let office: Office;

beforeAll(async () => {
  office = await setUpOffice(base, '654');
});

const heads = [
  'STT',
  'Họ và tên',
  'Tên',
  'Giới tính',
  'Nam',
  'Nữ',
  'Năm sinh',
  'Ngày sinh',
  'Dân tộc',
  'Số CCCD',
  'Điện thoại',
  'Chức vụ',
  'Tổ hòa giải',
  'Thôn, buôn',
  'Xã',
  'Số QĐ',
  'Ngày QĐ',
  'Ghi chú',
  'Trình độ chuyên môn',
  'Gia cảnh',
];
const texts = [
  'Trần Văn Bình',
  'LÊ THỊ HOA',
  "H' Liên Niê",
  'Võ Minh Tâm\nPhạm Thị Lan',
  'x',
  'nt',
  '"',
  '-',
  'Nam',
  'Nữ',
  'Kinh',
  'Ê Đê',
  '5/3/85',
  '31/02/1980',
  '1965',
  'Tổ trưởng',
  'HGV',
  'Tổ hòa giải thôn 1',
  'Thôn 1',
  'Xã Ea Kly',
  'Ea Phê',
  'XÃ EA PHÊ',
  'Cộng',
  'Tổng cộng',
  '0905123456; 0905123457',
  '066065000123',
  '6.61E+10',
  '45/QĐ-UBND ngày 15/3/2019',
  'NguyÔn V¨n B×nh',
  'Nguyeãn Vaên Bình',
  'NGƯỜI LẬP',
  '=1+1',
  '#N/A',
  '\u0000\u200b',
];
const cell: fc.Arbitrary<WrittenCell> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...texts) },
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom<WrittenCell>(1, 2, 1965, 1970, 905_123_456, 66_065_000_123, 25_697, -1.5, 1e21, true) },
  { weight: 1, arbitrary: fc.constantFrom('1965-03-05', '2019-01-01').map((date): WrittenCell => ({ date })) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom(...heads) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...texts),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom('.VnTime', '.VnTimeH', 'VNI-Times', 'Arial'),
      )
      .map(([value, columnSpan, rowSpan, font]): WrittenCell => ({ value, columnSpan, rowSpan, style: { font } })),
  },
);
const head = fc.shuffledSubarray(heads, { minLength: 3, maxLength: 12 }).map((words): readonly WrittenCell[] => words);
const block = fc.tuple(
  fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }),
  head,
  fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 }),
);
const sheets = fc.array(
  fc
    .tuple(fc.constantFrom('Xã Ea Kly', 'Sheet1', 'Ea Phê', 'x'), fc.array(block, { minLength: 1, maxLength: 2 }))
    .map(([name, blocks]) => ({
      name,
      columnWidths: [],
      rows: blocks.flatMap(([above, words, below]) => [...above, words, ...below]),
    })),
  { minLength: 1, maxLength: 3 },
);

const told = (plan: ImportPlan): unknown => plan.rows.map((row) => [row.sheet, row.row, row.part, row.outcome, row.values]);

describe('random spreadsheets', () => {
  test('lose no row and no value unsaid, and are taken in exactly as the dry run said', async () => {
    let tables = 0;
    let written = 0;
    await fc.assert(
      fc.asyncProperty(sheets, async (made) => {
        writeFileSync(file, writeWorkbook(made));
        const read = await office.engine.call('import.plan', { file });
        if (!read.ok) {
          expect(read.failure.code).toMatch(/^spreadsheet-/);
          return;
        }
        tables += 1;
        const { plan, sheets: told2 } = await readAccount(office, { file });
        const silent = told2.flatMap((sheet) => Object.entries(sheet.cells).filter(([, fate]) => fate === ''));
        expect(silent).toEqual([]);
        const cells = readWorkbook(readFileSync(file)).sheets.reduce(
          (sum, sheet) =>
            sum +
            sheet.rows.flatMap((row) => row.cells.filter((one) => one !== undefined && cleanParagraph(one.text) !== '')).length,
          0,
        );
        expect(told2.reduce((sum, sheet) => sum + Object.keys(sheet.cells).length, 0)).toBe(cells);
        for (const sheet of plan.sheets) {
          const rows = (await office.ask('import.cells', { file, sheetIndex: sheet.index, count: 2000 })).rows;
          const data = new Set(rows.filter((row) => row.role === 'data').map((row) => row.row));
          expect(new Set(plan.rows.filter((row) => row.sheet === sheet.index).map((row) => row.row))).toEqual(data);
        }
        const done = await office.ask('import.run', { file, planHash: plan.planHash });
        expect(told(done)).toEqual(told(plan));
        expect(done.counts).toEqual(plan.counts);
        if (done.importId === null) return;
        written += 1;
        const again = await office.ask('import.plan', { file });
        expect(
          again.rows.filter(
            (row) =>
              row.outcome === 'created' &&
              !plan.rows.some((one) => one.sheet === row.sheet && one.row === row.row && one.outcome !== 'created'),
          ),
        ).toEqual([]);
        await office.ask('import.undo', { importId: done.importId });
      }),
      { numRuns: 40 },
    );
    expect(tables).toBeGreaterThan(10);
    expect(written).toBeGreaterThan(1);
  });
});

const fixtures = fileURLToPath(new URL('../../fixtures/spreadsheets/', import.meta.url));

/** The code of the refusal, or `read`. */
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  writeFileSync(file, bytes);
  const reply = await office.engine.call('import.read', { file });
  return reply.ok ? 'read' : reply.failure.code;
};

describe('files that are broken or evil', () => {
  test('random bytes and real files with changed bytes are read or refused with a sentence', async () => {
    const names = readdirSync(fixtures).filter((name) => !name.endsWith('.json'));
    const originals = names.map((name) => readFileSync(join(fixtures, name)));
    const mutated = fc
      .tuple(
        fc.constantFrom(...originals),
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
      )
      .map(([bytes, changes, keep]) => {
        const broken = Buffer.from(bytes.subarray(0, Math.ceil(bytes.length * (keep < 0.5 ? keep * 2 : 1))));
        for (const [at, value] of changes) broken[Math.floor(at * broken.length)] = value;
        return broken;
      });
    const noise = fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes));
    const started = fc
      .tuple(fc.constantFrom([0xd0, 0xcf, 0x11, 0xe0], [0x50, 0x4b, 3, 4], [0xff, 0xfe], [0xef, 0xbb, 0xbf]), noise)
      .map(([start, rest]) => Buffer.concat([Buffer.from(start), rest]));
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: mutated }, noise, started), async (bytes) => {
        expect(await codeOf(bytes)).toMatch(/^(read|spreadsheet-[a-z-]+)$/);
      }),
      { numRuns: 250 },
    );
  });

  const bookOf = (parts: Readonly<Record<string, Buffer>>): Uint8Array =>
    writeZip([
      {
        name: 'xl/workbook.xml',
        bytes: Buffer.from('<workbook xmlns:r="r"><sheets><sheet name="a" r:id="1"/></sheets></workbook>'),
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        bytes: Buffer.from(
          '<Relationships><Relationship Id="1" Type="x/worksheet" Target="s.xml"/><Relationship Id="2" Type="x/sharedStrings" Target="t.xml"/></Relationships>',
        ),
      },
      ...Object.entries(parts).map(([name, bytes]) => ({ name, bytes })),
    ]);
  const sheetXml = Buffer.from('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>');
  const laughs = Buffer.from(
    `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, at) => `<!ENTITY ${'b'.repeat(at + 1)} "${`&${at === 0 ? 'a' : 'b'.repeat(at)};`.repeat(10)}">`).join('')}]><worksheet>&${'b'.repeat(20)};</worksheet>`,
  );
  const endless = (pieces: number): Buffer => Buffer.from(`<sst>${'<si><t>a</t></si>'.repeat(pieces)}</sst>`);

  test.for([
    ['a billion laughs', () => bookOf({ 'xl/s.xml': laughs }), 'spreadsheet-unreadable'],
    ['100 MB of zeros', () => Buffer.alloc(100_000_000), 'spreadsheet-too-large'],
    ['39 MB of zeros', () => Buffer.alloc(39_000_000), 'spreadsheet-unreadable'],
    [
      'five million shared strings',
      () => bookOf({ 'xl/s.xml': sheetXml, 'xl/t.xml': endless(5_000_000) }),
      'spreadsheet-too-large',
    ],
    [
      'a text of 40 million letters',
      () => bookOf({ 'xl/s.xml': sheetXml, 'xl/t.xml': Buffer.from(`<sst><si><t>${'a'.repeat(40_000_000)}</t></si></sst>`) }),
      'spreadsheet-too-large',
    ],
    [
      'an attribute of 40 million letters',
      () => bookOf({ 'xl/s.xml': Buffer.from(`<worksheet x="${'a'.repeat(40_000_000)}"/>`) }),
      'read',
    ],
  ] as const)('%s: refused, or read as an empty sheet, within bounded memory', async ([, make, code]) => {
    writeFileSync(file, make());
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const reply = await office.engine.call('import.read', { file });
    expect(reply.ok ? 'read' : reply.failure.code).toBe(code);
    expect(process.memoryUsage().rss - before).toBeLessThan(900_000_000);
  });

  test('an archive of 450 MB packed into half a megabyte is refused before it is unpacked whole', async () => {
    const packed = deflateRawSync(Buffer.alloc(450_000_000, 0x20));
    expect(packed.length).toBeLessThan(1_000_000);
    expect(await codeOf(bookOf({ 'xl/s.xml': Buffer.alloc(450_000_000, 0x20) }))).toBe('spreadsheet-too-large');
  });
});
