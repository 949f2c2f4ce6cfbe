const cellText = (cell: Element): string => {
  const copy = cell.cloneNode(true) as Element;
  // Line ends within a cell part words; a word processor writes them as breaks and paragraphs.
  for (const end of copy.querySelectorAll('br, p, div, li')) end.append(' ');
  for (const end of copy.querySelectorAll('br')) end.replaceWith(' ');
  return copy.textContent.replace(/[\s\u00a0]+/g, ' ').trim();
};

const span = (cell: Element, name: 'rowspan' | 'colspan'): number =>
  Math.max(1, Math.min(500, Number(cell.getAttribute(name)) || 1));

/**
 * The table of a text with marks, as word processors put it on the clipboard: a cell over several rows stands in each of them, one over
 * several columns in the first. Nothing where there is no table, or where a spreadsheet offers the same as plain text.
 */
export const readHtmlTable = (html: string): readonly (readonly string[])[] | null => {
  if (/urn:schemas-microsoft-com:office:excel|Excel\.Sheet/.test(html)) return null;
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null) return null;
  const rows: string[][] = [];
  [...table.rows].forEach((line, at) => {
    const row = (rows[at] ??= []);
    let column = 0;
    for (const cell of line.cells) {
      while (row[column] !== undefined) column += 1;
      const text = cellText(cell);
      for (let down = 0; down < span(cell, 'rowspan') && at + down < table.rows.length; down += 1)
        for (let across = 0; across < span(cell, 'colspan'); across += 1)
          (rows[at + down] ??= [])[column + across] = across === 0 ? text : '';
      column += span(cell, 'colspan');
    }
  });
  const filled = rows.map((row) => Array.from(row, (text) => (text as string | undefined) ?? ''));
  return filled.filter((row) => row.some((text) => text !== ''));
};
