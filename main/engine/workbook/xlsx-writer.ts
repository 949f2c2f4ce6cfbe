import { columnName } from './cell-address.ts';
import { serialOf } from './serial-date.ts';
import { createStyleSheet, type StyleSheet } from './style-sheet.ts';
import { headerStyle, type CellStyle, type WrittenCell, type WrittenSheet, type WrittenValue } from './written-sheet.ts';
import { writeXmlText } from './xml-text.ts';
import { writeZip } from './zip-writer.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const partType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Text that a spreadsheet program would take for a formula if it were typed. */
const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text);

type Strings = { readonly numberOf: (text: string) => number; readonly xml: () => string };

const createStrings = (): Strings => {
  const numbers = new Map<string, number>();
  return {
    numberOf: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    xml: () =>
      `${head}<sst xmlns="${main}" uniqueCount="${numbers.size}">${[...numbers.keys()]
        .map((text) => `<si><t xml:space="preserve">${writeXmlText(text)}</t></si>`)
        .join('')}</sst>`,
  };
};

type Placed = { readonly value: WrittenValue; readonly style: CellStyle; readonly columnSpan: number; readonly rowSpan: number };

const dateStyle: CellStyle = { format: 'dd/mm/yyyy', align: 'center' };

const place = (cell: WrittenCell, base: CellStyle): Placed => {
  const single = { columnSpan: 1, rowSpan: 1 };
  if (cell === null || typeof cell !== 'object') return { value: cell, style: base, ...single };
  if ('date' in cell) {
    const serial = serialOf(cell.date);
    const value = serial ?? cell.date.split('-').reverse().join('/');
    return { value, style: { ...base, ...dateStyle, ...cell.style }, ...single };
  }
  return {
    value: cell.value,
    style: { ...base, ...cell.style },
    columnSpan: Math.max(1, cell.columnSpan ?? 1),
    rowSpan: Math.max(1, cell.rowSpan ?? 1),
  };
};

const cellXml = (address: string, { value, style }: Placed, styles: StyleSheet, strings: Strings): string => {
  const isText = typeof value === 'string' && value !== '';
  const look = styles.numberOf(style, isText && looksLikeFormula(value));
  const open = `<c r="${address}" s="${look}"`;
  if (isText) return `${open} t="s"><v>${strings.numberOf(value)}</v></c>`;
  if (typeof value === 'number' && Number.isFinite(value)) return `${open}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${open} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `${open}/>`;
};

const sheetXml = (sheet: WrittenSheet, styles: StyleSheet, strings: Strings): string => {
  const merges: string[] = [];
  const isHeader = (row: number): boolean =>
    sheet.headerRows !== undefined && row + 1 >= sheet.headerRows.first && row + 1 <= sheet.headerRows.last;
  const rows = sheet.rows.map((cells, row) => {
    const base: CellStyle = { ...sheet.style, ...(isHeader(row) ? headerStyle : {}) };
    const written = cells.map((cell, column) => {
      const placed = place(cell, base);
      const address = `${columnName(column)}${row + 1}`;
      if (placed.columnSpan > 1 || placed.rowSpan > 1)
        merges.push(`${address}:${columnName(column + placed.columnSpan - 1)}${row + placed.rowSpan}`);
      return cellXml(address, placed, styles, strings);
    });
    const height = sheet.rowHeights?.[row];
    const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    return `<row r="${row + 1}"${tall}>${written.join('')}</row>`;
  });
  const frozen = sheet.frozenRows ?? 0;
  const pane =
    frozen === 0 ? '' : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const columns = sheet.columnWidths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const lastColumn = columnName(Math.max(0, sheet.columnWidths.length - 1));
  const filterRow = sheet.headerRows?.last;
  return [
    `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    sheet.filter === true && filterRow !== undefined
      ? `<autoFilter ref="A${filterRow}:${lastColumn}${Math.max(filterRow, sheet.rows.length)}"/>`
      : '',
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
    '<pageMargins left="1.18" right="0.59" top="0.79" bottom="0.79" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${sheet.landscape === true ? 'landscape' : 'portrait'}" fitToHeight="0"/>`,
    '</worksheet>',
  ].join('');
};

/** Names as Excel takes them: 31 characters, none of `[]:*?/\`, no apostrophe at an end, each once whatever its case. */
const sheetNames = (sheets: readonly WrittenSheet[]): readonly string[] => {
  const taken = new Set<string>();
  return sheets.map((sheet, index) => {
    const clean = sheet.name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim();
    const stem = clean === '' ? `Sheet${index + 1}` : clean;
    for (let count = 1; ; count += 1) {
      const suffix = count === 1 ? '' : ` (${count})`;
      const name = stem.slice(0, 31 - suffix.length) + suffix;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
};

const workbookXml = (sheets: readonly WrittenSheet[], names: readonly string[]): string => {
  const list = names.map((name, index) => `<sheet name="${writeXmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const quoted = (index: number): string => `'${(names[index] ?? '').replaceAll("'", "''")}'`;
  const titles = sheets.flatMap(({ headerRows }, index) =>
    headerRows === undefined
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${writeXmlText(`${quoted(index)}!$${headerRows.first}:$${headerRows.last}`)}</definedName>`,
        ],
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${list.join('')}</sheets>${titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`}</workbook>`;
};

/** The sheets as the bytes of an .xlsx file; the same sheets give the same bytes. */
export const writeXlsx = (sheets: readonly WrittenSheet[]): Uint8Array => {
  const styles = createStyleSheet();
  const strings = createStrings();
  const names = sheetNames(sheets);
  const sheetParts = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    text: sheetXml(sheet, styles, strings),
  }));
  const links = [
    ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
    ['styles', 'styles.xml'] as const,
    ['sharedStrings', 'sharedStrings.xml'] as const,
  ];
  const overrides = [
    ['/xl/workbook.xml', `${partType}.sheet.main+xml`],
    ...sheets.map((_, index) => [`/xl/worksheets/sheet${index + 1}.xml`, `${partType}.worksheet+xml`]),
    ['/xl/styles.xml', `${partType}.styles+xml`],
    ['/xl/sharedStrings.xml', `${partType}.sharedStrings+xml`],
  ];
  const parts = [
    {
      name: '[Content_Types].xml',
      text: `${head}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${head}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    { name: 'xl/workbook.xml', text: workbookXml(sheets, names) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${head}<Relationships xmlns="${packageRelationships}">${links.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relationships}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
    },
    ...sheetParts,
    { name: 'xl/styles.xml', text: styles.xml() },
    { name: 'xl/sharedStrings.xml', text: strings.xml() },
  ];
  return writeZip(parts.map(({ name, text }) => ({ name, bytes: Buffer.from(text, 'utf8') })));
};
