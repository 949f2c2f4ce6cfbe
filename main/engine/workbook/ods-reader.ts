import { failure } from '#engine/failure.ts';
import { numberCell } from './number-format.ts';
import { createOdsStyles, type OdsStyles } from './ods-styles.ts';
import { checkedText, createCellCounter, readLimits, tooLarge, unreadable } from './read-limits.ts';
import {
  hiddenRuns,
  type CellRange,
  type ColumnRun,
  type Sheet,
  type SheetCell,
  type SheetRow,
  type TextRun,
} from './read-sheet.ts';
import { readXml, type XmlAttributes } from './xml-reader.ts';
import { openZip } from './zip-reader.ts';

const isoSerial = (text: string): number =>
  Date.parse(`${text.includes('T') ? text : `${text}T00:00:00`}Z`) / 86_400_000 + 25_569;

type OpenCell = {
  readonly attributes: XmlAttributes;
  readonly style: string | undefined;
  readonly runs: TextRun[];
  paragraphs: number;
};

const times = (text: string | undefined): number => Math.max(1, Math.trunc(Number(text ?? 1)) || 1);

const textCell = (runs: readonly TextRun[], own: string | null, format: string | null): SheetCell | undefined => {
  const text = checkedText(runs.map((run) => run.text).join(''));
  if (text === '') return undefined;
  const fonts = new Set(runs.filter((run) => run.text.trim() !== '').map((run) => run.font));
  const font = fonts.size === 1 ? ([...fonts][0] ?? null) : own;
  return { kind: 'text', value: text, text, format, font, runs: fonts.size > 1 ? runs : null };
};

const cellOf = ({ attributes, style, runs }: OpenCell, styles: OdsStyles): SheetCell | undefined => {
  const type = attributes['office:value-type'] ?? attributes['calcext:value-type'];
  const font = styles.fontOf('table-cell', style);
  const format = styles.formatOf(style);
  if (attributes['calcext:value-type'] === 'error') {
    const text = runs.map((run) => run.text).join('');
    return { kind: 'error', value: text, text, format, font, runs: null };
  }
  if (type === 'float' || type === 'percentage' || type === 'currency') {
    const value = Number(attributes['office:value']);
    return Number.isFinite(value) ? numberCell(value, format, font) : textCell(runs, font, format);
  }
  if (type === 'date') {
    const serial = isoSerial(attributes['office:date-value'] ?? '');
    return Number.isNaN(serial) ? textCell(runs, font, format) : numberCell(serial, 'dd/mm/yyyy', font);
  }
  if (type === 'boolean') {
    const truth = attributes['office:boolean-value'] === 'true';
    return { kind: 'boolean', value: truth, text: truth ? 'TRUE' : 'FALSE', format, font, runs: null };
  }
  const stored = attributes['office:string-value'];
  return runs.length === 0 && stored !== undefined
    ? textCell([{ text: stored, font }], font, format)
    : textCell(runs, font, format);
};

const isHidden = ({ 'table:visibility': visibility }: XmlAttributes): boolean =>
  visibility === 'collapse' || visibility === 'filter';

type OpenTable = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: SheetRow[];
  readonly merges: CellRange[];
  readonly hiddenColumns: ColumnRun[];
  readonly columnStyles: (readonly [from: number, to: number, style: string | undefined])[];
  row: number;
  column: number;
  columnCount: number;
};

/** Parts of a document that hold text which is not the cell's: notes, drawings, earlier versions. */
const asides: ReadonlySet<string> = new Set(['annotation', 'shapes', 'frame', 'tracked-changes', 'forms', 'dde-links']);

const readTables = (bytes: Buffer, styles: OdsStyles): readonly Sheet[] => {
  const count = createCellCounter();
  const sheets: Sheet[] = [];
  let table: OpenTable | undefined;
  let cell: OpenCell | undefined;
  let cells: (SheetCell | undefined)[] = [];
  let row: XmlAttributes = {};
  let aside = 0;
  let inParagraph = 0;
  const spans: (string | undefined)[] = [];

  const add = (text: string): void => {
    if (!cell || inParagraph === 0) return;
    const span = spans.findLast((style) => style !== undefined);
    const font = (span === undefined ? null : styles.fontOf('text', span)) ?? styles.fontOf('table-cell', cell.style);
    const last = cell.runs.at(-1);
    if (last?.font === font) cell.runs[cell.runs.length - 1] = { text: last.text + text, font };
    else cell.runs.push({ text, font });
  };

  const styleOf = (attributes: XmlAttributes, open: OpenTable): string | undefined =>
    attributes['table:style-name'] ??
    row['table:default-cell-style-name'] ??
    open.columnStyles.find(([from, to]) => from <= open.column && open.column <= to)?.[2];

  const closeCell = (open: OpenTable, done: OpenCell): void => {
    const repeated = times(done.attributes['table:number-columns-repeated']);
    const value = cellOf(done, styles);
    const across = times(done.attributes['table:number-columns-spanned']);
    const down = times(done.attributes['table:number-rows-spanned']);
    if (value !== undefined) {
      if (open.column + repeated > readLimits.columns) throw tooLarge('columns');
      for (let index = 0; index < repeated; index += 1) cells[open.column + index] = value;
      if (across > 1 || down > 1)
        open.merges.push({ top: open.row, left: open.column, bottom: open.row + down - 1, right: open.column + across - 1 });
    }
    open.column += repeated;
  };

  const closeRow = (open: OpenTable): void => {
    const repeated = times(row['table:number-rows-repeated']);
    const hidden = isHidden(row);
    if (cells.length > 0) {
      if (open.row + repeated > readLimits.rows) throw tooLarge('rows');
      for (let index = 0; index < repeated; index += 1) {
        cells.forEach((one, column) => {
          if (one !== undefined) count(open.row + index, column);
        });
        open.rows.push({ index: open.row + index, hidden, cells: Array.from(cells) });
      }
    }
    open.row += repeated;
  };

  readXml(bytes, {
    open: (name, attributes) => {
      if (asides.has(name)) aside += 1;
      if (aside > 0) return;
      if (name === 'table' && table === undefined) {
        if (sheets.length >= readLimits.sheets) throw tooLarge('sheets');
        const hidden = styles.isHiddenTable(attributes['table:style-name']);
        table = {
          name: attributes['table:name'] ?? '',
          hidden,
          rows: [],
          merges: [],
          hiddenColumns: [],
          columnStyles: [],
          row: 0,
          column: 0,
          columnCount: 0,
        };
      } else if (!table) return;
      else if (name === 'table-column') {
        const repeated = times(attributes['table:number-columns-repeated']);
        table.columnStyles.push([
          table.columnCount,
          table.columnCount + repeated - 1,
          attributes['table:default-cell-style-name'],
        ]);
        if (isHidden(attributes)) table.hiddenColumns.push([table.columnCount, table.columnCount + repeated - 1]);
        table.columnCount += repeated;
      } else if (name === 'table-row') {
        row = attributes;
        cells = [];
        table.column = 0;
      } else if (name === 'table-cell' || name === 'covered-table-cell')
        cell = { attributes, style: styleOf(attributes, table), runs: [], paragraphs: 0 };
      else if (name === 'p' && cell) {
        inParagraph += 1;
        cell.paragraphs += 1;
        if (cell.paragraphs > 1) add('\n');
      } else if (name === 'span') spans.push(attributes['text:style-name']);
      else if (name === 's') add(' '.repeat(Math.min(1000, times(attributes['text:c']))));
      else if (name === 'tab') add('\t');
      else if (name === 'line-break') add('\n');
    },
    text: (text) => {
      if (aside === 0) add(text);
    },
    close: (name) => {
      if (asides.has(name)) aside -= 1;
      else if (aside > 0 || !table) return;
      else if (name === 'span') spans.pop();
      else if (name === 'p' && cell) inParagraph -= 1;
      else if ((name === 'table-cell' || name === 'covered-table-cell') && cell) {
        closeCell(table, cell);
        cell = undefined;
      } else if (name === 'table-row') closeRow(table);
      else if (name === 'table') {
        const { name: title, hidden, rows, merges, hiddenColumns } = table;
        sheets.push({ name: title, hidden, rows, merges, ...hiddenRuns(hiddenColumns) });
        table = undefined;
      }
    },
  });
  return sheets;
};

/** The sheets of an .ods file. Fails with a code of `readWorkbook`. */
export const readOds = (bytes: Buffer): readonly Sheet[] => {
  const zip = openZip(bytes);
  const manifest = zip.find('META-INF/manifest.xml');
  if (manifest?.includes('encryption-data')) throw failure('spreadsheet-encrypted');
  const content = zip.find('content.xml');
  if (!content) throw unreadable();
  const styles = createOdsStyles();
  const shared = zip.find('styles.xml');
  if (shared) styles.read(shared);
  styles.read(content);
  return readTables(content, styles);
};
