import type { PaperSettings } from '#shared/contract/workspace-methods.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import type { WordCell, WordParagraph, WordRow, WordSection, WordTable } from '#engine/word-document.ts';
import { alignOf, cellText, headRows } from './cell-text.ts';
import {
  withoutPersonalNumbers,
  type Block,
  type BuiltReport,
  type Column,
  type PaperDocument,
  type Row,
  type Signer,
  type Table,
} from './document.ts';
import { dateLineOf, officeSigner } from './page-parts.ts';

/** Between the margins, in millimetres. */
const widthOf = ({ landscape }: PaperDocument): number => (landscape ? 252 : 165);

const text = (content: string, look: Omit<WordParagraph, 'kind' | 'text'> = {}): WordParagraph => ({
  kind: 'paragraph',
  text: content,
  ...look,
});
const centred = (content: string, look: Omit<WordParagraph, 'kind' | 'text'> = {}): WordParagraph =>
  text(content, { align: 'center', ...look });

const halves = (width: number, left: readonly WordParagraph[], right: readonly WordParagraph[], share: number): WordTable => ({
  kind: 'table',
  widths: [width * share, width * (1 - share)],
  bordered: false,
  rows: [{ cells: [{ paragraphs: left }, { paragraphs: right }] }],
});

type Setting = { readonly settings: PaperSettings; readonly today: string };

const headOf = (page: PaperDocument, { settings, today }: Setting): WordTable => {
  const width = widthOf(page);
  // The name of the nation takes one line, also on upright paper.
  const share = page.landscape ? 0.43 : 0.42;
  const left = width * share;
  return halves(
    width,
    [
      centred(page.agency?.superior ?? settings.superiorAgency, { size: 13 }),
      centred(page.agency?.issuing ?? settings.issuingAgency, { size: 13, bold: true }),
      centred('', { size: 2, ruleInset: left * 0.3 }),
      ...(page.numbered === null ? [] : [centred(`${paperWords.number}          ${page.numbered}`, { size: 13, before: 4 })]),
    ],
    [
      centred(paperWords.nation, { size: 13, bold: true }),
      centred(paperWords.motto, { size: 14, bold: true }),
      centred('', { size: 2, ruleInset: (width - left) / 2 - 28 }),
      centred(dateLineOf({ place: page.placeName ?? settings.placeName, today, undated: page.undated }), {
        size: 14,
        italic: true,
        before: 4,
      }),
    ],
    share,
  );
};

const bodySize = 12;

const cellOf = (column: Column, content: string, bold = false): WordCell => ({
  paragraphs: [text(content, { size: bodySize, align: alignOf(column), bold })],
});

const rowOf = ({ columns, rowHeight }: Table, row: Row): WordRow => {
  if (row.kind === 'group')
    return {
      cells: [
        { paragraphs: [centred(row.number, { size: bodySize, bold: true, keepNext: true })] },
        {
          paragraphs: [
            text(row.level === 2 ? row.text : row.text.toLocaleUpperCase('vi'), {
              size: bodySize,
              bold: true,
              keepNext: true,
              align: row.level === 0 ? 'center' : 'left',
            }),
          ],
          columnSpan: columns.length - 1,
        },
      ],
    };
  if (row.kind === 'row')
    return {
      cells: columns.map((column, index) => cellOf(column, cellText(column, row.cells[index]))),
      ...(rowHeight === undefined ? {} : { height: rowHeight }),
    };
  const first = Math.max(
    1,
    row.cells.findIndex((cell) => cell !== null && cell !== ''),
  );
  return {
    cells: [
      { paragraphs: [centred(row.label, { size: bodySize, bold: true })], columnSpan: first },
      ...columns.slice(first).map((column, index) => cellOf(column, cellText(column, row.cells[first + index]), true)),
    ],
  };
};

const headRowsOf = (columns: readonly Column[]): readonly WordRow[] => {
  const [upper = [], lower] = headRows(columns);
  const title = (content: string): readonly WordParagraph[] => [centred(content, { size: bodySize, bold: true })];
  const first: WordRow = {
    isHead: true,
    cells: upper.map((cell) => ({
      paragraphs: title(cell.title),
      columnSpan: cell.columnSpan,
      ...(cell.rowSpan > 1 ? { merge: 'start' as const } : {}),
    })),
  };
  if (lower === undefined) return [first];
  const below = columns.map((column): WordCell =>
    column.over === undefined ? { paragraphs: [], merge: 'on' } : { paragraphs: title(column.title) },
  );
  return [first, { isHead: true, cells: below }];
};

/** The last rows stay on the page of what follows them: a signature is never alone. */
const keepEnd = (rows: readonly WordRow[]): readonly WordRow[] =>
  rows.map((row, index) =>
    index < rows.length - 2
      ? row
      : {
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map((one) => ({ ...one, keepNext: true })) })),
        },
  );

const tableOf = (table: Table, width: number): WordTable => {
  const sum = table.columns.reduce((total, column) => total + column.width, 0);
  return {
    kind: 'table',
    widths: table.columns.map((column) => (column.width / sum) * width),
    bordered: true,
    rows: [...headRowsOf(table.columns), ...keepEnd(table.rows.map((row) => rowOf(table, row)))],
  };
};

const factsOf = (rows: readonly (readonly [label: string, value: string])[], width: number): WordTable => ({
  kind: 'table',
  widths: [width * 0.38, width * 0.62],
  bordered: true,
  rows: rows.map(([label, value]) => ({
    cells: [{ paragraphs: [text(label, { size: bodySize })] }, { paragraphs: [text(value, { size: bodySize })] }],
  })),
});

const blocksOf = (block: Block, width: number): readonly (WordParagraph | WordTable)[] => {
  switch (block.kind) {
    case 'heading':
      return [text(block.text, { bold: true, before: 10, after: 4, keepNext: true })];
    case 'paragraph':
      return block.text.split('\n').map((line) => text(line, { align: 'both', firstLine: 12.7, after: 6 }));
    case 'line':
      return [text(block.text, { after: 4, keepNext: true })];
    case 'closing':
      return [text(block.text, { italic: true, before: 8, after: 4, keepNext: true })];
    case 'facts':
      return [factsOf(block.rows, width)];
    case 'table':
      return [tableOf(withoutPersonalNumbers(block), width)];
  }
};

const signatureOf = ({ capacity = '', title, note, name = '' }: Signer): readonly WordParagraph[] => [
  ...(capacity === '' ? [] : [centred(capacity, { bold: true, keepNext: true })]),
  centred(title, { bold: true, keepNext: true }),
  centred(note, { italic: true, size: 12, keepNext: true }),
  centred(name, { bold: true, before: 56 }),
];

const recipientsOf = (recipients: readonly string[]): readonly WordParagraph[] => [
  text(paperWords.recipients, { bold: true, italic: true, size: 12 }),
  ...recipients.map((line) => text(`- ${line};`, { size: 11 })),
  text(paperWords.archive, { size: 11 }),
];

const sectionOf = (page: PaperDocument, setting: Setting): WordSection => {
  const width = widthOf(page);
  const left = page.leftSigner === undefined ? recipientsOf(page.recipients) : signatureOf(page.leftSigner);
  return {
    landscape: page.landscape,
    blocks: [
      headOf(page, setting),
      centred(page.title.toLocaleUpperCase('vi'), { bold: true, before: 18, keepNext: true }),
      centred(page.subject, { bold: true, keepNext: true }),
      ...(page.annexNote === undefined ? [] : [centred(page.annexNote, { italic: true, keepNext: true })]),
      ...(page.addressee === undefined ? [] : [centred(paperWords.addressee(page.addressee), { before: 10 })]),
      text('', { size: 6 }),
      ...page.blocks.flatMap((block) => blocksOf(block, width)),
      text('', { size: 6, keepNext: true }),
      halves(width, left, signatureOf(page.signer ?? officeSigner(setting.settings)), 0.5),
    ],
  };
};

/** The papers of a report as sections of a text document that an office can go on writing in; phones are left out. */
export const wordSectionsOf = (reports: readonly BuiltReport[], settings: PaperSettings, today: string): readonly WordSection[] =>
  reports.flatMap((report) => report.pages.map((page) => sectionOf(page, { settings, today })));
