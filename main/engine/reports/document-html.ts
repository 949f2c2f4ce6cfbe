import type { PaperSettings } from '#shared/contract/workspace-methods.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import { alignOf, cellText, headRows } from './cell-text.ts';
import type { Block, BuiltReport, Column, PaperDocument, Row, Table } from './document.ts';
import { dateLineOf, escape, footHtml, headHtml, officeSigner, wholePage } from './page-parts.ts';

const attributes = (column: Column): string => {
  const align = alignOf(column);
  return align === 'left' ? '' : ` class="${align}"`;
};

const cellsHtml = (columns: readonly Column[], row: Extract<Row, { readonly kind: 'row' }>): string =>
  columns.map((column, index) => `<td${attributes(column)}>${escape(cellText(column, row.cells[index]))}</td>`).join('');

/** The label of a total covers the columns up to the first one that has a sum. */
const totalHtml = (columns: readonly Column[], row: Extract<Row, { readonly kind: 'total' }>): string => {
  const first = Math.max(
    1,
    row.cells.findIndex((cell) => cell !== null && cell !== ''),
  );
  const sums = columns.slice(first).map((column, index) => {
    const cell = row.cells[first + index];
    return `<td${attributes(column)}>${escape(cellText(column, cell))}</td>`;
  });
  return `<td colspan="${first}" class="center">${escape(row.label)}</td>${sums.join('')}`;
};

const rowHtml = ({ columns, rowHeight }: Table, row: Row): string => {
  if (row.kind === 'group')
    return `<tr class="group level-${row.level}"><td class="number-cell">${escape(row.number)}</td><td colspan="${columns.length - 1}">${escape(row.text)}</td></tr>`;
  if (row.kind === 'total') return `<tr class="total">${totalHtml(columns, row)}</tr>`;
  const height = rowHeight === undefined ? '' : ` style="height:${rowHeight}mm"`;
  return `<tr${height}>${cellsHtml(columns, row)}</tr>`;
};

const spanOf = (columnSpan: number, rowSpan: number): string =>
  `${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;

/** Rows of a table that go with what follows it: a signature never stands alone on a page. */
const tailLength = 2;

/** A table of so few rows is not parted: its head would stand alone. */
const shortLength = 10;

/** `after` is what belongs to the end of the table; it is part of the last rows, which are not parted by the end of a page. */
const tableHtml = (table: Table, after: string): string => {
  const sum = table.columns.reduce((total, column) => total + column.width, 0);
  const widths = table.columns.map((column) => `<col style="width:${((column.width / sum) * 100).toFixed(2)}%">`).join('');
  const head = headRows(table.columns)
    .map(
      (cells) =>
        `<tr>${cells.map(({ title, columnSpan, rowSpan }) => `<th${spanOf(columnSpan, rowSpan)}>${escape(title)}</th>`).join('')}</tr>`,
    )
    .join('');
  const rows = table.rows.map((row) => rowHtml(table, row));
  const end = after === '' ? '' : `<tr class="after"><td colspan="${table.columns.length}">${after}</td></tr>`;
  const body = `<tbody>${rows.slice(0, -tailLength).join('')}</tbody><tbody class="tail">${rows.slice(-tailLength).join('')}${end}</tbody>`;
  const isShort = rows.length <= shortLength && after === '';
  return `<table class="fixed${isShort ? ' short' : ''}"><colgroup>${widths}</colgroup><thead>${head}</thead>${body}</table>`;
};

const blockHtml = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escape(block.text)}</h2>`;
    case 'paragraph':
      return block.text
        .split('\n')
        .map((line) => `<p class="body">${escape(line)}</p>`)
        .join('');
    case 'line':
      return `<p class="line">${escape(block.text)}</p>`;
    case 'closing':
      return `<p class="closing">${escape(block.text)}</p>`;
    case 'facts':
      return `<table class="facts${block.rows.length <= shortLength ? ' short' : ''}"><tbody>${block.rows.map(([label, value]) => `<tr><td>${escape(label)}</td><td>${escape(value)}</td></tr>`).join('')}</tbody></table>`;
    case 'table':
      return tableHtml(block, '');
  }
};

/** Whether a block may stand in the last row of the table before it. */
const isShort = (block: Block): boolean => block.kind === 'closing' || block.kind === 'line';

/** The blocks, with the foot kept at the end of the last table where only short lines are between. */
const matterHtml = (blocks: readonly Block[], foot: string): string => {
  const last = blocks.findLastIndex((block) => !isShort(block));
  const table = blocks[last];
  const written = blocks.map(blockHtml);
  if (table?.kind !== 'table')
    return `<div class="matter">${written.slice(0, -1).join('\n')}<div class="end">${written.at(-1) ?? ''}${foot}</div></div>`;
  const after = `${blocks
    .slice(last + 1)
    .map(blockHtml)
    .join('\n')}${foot}`;
  return `<div class="matter">${blocks.slice(0, last).map(blockHtml).join('\n')}${tableHtml(table, after)}</div>`;
};

const sectionHtml = (
  page: PaperDocument,
  settings: PaperSettings,
  today: string,
): string => `<section${page.compact === true ? ' class="compact"' : ''}>
${headHtml({
  superior: page.agency?.superior ?? settings.superiorAgency,
  issuing: page.agency?.issuing ?? settings.issuingAgency,
  numbered: page.numbered,
  dateLine: dateLineOf({ place: page.placeName ?? settings.placeName, today, undated: page.undated }),
})}
<h1>${escape(page.title)}</h1><p class="subject">${escape(page.subject)}</p>
${page.annexNote === undefined ? '' : `<p class="annex">${escape(page.annexNote)}</p>`}
${page.addressee === undefined ? '' : `<p class="addressee">${escape(paperWords.addressee(page.addressee))}</p>`}
${matterHtml(
  page.blocks,
  footHtml({ recipients: page.recipients, leftSigner: page.leftSigner, signer: page.signer ?? officeSigner(settings) }),
)}
</section>`;

/** The report as one document of HTML; every paper of it begins on a new page. */
export const renderHtml = (report: BuiltReport, settings: PaperSettings, today: string): string =>
  wholePage(
    report.title,
    report.pages[0]?.landscape === true,
    report.pages.map((page) => sectionHtml(page, settings, today)).join('\n'),
  );
