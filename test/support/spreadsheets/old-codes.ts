import { run } from '#test/support/outside-tool.ts';
import type { MadeCell, MadeRow, MadeSheet } from './model.ts';

/** Text in TCVN3 as programs show it: the bytes that `iconv` gives, as Latin-1. Capital letters with tones are not in the code. */
export const toTcvn3 = (text: string): string =>
  run('iconv', ['-f', 'UTF-8', '-t', 'TCVN'], Buffer.from(text.normalize('NFC'), 'utf8')).toString('latin1');

const toneSigns: Readonly<Record<string, string>> = {
  '\u0300': 'ø',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0301': 'ù',
  '\u0323': 'ï',
};
const roofSigns: Readonly<Record<string, string>> = {
  '\u0300': 'à',
  '\u0309': 'å',
  '\u0303': 'ã',
  '\u0301': 'á',
  '\u0323': 'ä',
};
const bowlSigns: Readonly<Record<string, string>> = {
  '\u0300': 'è',
  '\u0309': 'ú',
  '\u0303': 'ü',
  '\u0301': 'é',
  '\u0323': 'ë',
};
const iSigns: Readonly<Record<string, string>> = {
  '\u0300': 'ì',
  '\u0309': 'æ',
  '\u0303': 'ó',
  '\u0301': 'í',
  '\u0323': 'ò',
};

const vniLetter = (letter: string): string => {
  if (letter === 'đ') return 'ñ';
  const [base = '', ...marks] = letter.normalize('NFD');
  const tone = marks.find((mark) => toneSigns[mark] !== undefined);
  if (base === 'i') return tone === undefined ? 'i' : (iSigns[tone] ?? '');
  if (letter === 'ỵ') return 'î';
  if (marks.includes('\u0302')) return base + (tone === undefined ? 'â' : (roofSigns[tone] ?? ''));
  if (marks.includes('\u0306')) return base + (tone === undefined ? 'ê' : (bowlSigns[tone] ?? ''));
  const horned = marks.includes('\u031b') ? (base === 'o' ? 'ô' : 'ö') : base;
  return horned + (tone === undefined ? '' : (toneSigns[tone] ?? ''));
};

/** Text in the code of VNI fonts. */
export const toVni = (text: string): string =>
  Array.from(text.normalize('NFC'), (letter) => {
    const small = letter.toLowerCase();
    return small === letter ? vniLetter(letter) : vniLetter(small).toUpperCase();
  }).join('');

const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);

const rewrite = (cell: MadeCell, write: (text: string) => { readonly text: string; readonly font?: string }): MadeCell => {
  if (typeof cell === 'string') return write(cell);
  if (cell === null || typeof cell === 'number' || cell.text === undefined) return cell;
  return { ...cell, ...write(cell.text) };
};

const onEvery = (rows: readonly MadeRow[], change: (cell: MadeCell) => MadeCell): readonly MadeRow[] =>
  rows.map((row) => ({ ...row, cells: row.cells.map(change) }));

/** The sheet typed in a TCVN3 font; what is in capitals in the font of capitals, as people did. Without a font only the code is old. */
export const inTcvn3 = (sheet: MadeSheet, font: string | undefined, capitals = font): MadeSheet => ({
  ...sheet,
  rows: onEvery(sheet.rows, (cell) =>
    rewrite(cell, (text) => {
      if (font === undefined || capitals === undefined) return { text: toTcvn3(text) };
      return isCapitals(text) && capitals !== font
        ? { text: toTcvn3(text.toLowerCase()), font: capitals }
        : { text: toTcvn3(text), font };
    }),
  ),
});

/** The sheet typed in a VNI font, or without a font in its code. */
export const inVni = (sheet: MadeSheet, font: string | undefined): MadeSheet => ({
  ...sheet,
  rows: onEvery(sheet.rows, (cell) => rewrite(cell, (text) => ({ text: toVni(text), ...(font === undefined ? {} : { font }) }))),
});

/** Letters and their marks apart, as some programs of other systems save them. */
export const decomposed = (sheet: MadeSheet): MadeSheet => ({
  ...sheet,
  rows: onEvery(sheet.rows, (cell) => rewrite(cell, (text) => ({ text: text.normalize('NFD') }))),
});
