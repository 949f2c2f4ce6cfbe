import { writeZip } from './workbook/zip-writer.ts';

/** A line of text. Sizes in points, lengths in millimetres. */
export type WordParagraph = {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  readonly firstLine?: number;
  /** Points above and below. */
  readonly before?: number;
  readonly after?: number;
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
  /** A rule below, drawn in from both sides by this length. */
  readonly ruleInset?: number;
};

export type WordCell = {
  readonly paragraphs: readonly WordParagraph[];
  readonly columnSpan?: number;
  /** `start` heads cells below that are `on`. */
  readonly merge?: 'start' | 'on';
};

export type WordRow = { readonly cells: readonly WordCell[]; readonly isHead?: boolean; readonly height?: number };

export type WordTable = {
  readonly kind: 'table';
  /** Of the columns, in millimetres. */
  readonly widths: readonly number[];
  readonly rows: readonly WordRow[];
  readonly bordered: boolean;
};

export type WordSection = { readonly landscape: boolean; readonly blocks: readonly (WordParagraph | WordTable)[] };

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const partType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Twentieths of a point, in which the format measures. */
const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

/** Characters that XML cannot hold are left out. */
const escape = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (symbol) => `&#${symbol.charCodeAt(0)};`);

const runXml = ({ text, bold = false, italic = false, size = 14 }: WordParagraph): string => {
  const look = `<w:rPr>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr>`;
  const lines = escape(text).split('\n');
  return `<w:r>${look}${lines.map((line) => `<w:t xml:space="preserve">${line}</w:t>`).join('<w:br/>')}</w:r>`;
};

const paragraphXml = (paragraph: WordParagraph, section = ''): string => {
  const { align = 'left', firstLine = 0, before = 0, after = 0, keepNext = false, ruleInset } = paragraph;
  const inset = ruleInset === undefined ? '' : ` w:left="${twips(ruleInset)}" w:right="${twips(ruleInset)}"`;
  const indent =
    firstLine > 0 || inset !== '' ? `<w:ind${inset}${firstLine > 0 ? ` w:firstLine="${twips(firstLine)}"` : ''}/>` : '';
  const rule = ruleInset === undefined ? '' : '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>';
  return `<w:p><w:pPr>${keepNext ? '<w:keepNext/>' : ''}${rule}<w:spacing w:before="${before * 20}" w:after="${after * 20}"/>${indent}<w:jc w:val="${align}"/>${section}</w:pPr>${paragraph.text === '' ? '' : runXml(paragraph)}</w:p>`;
};

const cellXml = (cell: WordCell, width: number, align: 'top' | 'center'): string => {
  const span = (cell.columnSpan ?? 1) > 1 ? `<w:gridSpan w:val="${cell.columnSpan ?? 1}"/>` : '';
  const merge = cell.merge === undefined ? '' : `<w:vMerge${cell.merge === 'start' ? ' w:val="restart"' : ''}/>`;
  const paragraphs = cell.paragraphs.length === 0 ? [{ kind: 'paragraph', text: '' } as const] : cell.paragraphs;
  return `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="${align}"/></w:tcPr>${paragraphs.map((one) => paragraphXml(one)).join('')}</w:tc>`;
};

const rowXml = ({ cells, isHead = false, height }: WordRow, { widths, bordered }: WordTable): string => {
  let column = 0;
  const written = cells.map((cell) => {
    const span = cell.columnSpan ?? 1;
    const width = widths.slice(column, column + span).reduce((total, one) => total + one, 0);
    column += span;
    return cellXml(cell, width, bordered ? 'center' : 'top');
  });
  const least = height === undefined ? '' : `<w:trHeight w:val="${twips(height)}" w:hRule="atLeast"/>`;
  return `<w:tr><w:trPr><w:cantSplit/>${least}${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${written.join('')}</w:tr>`;
};

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>`)
  .join('');

const tableXml = (table: WordTable): string => {
  const { widths, rows, bordered } = table;
  const [across, down] = bordered ? [70, 25] : [0, 0];
  const margin = (side: string, width: number): string => `<w:${side} w:w="${width}" w:type="dxa"/>`;
  const margins = `${margin('top', down)}${margin('left', across)}${margin('bottom', down)}${margin('right', across)}`;
  const total = twips(widths.reduce((sum, width) => sum + width, 0));
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/>${bordered ? `<w:tblBorders>${borders}</w:tblBorders>` : ''}<w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('')}</w:tblGrid>${rows.map((row) => rowXml(row, table)).join('')}</w:tbl>`;
};

/** A4 with the margins of Decree 30/2020/NĐ-CP; the number of the page top centre, not on the first page. */
const sectionXml = (landscape: boolean): string => {
  const [width, height] = landscape ? [297, 210] : [210, 297];
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${landscape ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${twips(20)}" w:right="${twips(15)}" w:bottom="${twips(20)}" w:left="${twips(30)}" w:header="${twips(10)}" w:footer="${twips(10)}" w:gutter="0"/><w:titlePg/></w:sectPr>`;
};

const bodyXml = (sections: readonly WordSection[]): string =>
  sections
    .map(({ landscape, blocks }, index) => {
      const written = blocks.map((block) => (block.kind === 'table' ? tableXml(block) : paragraphXml(block))).join('');
      const section = sectionXml(landscape);
      // A section ends in a paragraph; the last one ends with the document.
      return index === sections.length - 1
        ? `${written}${paragraphXml({ kind: 'paragraph', text: '', size: 2 })}${section}`
        : `${written}${paragraphXml({ kind: 'paragraph', text: '', size: 2 }, section)}`;
    })
    .join('');

const fonts =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>';

const parts = (sections: readonly WordSection[]): readonly { readonly name: string; readonly text: string }[] => [
  {
    name: '[Content_Types].xml',
    text: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${partType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${partType}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${partType}.header+xml"/></Types>`,
  },
  {
    name: '_rels/.rels',
    text: `<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
  },
  {
    name: 'word/document.xml',
    text: `<w:document xmlns:w="${main}" xmlns:r="${relationships}"><w:body>${bodyXml(sections)}</w:body></w:document>`,
  },
  {
    name: 'word/_rels/document.xml.rels',
    text: `<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relationships}/header" Target="header1.xml"/></Relationships>`,
  },
  {
    name: 'word/styles.xml',
    text: `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`,
  },
  {
    name: 'word/header1.xml',
    text: `<w:hdr xmlns:w="${main}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`,
  },
];

/** The sections as the bytes of a .docx file; the same sections give the same bytes. Nothing of it is a macro or a link. */
export const writeWord = (sections: readonly WordSection[]): Uint8Array =>
  writeZip(parts(sections).map(({ name, text }) => ({ name, bytes: Buffer.from(head + text, 'utf8') })));
