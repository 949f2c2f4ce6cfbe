import { readAddress } from './cell-address.ts';
import { numberCell } from './number-format.ts';
import { checkedText, unreadable, type CellCounter } from './read-limits.ts';
import { hiddenRuns, type CellRange, type ColumnRun, type Sheet, type SheetCell, type SheetRow } from './read-sheet.ts';
import { isDateFormat } from './number-format.ts';
import { createRichText, type RichText } from './xlsx-strings.ts';
import type { CellLook } from './xlsx-styles.ts';
import { readXml } from './xml-reader.ts';
import { readXmlText } from './xml-text.ts';

export type SheetParts = {
  readonly name: string;
  readonly hidden: boolean;
  readonly strings: readonly RichText[];
  readonly looks: readonly CellLook[];
  /** Days between the system of 1904 and that of 1900, or 0. */
  readonly dayShift: number;
  readonly count: CellCounter;
};

const textCell = ({ text, runs }: RichText, look: CellLook): SheetCell | undefined => {
  if (text === '') return undefined;
  const filled = runs.map((run) => ({ text: run.text, font: run.font ?? look.font }));
  const fonts = new Set(filled.map((run) => run.font));
  const only = fonts.size === 1 ? (filled[0]?.font ?? null) : look.font;
  return { kind: 'text', value: text, text, format: look.format, font: only, runs: fonts.size > 1 ? filled : null };
};

const plainText = (text: string): RichText => ({ text, runs: text === '' ? [] : [{ text, font: null }] });

const errorCell = (text: string, look: CellLook): SheetCell => ({
  kind: 'error',
  value: text,
  text,
  format: look.format,
  font: look.font,
  runs: null,
});

type Raw = {
  readonly type: string;
  readonly value: string;
  readonly inline: RichText;
  readonly formula: string;
  readonly look: CellLook;
};

const isoSerial = (text: string): number | undefined => {
  const time = Date.parse(/[zZ]$/.test(text) ? text : `${text}${text.includes('T') ? '' : 'T00:00:00'}Z`);
  return Number.isNaN(time) ? undefined : time / 86_400_000 + 25_569;
};

const cellOf = ({ type, value, inline, formula, look }: Raw, { strings, dayShift }: SheetParts): SheetCell | undefined => {
  if (type === 'inlineStr') return textCell(inline, look);
  if (value === '') return formula === '' ? undefined : errorCell(`=${formula}`, look);
  if (type === 's') {
    const shared = strings[Number(value)];
    if (!shared) throw unreadable();
    return textCell(shared, look);
  }
  if (type === 'str') return textCell(plainText(checkedText(readXmlText(value))), look);
  if (type === 'b') {
    const truth = value === '1' || value === 'true';
    return { kind: 'boolean', value: truth, text: truth ? 'TRUE' : 'FALSE', format: look.format, font: look.font, runs: null };
  }
  if (type === 'e') return errorCell(value, look);
  if (type === 'd') {
    const serial = isoSerial(value);
    return serial === undefined ? textCell(plainText(value), look) : numberCell(serial, look.format ?? 'dd/mm/yyyy', look.font);
  }
  const number = Number(value);
  if (Number.isNaN(number)) return textCell(plainText(value), look);
  return numberCell(isDateFormat(look.format) ? number + dayShift : number, look.format, look.font);
};

const rangeOf = (reference: string): CellRange | undefined => {
  const [from, to] = reference.split(':').map(readAddress);
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : undefined;
};

const isTrue = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true';

const noLook: CellLook = { font: null, format: null };

/** One sheet of an .xlsx file. */
export const readXlsxSheet = (bytes: Buffer, parts: SheetParts): Sheet => {
  const rows: SheetRow[] = [];
  const merges: CellRange[] = [];
  const hiddenColumns: ColumnRun[] = [];
  const inline = createRichText();
  let row = -1;
  let column = -1;
  let hidden = false;
  let cells: (SheetCell | undefined)[] = [];
  let type = '';
  let look = noLook;
  let value = '';
  let formula = '';
  let target: 'v' | 'f' | 'is' | null = null;
  readXml(bytes, {
    open: (name, attributes) => {
      if (target === 'is') inline.open(name, attributes);
      else if (name === 'col') {
        if (isTrue(attributes.hidden)) hiddenColumns.push([Number(attributes.min) - 1, Number(attributes.max) - 1]);
      } else if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
        if (!Number.isInteger(row) || row < 0) throw unreadable();
        hidden = isTrue(attributes.hidden);
        column = -1;
        cells = [];
      } else if (name === 'c') {
        const address = attributes.r === undefined ? undefined : readAddress(attributes.r);
        column = address?.column ?? column + 1;
        type = attributes.t ?? 'n';
        look = parts.looks[Number(attributes.s ?? 0)] ?? noLook;
        value = '';
        formula = '';
      } else if (name === 'v' || name === 'f' || name === 'is') target = name;
      else if (name === 'mergeCell') {
        const range = rangeOf(attributes.ref ?? '');
        if (range) merges.push(range);
      }
    },
    text: (text) => {
      if (target === 'is') inline.text(text);
      else if (target === 'v') value += text;
      else if (target === 'f') formula += text;
    },
    close: (name) => {
      if (name === target) target = null;
      else if (target === 'is') inline.close(name);
      if (name === 'c') {
        const cell = cellOf({ type, value, inline: type === 'inlineStr' ? inline.take() : plainText(''), formula, look }, parts);
        if (cell) {
          parts.count(row, column);
          cells[column] = cell;
        }
      }
      if (name === 'row' && cells.length > 0) rows.push({ index: row, hidden, cells: Array.from(cells) });
    },
  });
  const sorted = rows.sort((a, b) => a.index - b.index);
  return { name: parts.name, hidden: parts.hidden, rows: sorted, merges, ...hiddenRuns(hiddenColumns) };
};
