import type { PaperSettings } from '#shared/contract/workspace-methods.ts';

/** Text safe inside HTML. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (symbol) => `&#${symbol.charCodeAt(0)};`);

/** Form of state paper: Decree 30/2020/NĐ-CP, annex I. Sizes in points, margins in millimetres. */
const styles = (landscape: boolean): string => `
@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: 20mm 15mm 20mm 30mm; }
* { box-sizing: border-box; }
html { background: #fff; }
body { margin: 0; color: #000; font: 14pt/1.35 'Times New Roman', 'Liberation Serif', Tinos, serif; }
.head { display: grid; grid-template-columns: 43% 57%; text-align: center; line-height: 1.25; }
.head p { margin: 0; }
.superior { font-size: 13pt; }
.issuing { font-size: 13pt; font-weight: bold; }
.issuing::after { content: ''; display: block; width: 40%; margin: 2pt auto 0; border-top: 0.75pt solid #000; }
.nation { font-size: 13pt; font-weight: bold; white-space: nowrap; }
.motto { font-size: 14pt; font-weight: bold; }
.motto span { display: inline-block; padding-bottom: 2pt; border-bottom: 0.75pt solid #000; }
.number { margin-top: 6pt !important; font-size: 13pt; }
.place { margin-top: 6pt !important; font-size: 14pt; font-style: italic; }
h1 { margin: 18pt 0 0; text-align: center; font-size: 14pt; text-transform: uppercase; }
.subject { margin: 2pt 0 12pt; text-align: center; font-size: 14pt; font-weight: bold; }
.subject.plain { font-weight: normal; font-style: italic; }
p.body { margin: 0 0 6pt; text-align: justify; text-indent: 1.27cm; }
table { width: calc(100% - 1pt); border-collapse: collapse; font-size: 12pt; line-height: 1.25; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.75pt solid #000; padding: 2pt 4pt; vertical-align: middle; overflow-wrap: anywhere; }
th { text-align: center; font-weight: bold; }
td.number-cell { text-align: center; white-space: nowrap; }
tr.group td { font-weight: bold; break-after: avoid; }
tr.group.commune td { text-transform: uppercase; }
.closing { margin: 8pt 0 0; font-style: italic; }
.foot { display: grid; grid-template-columns: 50% 50%; margin-top: 14pt; break-inside: avoid; }
.recipients { font-size: 11pt; line-height: 1.3; }
.recipients b { font-size: 12pt; font-style: italic; }
.signature { text-align: center; font-weight: bold; }
.signature p { margin: 0; }
.signature .note { font-weight: normal; font-style: italic; font-size: 12pt; }
.signature .name { margin-top: 60pt; }
.digits { margin: 6pt 0; text-align: center; font: bold 17pt 'Liberation Mono', 'Courier New', monospace; letter-spacing: 1pt; }
.seal { display: grid; grid-template-columns: 1fr 42mm; gap: 6mm; align-items: center; margin: 8pt 0; }
.seal svg { width: 42mm; height: 42mm; }
.small { font-size: 10pt; overflow-wrap: anywhere; }
`;

const dateLine = (place: string, day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  const shownMonth = Number(month) < 3 ? month : String(Number(month));
  return `${escape(place)}, ngày ${date} tháng ${shownMonth} năm ${year}`;
};

export type PageParts = {
  readonly settings: PaperSettings;
  readonly today: string;
  readonly title: string;
  readonly subject: string;
  readonly body: string;
  /** Lines of "Nơi nhận"; "- Lưu: VT." is added. */
  readonly recipients: readonly string[];
  readonly landscape: boolean;
  /** Whether the paper carries a number; it stays blank and is given after signing. */
  readonly numbered: string | null;
};

const headOf = ({ settings, today, numbered }: PageParts): string => `
<div class="head">
  <div><p class="superior">${escape(settings.superiorAgency)}</p><p class="issuing">${escape(settings.issuingAgency)}</p>
  ${numbered === null ? '' : `<p class="number">Số:&#160;&#160;&#160;&#160;&#160;&#160;${escape(numbered)}</p>`}</div>
  <div><p class="nation">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="motto"><span>Độc lập - Tự do - Hạnh phúc</span></p>
  <p class="place">${dateLine(settings.placeName, today)}</p></div>
</div>`;

const footOf = ({ settings, recipients }: PageParts): string => `
<div class="foot">
  <div class="recipients"><b>Nơi nhận:</b><br>${recipients.map((line) => `- ${escape(line)};<br>`).join('')}- Lưu: VT.</div>
  <div class="signature">${settings.signerCapacity === '' ? '' : `<p>${escape(settings.signerCapacity)}</p>`}
  <p>${escape(settings.signerTitle)}</p><p class="note">(Ký tên, đóng dấu)</p><p class="name">${escape(settings.signerName)}</p></div>
</div>`;

/** A whole page in the form that the decree prescribes. */
export const renderPage = (parts: PageParts): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escape(parts.title)}</title><style>${styles(parts.landscape)}</style></head>
<body>${headOf(parts)}
<h1>${escape(parts.title)}</h1><p class="subject">${escape(parts.subject)}</p>
${parts.body}
${footOf(parts)}
</body></html>
`;
