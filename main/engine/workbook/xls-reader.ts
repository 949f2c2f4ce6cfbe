import { failure } from '#engine/failure.ts';
import { createBiffReader, recordsFrom, type BiffReader, type BiffRecord } from './biff-records.ts';
import { openCompoundFile } from './compound-file.ts';
import { isDateFormat, numberCell } from './number-format.ts';
import { createCellCounter, readLimits, tooLarge, unreadable, type CellCounter } from './read-limits.ts';
import { hiddenRuns, type CellRange, type ColumnRun, type Sheet, type SheetCell } from './read-sheet.ts';
import { biff, readWideText, readXlsGlobals, runsOf, type BiffLook, type BiffText, type XlsGlobals } from './xls-globals.ts';

const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

const textCell = (globals: XlsGlobals, value: BiffText, look: BiffLook): SheetCell | undefined => {
  if (value.text === '') return undefined;
  const runs = runsOf(value, look.font, globals.fontName);
  const fonts = new Set(runs.map((run) => run.font));
  const font = fonts.size === 1 ? (runs[0]?.font ?? null) : look.font;
  return { kind: 'text', value: value.text, text: value.text, format: look.format, font, runs: fonts.size > 1 ? runs : null };
};

const truthCell = (value: number, isError: boolean, { font, format }: BiffLook): SheetCell => {
  const text = isError ? (errorNames[value] ?? '#N/A') : value === 1 ? 'TRUE' : 'FALSE';
  return { kind: isError ? 'error' : 'boolean', value: isError ? text : value === 1, text, format, font, runs: null };
};

/** Numbers of 30 bits, whole or the upper part of a fraction, perhaps times a hundred. */
const shortNumber = (bits: number): number => {
  const whole = (bits & 2) === 2;
  const buffer = Buffer.alloc(8);
  if (!whole) buffer.writeUInt32LE((bits & 0xfffffffc) >>> 0, 4);
  const value = whole ? bits >> 2 : buffer.readDoubleLE(0);
  return (bits & 1) === 1 ? value / 100 : value;
};

const floatOf = (reader: BiffReader): number => {
  const bytes = Buffer.from(Array.from({ length: 8 }, () => reader.byte()));
  return bytes.readDoubleLE(0);
};

type Put = (row: number, column: number, cell: SheetCell | undefined) => void;

/** Reads the text of a cell that stands in the record itself. */
const ownText = (globals: XlsGlobals, record: BiffRecord, reader: BiffReader): BiffText => {
  const count = reader.short();
  if (globals.version === 8) return readWideText(reader, count);
  const bytes = record.parts[0]?.subarray(8, 8 + count) ?? Buffer.alloc(0);
  reader.skip(count);
  const marks =
    record.type === biff.richLabel ? Array.from({ length: reader.byte() }, () => [reader.byte(), reader.byte()] as const) : [];
  return { text: globals.decode(bytes), marks };
};

const readCells = (
  globals: XlsGlobals,
  record: BiffRecord,
  put: Put,
): { readonly row: number; readonly column: number; readonly look: BiffLook } | undefined => {
  const reader = createBiffReader(record.parts);
  const row = reader.short();
  const column = reader.short();
  const number = (value: number, look: BiffLook): SheetCell =>
    numberCell(isDateFormat(look.format) ? value + globals.dayShift : value, look.format, look.font);
  if (record.type === biff.shortNumbers) {
    const count = Math.floor(((record.parts[0]?.length ?? 0) - 6) / 6);
    for (let index = 0; index < count; index += 1) {
      const look = globals.look(reader.short());
      put(row, column + index, number(shortNumber(reader.long() | 0), look));
    }
    return undefined;
  }
  const look = globals.look(reader.short());
  if (record.type === biff.labelOfTable) {
    const text = globals.strings[reader.long()];
    if (text === undefined) throw unreadable();
    put(row, column, textCell(globals, text, look));
  } else if (record.type === biff.label || record.type === biff.richLabel)
    put(row, column, textCell(globals, ownText(globals, record, reader), look));
  else if (record.type === biff.number) put(row, column, number(floatOf(reader), look));
  else if (record.type === biff.shortNumber) put(row, column, number(shortNumber(reader.long() | 0), look));
  else if (record.type === biff.truth) {
    const value = reader.byte();
    put(row, column, truthCell(value, reader.byte() === 1, look));
  } else if (record.type === biff.formula) {
    const result = Buffer.from(Array.from({ length: 8 }, () => reader.byte()));
    if (result.readUInt16LE(6) !== 0xffff) put(row, column, number(result.readDoubleLE(0), look));
    else if (result[0] === 0) return { row, column, look };
    else if (result[0] === 1 || result[0] === 2) put(row, column, truthCell(result[2] ?? 0, result[0] === 2, look));
  }
  return undefined;
};

const cellTypes: ReadonlySet<number> = new Set([
  biff.labelOfTable,
  biff.label,
  biff.richLabel,
  biff.number,
  biff.shortNumber,
  biff.shortNumbers,
  biff.truth,
  biff.formula,
]);

const rangesOf = (record: BiffRecord): readonly CellRange[] => {
  const reader = createBiffReader(record.parts);
  return Array.from({ length: reader.short() }, () => {
    const top = reader.short();
    const bottom = reader.short();
    const left = reader.short();
    return { top, bottom, left, right: reader.short() };
  });
};

const readSheet = (stream: Buffer, globals: XlsGlobals, place: XlsGlobals['sheets'][number], count: CellCounter): Sheet => {
  const rows = new Map<number, (SheetCell | undefined)[]>();
  const hidden = new Set<number>();
  const merges: CellRange[] = [];
  const hiddenColumns: ColumnRun[] = [];
  let depth = 0;
  let waiting: ReturnType<typeof readCells>;
  const put: Put = (row, column, cell) => {
    if (cell === undefined) return;
    count(row, column);
    const cells = rows.get(row);
    if (cells) cells[column] = cell;
    else rows.set(row, Object.assign([], { [column]: cell }));
  };
  for (const record of recordsFrom(stream, place.offset)) {
    if (record.type === biff.bof) depth += 1;
    else if (record.type === biff.eof) {
      depth -= 1;
      if (depth <= 0) break;
    } else if (depth !== 1) continue;
    else if (cellTypes.has(record.type)) waiting = readCells(globals, record, put);
    else if (record.type === biff.formulaText && waiting !== undefined) {
      const reader = createBiffReader(record.parts);
      const length = reader.short();
      const text =
        globals.version === 8
          ? readWideText(reader, length)
          : { text: globals.decode(record.parts[0]?.subarray(2, 2 + length) ?? Buffer.alloc(0)), marks: [] };
      put(waiting.row, waiting.column, textCell(globals, text, waiting.look));
      waiting = undefined;
    } else if (record.type === biff.row) {
      const bytes = record.parts[0] ?? Buffer.alloc(0);
      if (bytes.length >= 16 && (bytes.readUInt16LE(12) & 0x20) !== 0) hidden.add(bytes.readUInt16LE(0));
    } else if (record.type === biff.columns) {
      const bytes = record.parts[0] ?? Buffer.alloc(0);
      if (bytes.length >= 10 && (bytes.readUInt16LE(8) & 1) !== 0)
        hiddenColumns.push([bytes.readUInt16LE(0), bytes.readUInt16LE(2)]);
    } else if (record.type === biff.merges) merges.push(...rangesOf(record));
  }
  return {
    name: place.name,
    hidden: place.hidden,
    rows: [...rows]
      .sort((a, b) => a[0] - b[0])
      .map(([index, cells]) => ({ index, hidden: hidden.has(index), cells: Array.from(cells) })),
    merges,
    ...hiddenRuns(hiddenColumns),
  };
};

/** The sheets of an .xls file of Excel 5 to 2003, with the font of every cell. Fails with a code of `readWorkbook`. */
export const readXls = (bytes: Buffer): readonly Sheet[] => {
  const file = openCompoundFile(bytes);
  if (file.find('EncryptedPackage') || file.find('EncryptionInfo')) throw failure('spreadsheet-encrypted');
  const stream = file.find('Workbook') ?? file.find('Book');
  if (!stream) throw unreadable();
  const globals = readXlsGlobals(stream);
  if (globals.sheets.length > readLimits.sheets) throw tooLarge('sheets');
  const count = createCellCounter();
  return globals.sheets.map((place) => readSheet(stream, globals, place, count));
};
