import type { PaperSettings } from '#shared/contract/workspace-methods.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import type { Signer } from './document.ts';
import { pageStyle } from './page-style.ts';

/** Text safe inside HTML. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (symbol) => `&#${symbol.charCodeAt(0)};`);

export type PlaceAndDate = { readonly place: string; readonly today: string; readonly undated?: boolean | undefined };

/** Days under 10 and the months 1 and 2 with a zero (Decree 30/2020/NĐ-CP, annex I). */
export const dateLineOf = ({ place, today, undated = false }: PlaceAndDate): string => {
  const [year = '', month = '', date = ''] = today.split('-');
  if (undated) return paperWords.undated(place, year);
  return paperWords.dateLine(place, date, Number(month) < 3 ? month : String(Number(month)), year);
};

export type HeadParts = {
  readonly superior: string;
  readonly issuing: string;
  /** What follows the number, which stays blank and is given after signing; `null` without one. */
  readonly numbered: string | null;
  readonly dateLine: string;
};

export const headHtml = ({ superior, issuing, numbered, dateLine }: HeadParts): string => `
<div class="head">
  <div><p class="superior">${escape(superior)}</p><p class="issuing">${escape(issuing)}</p>
  ${numbered === null ? '' : `<p class="number">${paperWords.number}&#160;&#160;&#160;&#160;&#160;&#160;${escape(numbered)}</p>`}</div>
  <div><p class="nation">${paperWords.nation}</p><p class="motto"><span>${paperWords.motto}</span></p>
  <p class="place">${escape(dateLine)}</p></div>
</div>`;

/** The office's signature as its settings say. */
export const officeSigner = (settings: PaperSettings): Signer => ({
  capacity: settings.signerCapacity,
  title: settings.signerTitle,
  note: paperWords.signAndSeal,
  name: settings.signerName,
});

const signatureHtml = ({ capacity = '', title, note, name = '' }: Signer): string => `
  <div class="signature">${capacity === '' ? '' : `<p>${escape(capacity)}</p>`}
  <p>${escape(title)}</p><p class="note">${escape(note)}</p><p class="name">${escape(name)}</p></div>`;

const recipientsHtml = (recipients: readonly string[]): string => `
  <div class="recipients"><b>${paperWords.recipients}</b><br>${recipients.map((line) => `- ${escape(line)};<br>`).join('')}${paperWords.archive}</div>`;

export type FootParts = {
  readonly recipients: readonly string[];
  readonly leftSigner: Signer | undefined;
  readonly signer: Signer;
};

export const footHtml = ({ recipients, leftSigner, signer }: FootParts): string =>
  `<div class="foot">${leftSigner === undefined ? recipientsHtml(recipients) : signatureHtml(leftSigner)}${signatureHtml(signer)}</div>`;

/**
 * Spreadsheet programs open pages too and would reckon with what begins like a formula: cells are marked as text for Calc (the style sheet
 * does it for Excel), lines outside of tables get an invisible joiner in front.
 */
const withoutFormulas = (html: string): string =>
  html
    .replace(/<(t[dh])\b([^>]*)>(?=\s*[=+\-@])/g, '<$1$2 sdnum="1033;0;@">')
    .replace(/<(p|h1|h2)\b([^>]*)>(?=\s*[=+@])/g, '<$1$2>\u2060');

/** A whole document of HTML with its styles and nothing from elsewhere. */
export const wholePage = (title: string, landscape: boolean, body: string): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${pageStyle(landscape)}</style></head>
<body>${withoutFormulas(body)}</body></html>
`;
