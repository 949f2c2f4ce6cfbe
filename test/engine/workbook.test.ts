import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { EngineFailure } from '#engine/failure.ts';
import { readWorkbook, writeWorkbook, type SheetCell, type WrittenSheet } from '#engine/workbook.ts';
import { openZip } from '#engine/workbook/zip-reader.ts';
import { writeZip } from '#engine/workbook/zip-writer.ts';

const sheet = (rows: WrittenSheet['rows'], more: Partial<WrittenSheet> = {}): WrittenSheet => ({
  name: 'Danh sách',
  columnWidths: [6, 30],
  rows,
  ...more,
});

const cellsOf = (bytes: Uint8Array): readonly (readonly (SheetCell | undefined)[])[] =>
  (readWorkbook(Buffer.from(bytes)).sheets[0]?.rows ?? []).map((row) => row.cells);

const partOf = (bytes: Uint8Array, name: string): string => openZip(Buffer.from(bytes)).find(name)?.toString('utf8') ?? '';

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'no failure';
  } catch (error) {
    return error instanceof EngineFailure ? error.failure.code : 'another error';
  }
};

describe('writing a workbook', () => {
  test('comes back with the values, kinds and texts that were written', () => {
    const written = writeWorkbook([
      sheet([
        ['Số CCCD', "H' Hen Niê & <b>", '_x0041_', 'dòng 1\ndòng 2', '\u0007'],
        ['066165000123', 12_977, true, { date: '2019-03-15' }, { date: '1899-01-01' }],
      ]),
    ]);
    expect(cellsOf(written).map((row) => row.map((cell) => [cell?.kind, cell?.text]))).toEqual([
      [
        ['text', 'Số CCCD'],
        ['text', "H' Hen Niê & <b>"],
        ['text', '_x0041_'],
        ['text', 'dòng 1\ndòng 2'],
        ['text', '\u0007'],
      ],
      [
        ['text', '066165000123'],
        ['number', '12977'],
        ['boolean', 'TRUE'],
        ['date', '15/03/2019'],
        ['text', '01/01/1899'],
      ],
    ]);
  });

  test('keeps text that looks like a formula as text, marked so that editing makes no formula of it', () => {
    const dangerous = ['=1+1', '+84905', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")'];
    const written = writeWorkbook([sheet([dangerous])]);
    expect(cellsOf(written)[0]?.map((cell) => [cell?.kind, cell?.text])).toEqual(dangerous.map((text) => ['text', text]));
    const xml = partOf(written, 'xl/worksheets/sheet1.xml');
    expect(xml).not.toContain('<f>');
    const looks = partOf(written, 'xl/styles.xml').match(/<xf [^>]*>/g) ?? [];
    const styles = [...xml.matchAll(/<c r="[A-F]1" s="(\d+)"/g)].map((found) => looks[Number(found[1]) + 1] ?? '');
    expect(styles).toHaveLength(dangerous.length);
    expect(styles.every((look) => look.includes('quotePrefix="1"'))).toBe(true);
  });

  test('repeats the head on every page, freezes it, merges and names sheets as Excel takes them', () => {
    const written = writeWorkbook([
      sheet(
        [
          [{ value: 'Tiêu đề', columnSpan: 2, style: { bold: true } }, null],
          ['STT', 'Họ và tên'],
        ],
        {
          headerRows: { first: 2, last: 2 },
          frozenRows: 2,
          name: "Xã Ea Kly / 'danh sách' [2019]: rất dài và dài nữa",
        },
      ),
      sheet([], { name: "Xã Ea Kly / 'danh sách' [2019]: rất dài và dài nữa" }),
    ]);
    const book = partOf(written, 'xl/workbook.xml');
    expect(book).toContain('_xlnm.Print_Titles');
    expect(book).toContain('!$2:$2');
    const names = readWorkbook(Buffer.from(written)).sheets.map((one) => one.name);
    expect(names.every((name) => name.length <= 31 && !/[[\]:*?/\\]/.test(name))).toBe(true);
    expect(new Set(names).size).toBe(2);
    expect(readWorkbook(Buffer.from(written)).sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
  });

  test('gives the same bytes for the same sheets', () => {
    expect(Buffer.from(writeWorkbook([sheet([['a', 1]])]))).toEqual(Buffer.from(writeWorkbook([sheet([['a', 1]])])));
  });
});

test('columns that a file hides are told, their cells are read like others', () => {
  const rows = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>';
  const parts = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="1" Type="x/worksheet" Target="s.xml"/></Relationships>',
    'xl/s.xml': `<worksheet><cols><col min="1" max="1" width="9"/><col min="2" max="3" hidden="1"/></cols>${rows}</worksheet>`,
  };
  const xlsx = writeZip(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
  const cell = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>';
  const hidden = '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>';
  const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table
    table:name="a"><table:table-column/>${hidden}<table:table-row>${cell}${cell}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
  const ods = writeZip([{ name: 'content.xml', bytes: Buffer.from(content) }]);
  for (const bytes of [xlsx, ods]) {
    const [read] = readWorkbook(Buffer.from(bytes)).sheets;
    expect([read?.hiddenColumns, read?.rows[0]?.cells.length]).toEqual([[[1, 2]], 2]);
  }
});

describe('refusing to read', () => {
  const good = (): Buffer => Buffer.from(writeWorkbook([sheet([['Họ và tên'], ['Trần Văn Bình']])]));

  test('what is no spreadsheet, is cut off or has broken parts', () => {
    expect(codeOf(() => readWorkbook(Buffer.from('%PDF-1.7')))).toBe('spreadsheet-unreadable');
    expect(codeOf(() => readWorkbook(good().subarray(0, 300)))).toBe('spreadsheet-unreadable');
    expect(
      codeOf(() => readWorkbook(Buffer.from(writeZip([{ name: 'xl/workbook.xml', bytes: Buffer.from('<a><b></a>') }])))),
    ).toBe('spreadsheet-unreadable');
    expect(codeOf(() => readWorkbook(Buffer.from(writeZip([{ name: 'word/document.xml', bytes: Buffer.from('<a/>') }]))))).toBe(
      'spreadsheet-unreadable',
    );
  });

  test('an archive that unpacks to far more than it seems', () => {
    const bomb = Buffer.alloc(450_000_000, 0x20);
    const packed = deflateRawSync(bomb);
    expect(packed.length).toBeLessThan(1_000_000);
    const archive = writeZip([{ name: 'xl/workbook.xml', bytes: bomb }]);
    expect(codeOf(() => readWorkbook(Buffer.from(archive)))).toBe('spreadsheet-too-large');
  });

  test('entities that would grow, and rows or columns beyond the bounds', () => {
    const of = (sheetXml: string): Buffer =>
      Buffer.from(
        writeZip([
          {
            name: 'xl/workbook.xml',
            bytes: Buffer.from('<workbook xmlns:r="r"><sheets><sheet name="a" r:id="1"/></sheets></workbook>'),
          },
          {
            name: 'xl/_rels/workbook.xml.rels',
            bytes: Buffer.from('<Relationships><Relationship Id="1" Type="x/worksheet" Target="s.xml"/></Relationships>'),
          },
          { name: 'xl/s.xml', bytes: Buffer.from(sheetXml) },
        ]),
      );
    const row = (address: string): string =>
      `<worksheet><sheetData><row r="${address.replace(/\D/g, '')}"><c r="${address}"><v>1</v></c></row></sheetData></worksheet>`;
    expect(readWorkbook(of(row('B2'))).sheets[0]?.rows[0]?.index).toBe(1);
    expect(codeOf(() => readWorkbook(of(row('A900000'))))).toBe('spreadsheet-too-large');
    expect(codeOf(() => readWorkbook(of(row('ZZZ1'))))).toBe('spreadsheet-too-large');
    expect(codeOf(() => readWorkbook(of(`<!DOCTYPE a [<!ENTITY b "cc">]><worksheet>&b;</worksheet>`)))).toBe(
      'spreadsheet-unreadable',
    );
  });
});
