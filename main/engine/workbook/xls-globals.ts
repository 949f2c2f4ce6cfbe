import { failure } from '#engine/failure.ts';
import { createBiffReader, recordsFrom, type BiffReader } from './biff-records.ts';
import { builtInFormat } from './number-format.ts';
import { checkedText, readLimits, tooLarge, unreadable } from './read-limits.ts';
import type { TextRun } from './read-sheet.ts';

export const biff = {
  bof: 0x809,
  eof: 0x0a,
  filePass: 0x2f,
  codePage: 0x42,
  dateMode: 0x22,
  font: 0x31,
  format: 0x41e,
  look: 0xe0,
  boundSheet: 0x85,
  strings: 0xfc,
  columns: 0x7d,
  row: 0x208,
  labelOfTable: 0xfd,
  label: 0x204,
  richLabel: 0xd6,
  number: 0x203,
  shortNumber: 0x27e,
  shortNumbers: 0xbd,
  truth: 0x205,
  formula: 0x06,
  formulaText: 0x207,
  merges: 0xe5,
} as const;

export type BiffLook = { readonly font: string | null; readonly format: string | null };

export type BiffText = { readonly text: string; readonly marks: readonly (readonly [at: number, font: number])[] };

/** What the front part of an .xls stream says for all sheets. */
export type XlsGlobals = {
  /** 8 since Excel 97, 5 before. */
  readonly version: 5 | 8;
  readonly decode: (bytes: Buffer) => string;
  readonly dayShift: number;
  readonly fontName: (index: number) => string | null;
  readonly look: (index: number) => BiffLook;
  readonly strings: readonly BiffText[];
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly offset: number }[];
};

const decoderOf = (codePage: number): ((bytes: Buffer) => string) => {
  if (codePage === 1200) return (bytes) => bytes.toString('utf16le');
  try {
    const decoder = new TextDecoder(`windows-${codePage === 0 || codePage === 32769 ? 1252 : codePage}`);
    return (bytes) => decoder.decode(bytes);
  } catch {
    return (bytes) => bytes.toString('latin1');
  }
};

/** A text with a count in front, as Excel 97 and later write it. */
export const readWideText = (reader: BiffReader, count: number): BiffText => {
  const flags = reader.byte();
  const runCount = (flags & 8) === 0 ? 0 : reader.short();
  const extra = (flags & 4) === 0 ? 0 : reader.long();
  const text = checkedText(reader.characters(count, (flags & 1) === 1));
  const marks = Array.from({ length: runCount }, () => [reader.short(), reader.short()] as const);
  reader.skip(extra);
  return { text, marks };
};

/** Parts of a text with the fonts that draw them; one part in the cell's own font where nothing else is said. */
export const runsOf = ({ text, marks }: BiffText, own: string | null, fontName: XlsGlobals['fontName']): readonly TextRun[] => {
  const edges = [...marks.filter(([at]) => at < text.length)].sort((a, b) => a[0] - b[0]);
  const first = edges[0]?.[0] ?? text.length;
  const runs: TextRun[] = first === 0 ? [] : [{ text: text.slice(0, first), font: own }];
  edges.forEach(([at, font], index) => {
    const piece = text.slice(at, edges[index + 1]?.[0] ?? text.length);
    if (piece !== '') runs.push({ text: piece, font: fontName(font) });
  });
  return runs;
};

const readStrings = (reader: BiffReader): readonly BiffText[] => {
  reader.long();
  const count = reader.long();
  if (count > readLimits.cells) throw tooLarge('cells');
  const strings: BiffText[] = [];
  while (strings.length < count && !reader.isAtEnd()) strings.push(readWideText(reader, reader.short()));
  return strings;
};

/** Reads the front part. Fails with `spreadsheet-encrypted` or `spreadsheet-unreadable`. */
export const readXlsGlobals = (stream: Buffer): XlsGlobals => {
  const fonts: (string | null)[] = [];
  const formats = new Map<number, string>();
  const looks: (readonly [font: number, format: number])[] = [];
  const sheets: XlsGlobals['sheets'][number][] = [];
  let strings: readonly BiffText[] = [];
  let version: 5 | 8 | undefined;
  let decode = decoderOf(1252);
  let dayShift = 0;
  const shortText = (reader: BiffReader, bytes: Buffer, from: number, count: number): string =>
    version === 8 ? readWideText(reader, count).text : decode(bytes.subarray(from, from + count));
  for (const { type, parts } of recordsFrom(stream, 0)) {
    const bytes = parts[0] ?? Buffer.alloc(0);
    const reader = createBiffReader(parts);
    if (version === undefined) {
      if (type !== biff.bof || bytes.length < 4) throw unreadable();
      version = bytes.readUInt16LE(0) === 0x600 ? 8 : 5;
    } else if (type === biff.filePass) throw failure('spreadsheet-encrypted');
    else if (type === biff.codePage) decode = decoderOf(reader.short());
    else if (type === biff.dateMode) dayShift = reader.short() === 1 ? 1462 : 0;
    else if (type === biff.font) {
      reader.skip(14);
      const count = reader.byte();
      fonts.push(shortText(reader, bytes, 15, count));
    } else if (type === biff.format) {
      const id = reader.short();
      const count = version === 8 ? reader.short() : reader.byte();
      formats.set(id, shortText(reader, bytes, 3, count));
    } else if (type === biff.look) looks.push([reader.short(), reader.short()]);
    else if (type === biff.strings) strings = readStrings(reader);
    else if (type === biff.boundSheet) {
      const offset = reader.long();
      const state = reader.byte();
      const kind = reader.byte();
      const count = reader.byte();
      const name = shortText(reader, bytes, 7, count);
      if (kind === 0) sheets.push({ name, hidden: state % 4 !== 0, offset });
    } else if (type === biff.eof) break;
  }
  if (version === undefined) throw unreadable();
  // There is no font number 4.
  const fontName = (index: number): string | null => fonts[index >= 4 ? index - 1 : index] ?? null;
  const look = (index: number): BiffLook => {
    const [font, format] = looks[index] ?? [0, 0];
    return { font: fontName(font), format: formats.get(format) ?? builtInFormat(format) };
  };
  return { version, decode, dayShift, fontName, look, strings, sheets };
};
