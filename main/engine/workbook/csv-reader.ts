import { createCellCounter, checkedText, unreadable } from './read-limits.ts';
import type { Sheet, SheetCell, SheetRow } from './read-sheet.ts';

const decodeAs = (bytes: Buffer, encoding: string, fatal = false): string => new TextDecoder(encoding, { fatal }).decode(bytes);

const vowelMarks = /[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY][\u0300\u0301\u0303\u0309\u0323]/gu;

/** Text of a Vietnamese Windows (1258) has marks behind vowels; else the bytes are kept as Latin-1, so that old codes can be told. */
const decodeBytes = (bytes: Buffer): string => {
  const local = decodeAs(bytes, 'windows-1258');
  const marks = local.match(vowelMarks)?.length ?? 0;
  const letters = bytes.filter((code) => code >= 0xa1).length;
  return marks > 0 && marks > letters * 0.2 && /[đơưĐƠƯ]/.test(local) ? local.normalize('NFC') : bytes.toString('latin1');
};

const decode = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be');
  if (bytes.includes(0)) throw unreadable();
  try {
    return decodeAs(bytes, 'utf-8', true);
  } catch {
    return decodeBytes(bytes);
  }
};

const separators = [',', ';', '\t', '|'] as const;

/** Splits into rows and fields; a field in quotes may hold separators, line breaks and doubled quotes. */
function* splitRows(text: string, separator: string): Generator<readonly string[]> {
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    let field = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) {
          field += text.slice(at);
          at = text.length;
          break;
        }
        field += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        field += '"';
        at += 1;
      }
    }
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
    row.push(field + text.slice(at, end));
    at = end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    yield row;
    row = [];
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    if (at >= text.length) return;
    at += 1;
  }
}

const sampleRows = 30;

/** The separator that gives the most rows of equal width. */
const findSeparator = (text: string): string | undefined => {
  const named = /^sep=(.)\r?\n/.exec(text)?.[1];
  if (named !== undefined) return named;
  const judged = separators.map((separator) => {
    const widths: number[] = [];
    for (const row of splitRows(text, separator)) {
      if (widths.length >= sampleRows) break;
      if (row.some((field) => field.trim() !== '')) widths.push(row.length);
    }
    const wide = widths.filter((width) => width > 1);
    return { separator, worth: wide.length * 100 + Math.max(0, ...wide), isTable: wide.length > 0 };
  });
  const best = judged.filter((one) => one.isTable).sort((a, b) => b.worth - a.worth)[0];
  return best?.separator;
};

const cellOf = (text: string): SheetCell | undefined =>
  text.trim() === '' ? undefined : { kind: 'text', value: text, text: checkedText(text), format: null, font: null, runs: null };

/** Other files that begin like text: PDF, RTF, HTML and XML saved as .xls. */
const others = /^\s*(%PDF|\{\\rtf|<)/;

/**
 * The one sheet of a text file with separators, in UTF-8, UTF-16, windows-1258 or bytes of an old code. All values are texts, as written.
 * Fails with `spreadsheet-unreadable` for what has no columns or is no text.
 */
export const readCsv = (bytes: Buffer): readonly Sheet[] => {
  const text = decode(bytes);

  if (others.test(text) || /[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) throw unreadable();
  const separator = findSeparator(text);
  if (separator === undefined) throw unreadable();
  const count = createCellCounter();
  const rows: SheetRow[] = [];
  const body = text.replace(/^sep=.\r?\n/, '');
  let index = body === text ? 0 : 1;
  for (const fields of splitRows(body, separator)) {
    const cells = fields.map(cellOf);
    cells.forEach((cell, column) => {
      if (cell !== undefined) count(index, column);
    });
    if (cells.some((cell) => cell !== undefined)) rows.push({ index, hidden: false, cells });
    index += 1;
  }
  return [{ name: '', hidden: false, rows, merges: [] }];
};
