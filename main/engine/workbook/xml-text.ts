const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 cannot hold, by code: written as `_x0007_`, as the format of the file prescribes. */
const unwritable =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const codeForm = /_x([0-9A-Fa-f]{4})_/g;

const asCode = (symbol: string): string => `_x${symbol.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Text as content or attribute of an OOXML part. A text that looks like such a code itself comes back as it was. */
export const writeXmlText = (text: string): string =>
  text
    .replace(codeForm, '_x005F_x$1_')
    .replace(unwritable, asCode)
    .replace(/[&<>"]/g, (symbol) => entities[symbol] ?? symbol);

/** Text of an OOXML part with codes such as `_x000D_` made characters again. */
export const readXmlText = (text: string): string =>
  text.includes('_x') ? text.replace(codeForm, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
