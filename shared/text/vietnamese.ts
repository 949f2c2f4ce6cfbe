/** Text in Unicode NFC: the one form in which the program stores and compares what was typed. */
export const toNfc = (value: string): string => value.normalize('NFC');

/** Removed before NFC, so that a mark behind one still joins its letter. The soft hyphen stays: it is a letter in TCVN3 files. */
const zeroWidth = /[\u200b-\u200d\u2060\ufeff]/g;

/** One line of text as it is kept: NFC, no-break spaces made plain, zero-width characters removed, spaces folded, ends trimmed. */
export const cleanText = (value: string): string => toNfc(value.replace(zeroWidth, '')).replace(/\s+/g, ' ').trim();

/** Several lines of text as they are kept: like `cleanText`, line by line. */
export const cleanParagraph = (value: string): string =>
  value
    .split(/\r\n|\r|\n/)
    .map(cleanText)
    .join('\n')
    .trim();

const apostrophes = /['’ʼ‘`´]/g;

/** Key for comparing without tones and letter case: `Đắk Lắk` and `dak lak`, `H'Hen` and `hhen` of one key each. For search and match, never for display. */
export const fold = (value: string): string =>
  value
    .normalize('NFD')
    .replace(zeroWidth, '')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(apostrophes, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

const tones = '\u0300\u0301\u0303\u0309\u0323';
const oldPlacement = new RegExp(`([ou])([${tones}])([aey])`, 'gu');

/** Moves a tone written the old way (hòa) to where the new way puts it (hoà), so that both compare equal. */
const placeTones = (decomposed: string): string =>
  decomposed.replace(oldPlacement, (match, first: string, tone: string, second: string, offset: number, whole: string) => {
    const after = whole[offset + match.length] ?? '';
    const before = whole[offset - 1] ?? '';
    const closed = /[\p{L}\p{M}]/u.test(after);
    const glide = first === 'u' ? second === 'y' || before === 'q' : second !== 'y';
    return !closed && glide ? first + second + tone : match;
  });

/** Key for "exact tones first": tones count, letter case and old or new tone place do not. */
export const toneKey = (value: string): string =>
  cleanText(placeTones(value.toLowerCase().normalize('NFD').replace(zeroWidth, ''))).replace(apostrophes, '');

/** A count as Vietnamese paper writes it: 2.214. */
export const formatCount = (value: number): string => String(Math.trunc(value)).replace(/\B(?=(\d{3})+(?!\d))/g, '.');

/** A share in percent with one decimal and a comma: 76,4 %. */
export const formatPercent = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')} %`;

/** An amount of money: 1.500.000 đồng. */
export const formatAmount = (value: number): string => `${formatCount(value)} đồng`;
