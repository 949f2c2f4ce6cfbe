import { fromLegacyCode, guessLegacyCode, legacyCodeOfFont, type LegacyCode } from '#shared/text/legacy-fonts.ts';
import { cleanParagraph } from '#shared/text/vietnamese.ts';
import type { Grid, GridCell, GridRange } from './grid.ts';

/** The code of a sheet's text. TCVN3 of fonts that draw capitals is told from the font of each cell. */
export type Encoding = 'unicode' | 'tcvn3' | 'vni';
export const encodings = ['unicode', 'tcvn3', 'vni'] as const;

/** A cell as a file has it, with the font that tells its code. */
export type FileCell = {
  readonly kind: GridCell['kind'];
  readonly value: string | number | boolean;
  readonly text: string;
  readonly font: string | null;
  readonly runs: readonly { readonly text: string; readonly font: string | null }[] | null;
};

export type FileSheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly {
    readonly index: number;
    readonly hidden: boolean;
    readonly cells: readonly (FileCell | undefined)[];
  }[];
  readonly merges: readonly GridRange[];
  /** Columns that the file hides, first and last of each run. */
  readonly hiddenColumns?: readonly (readonly [from: number, to: number])[];
};

export type EncodingVerdict = {
  readonly encoding: Encoding;
  /** `font`: fonts of the file tell; `characters`: letters that only one code has; `chosen`: a person said so; `none`: nothing speaks. */
  readonly reason: 'font' | 'characters' | 'chosen' | 'none';
  /** 0 to 1. */
  readonly confidence: number;
  /** Nothing is taken in before a person has confirmed it. */
  readonly needsAnswer: boolean;
};

/** Letters that TCVN3 and VNI text shows when it is read as Latin-1. */
const oddLetters = /[\u00a1-\u00ff]/gu;

type Evidence = {
  readonly texts: readonly string[];
  readonly fontCodes: readonly LegacyCode[];
  readonly unknownTexts: readonly string[];
};

const evidenceOf = (sheet: FileSheet): Evidence => {
  const texts: string[] = [];
  const fontCodes: LegacyCode[] = [];
  const unknownTexts: string[] = [];
  for (const { cells } of sheet.rows)
    for (const cell of cells) {
      if (cell?.kind !== 'text') continue;
      texts.push(cell.text);
      for (const run of cell.runs ?? [{ text: cell.text, font: cell.font }]) {
        const code = run.font === null ? undefined : legacyCodeOfFont(run.font);
        if (code === undefined) unknownTexts.push(run.text);
        else if (/[\u00a1-\u00ff]/u.test(run.text)) fontCodes.push(code);
      }
    }
  return { texts, fontCodes, unknownTexts };
};

const baseOf = (code: LegacyCode): Encoding => (code === 'vni' ? 'vni' : 'tcvn3');

const share = (text: string): number => {
  const letters = text.match(/\p{L}|[\u00a1-\u00ff]/gu)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(oddLetters)?.length ?? 0) / letters;
};

/**
 * In which code the text of a sheet without telling fonts is. Fonts named after a code decide for their own cells, always. Telling characters
 * make an offer that a person confirms.
 */
export const judgeEncoding = (sheet: FileSheet, chosen: Encoding | undefined): EncodingVerdict => {
  if (chosen !== undefined) return { encoding: chosen, reason: 'chosen', confidence: 1, needsAnswer: false };
  const { fontCodes, unknownTexts } = evidenceOf(sheet);
  const rest = unknownTexts.join('\n');
  const hasUnicode = /[\u1ea0-\u1ef9\u0103\u0111\u01a1\u01b0\u0300-\u0323]/iu.test(rest);
  const guess = hasUnicode ? undefined : guessLegacyCode(rest);
  if (guess !== undefined && share(rest) > 0.02)
    return { encoding: baseOf(guess), reason: 'characters', confidence: Math.min(0.95, 0.6 + share(rest)), needsAnswer: true };
  const [first] = fontCodes;
  if (first !== undefined) return { encoding: baseOf(first), reason: 'font', confidence: 1, needsAnswer: false };
  return { encoding: 'unicode', reason: 'none', confidence: 1, needsAnswer: false };
};

const convert = (text: string, font: string | null, fallback: LegacyCode | undefined): string => {
  const code = (font === null ? undefined : legacyCodeOfFont(font)) ?? fallback;
  return code === undefined ? text : fromLegacyCode(text, code);
};

const gridCellOf = (cell: FileCell, fallback: LegacyCode | undefined): GridCell | undefined => {
  const number = typeof cell.value === 'number' ? cell.value : null;
  const raw =
    cell.kind === 'text'
      ? (cell.runs ?? [{ text: cell.text, font: cell.font }]).map((run) => convert(run.text, run.font, fallback)).join('')
      : cell.text;
  const text = cleanParagraph(raw);
  return text === '' ? undefined : { text, kind: cell.kind, number };
};

/** A sheet in Unicode. Cells in fonts of an old code are converted by their fonts; other text by the verdict. */
export const toGrid = (sheet: FileSheet, verdict: EncodingVerdict): Grid => {
  const applies = verdict.reason === 'characters' || verdict.reason === 'chosen';
  const fallback: LegacyCode | undefined = applies && verdict.encoding !== 'unicode' ? verdict.encoding : undefined;
  return {
    name: convert(sheet.name, null, fallback),
    hidden: sheet.hidden,
    rows: sheet.rows
      .map(({ index, hidden, cells }) => ({
        index,
        hidden,
        cells: cells.map((cell) => (cell === undefined ? undefined : gridCellOf(cell, fallback))),
      }))
      .filter((row) => row.cells.some((cell) => cell !== undefined)),
    merges: sheet.merges,
  };
};
