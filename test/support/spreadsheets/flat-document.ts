import type { MadeCell, MadeSheet } from './model.ts';

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

type Look = { readonly font: string; readonly format: string };

const lookOf = (cell: MadeCell): Look =>
  typeof cell === 'object' && cell !== null
    ? { font: cell.font ?? '', format: cell.date === undefined ? (cell.format ?? '') : 'date' }
    : { font: '', format: '' };

const keyOf = ({ font, format }: Look): string => `${font}|${format}`;

const dataStyle = (name: string, format: string): string => {
  if (format === 'date')
    return `<number:date-style style:name="${name}"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>`;
  if (format === '@') return `<number:text-style style:name="${name}"><number:text-content/></number:text-style>`;
  return `<number:number-style style:name="${name}"><number:number number:decimal-places="0" number:min-integer-digits="${format.length}"/></number:number-style>`;
};

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<text:p>${escape(line)}</text:p>`)
    .join('');

const contentOf = (cell: Exclude<MadeCell, null>, fonts: ReadonlyMap<string, string>): string => {
  if (typeof cell === 'number') return `office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p>`;
  if (typeof cell === 'string') return `office:value-type="string">${paragraphs(cell)}`;
  const formula = cell.formula === undefined ? '' : `table:formula="of:=${escape(cell.formula)}" `;
  if (cell.runs)
    return `office:value-type="string"><text:p>${cell.runs
      .map((run) => `<text:span text:style-name="${fonts.get(run.font) ?? ''}">${escape(run.text)}</text:span>`)
      .join('')}</text:p>`;
  if (cell.date !== undefined)
    return `${formula}office:value-type="date" office:date-value="${cell.date}"><text:p>${cell.date}</text:p>`;
  if (cell.number !== undefined)
    return `${formula}office:value-type="float" office:value="${cell.number}"><text:p>${cell.number}</text:p>`;
  return `${formula}office:value-type="string">${paragraphs(cell.text ?? '')}`;
};

/** A workbook as one XML file, from which LibreOffice makes its files. */
export const flatDocument = (sheets: readonly MadeSheet[]): string => {
  const cells = sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells));
  const looks = new Map(cells.map((cell) => [keyOf(lookOf(cell)), lookOf(cell)]));
  const styles = new Map([...looks.keys()].map((key, index) => [key, `ce${index + 1}`]));
  const runFonts = cells.flatMap((cell) =>
    typeof cell === 'object' && cell !== null ? (cell.runs ?? []).map((run) => run.font) : [],
  );
  const fonts = new Map([...new Set(runFonts)].map((font, index) => [font, `T${index + 1}`]));
  const faces = new Set([...[...looks.values()].map((look) => look.font), ...runFonts].filter(Boolean));
  const tableOf = (sheet: MadeSheet): string => {
    const covered = new Set<string>();
    const width = Math.max(1, ...sheet.rows.map((row) => row.cells.length));
    const columns = Array.from(
      { length: width },
      (_, column) => `<table:table-column${(sheet.hiddenColumns ?? []).includes(column) ? ' table:visibility="collapse"' : ''}/>`,
    );
    const rows = sheet.rows.map((row, index) => {
      const made = row.cells.map((cell, column) => {
        if (covered.has(`${index}:${column}`)) return '<table:covered-table-cell/>';
        if (cell === null) return '<table:table-cell/>';
        const [right, below] = typeof cell === 'object' ? [cell.across ?? 1, cell.down ?? 1] : [1, 1];
        for (let y = 0; y < below; y += 1) for (let x = 0; x < right; x += 1) covered.add(`${index + y}:${column + x}`);
        const spans = right * below > 1 ? ` table:number-columns-spanned="${right}" table:number-rows-spanned="${below}"` : '';
        return `<table:table-cell table:style-name="${styles.get(keyOf(lookOf(cell))) ?? ''}"${spans} ${contentOf(cell, fonts)}</table:table-cell>`;
      });
      const hidden = row.hidden === true ? ' table:visibility="collapse"' : '';
      return `<table:table-row${hidden}>${made.length === 0 ? '<table:table-cell/>' : made.join('')}</table:table-row>`;
    });
    return `<table:table table:name="${escape(sheet.name)}" table:style-name="${sheet.hidden === true ? 'hidden' : 'shown'}">${columns.join('')}${rows.join('')}</table:table>`;
  };
  const looksXml = [...looks.entries()].map(([key, { font, format }]) => {
    const name = styles.get(key) ?? '';
    const data = format === '' ? '' : dataStyle(`N${name}`, format);
    const text = font === '' ? '' : `<style:text-properties style:font-name="${escape(font)}"/>`;
    return `${data}<style:style style:name="${name}" style:family="table-cell"${format === '' ? '' : ` style:data-style-name="N${name}"`}>${text}</style:style>`;
  });
  const runsXml = [...fonts].map(
    ([font, name]) =>
      `<style:style style:name="${name}" style:family="text"><style:text-properties style:font-name="${escape(font)}"/></style:style>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:font-face-decls>${[...faces].map((face) => `<style:font-face style:name="${escape(face)}" svg:font-family="${escape(face)}"/>`).join('')}</office:font-face-decls>
<office:automatic-styles><style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>${looksXml.join('')}${runsXml.join('')}</office:automatic-styles>
<office:body><office:spreadsheet>${sheets.map(tableOf).join('')}</office:spreadsheet></office:body></office:document>`;
};
