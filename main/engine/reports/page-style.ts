/**
 * Form of state paper: Decree 30/2020/NĐ-CP, annex I. Sizes in points, margins in millimetres. `mso-number-format` has spreadsheets that
 * open the page take every cell as text, none as a formula.
 */
export const pageStyle = (landscape: boolean): string => `
@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: 20mm 15mm 20mm 30mm; }
* { box-sizing: border-box; }
html { background: #fff; }
body { margin: 0; color: #000; font: 14pt/1.35 'Times New Roman', 'Liberation Serif', Tinos, serif; }
section + section { break-before: page; }
.head { display: grid; grid-template-columns: 43% 57%; text-align: center; line-height: 1.25; }
.head p { margin: 0; }
.superior, .issuing { text-wrap: balance; }
.superior { font-size: 13pt; }
.issuing { font-size: 13pt; font-weight: bold; }
.issuing::after { content: ''; display: block; width: 40%; margin: 2pt auto 0; border-top: 0.75pt solid #000; }
.nation { font-size: 13pt; font-weight: bold; white-space: nowrap; }
.motto { font-size: 14pt; font-weight: bold; }
.motto span { display: inline-block; padding-bottom: 2pt; border-bottom: 0.75pt solid #000; }
.number { margin-top: 6pt !important; font-size: 13pt; }
.place { margin-top: 6pt !important; font-size: 14pt; font-style: italic; }
h1 { margin: 18pt 0 0; text-align: center; font-size: 14pt; text-transform: uppercase; break-after: avoid; }
h2 { margin: 10pt 0 4pt; font-size: 14pt; break-after: avoid; }
.subject { margin: 2pt 0 0; text-wrap: balance; text-align: center; font-size: 14pt; font-weight: bold; break-after: avoid; }
.annex { margin: 2pt 0 0; text-wrap: balance; text-align: center; font-style: italic; break-after: avoid; }
.addressee { margin: 10pt 0 0; text-align: center; }
.matter { margin-top: 12pt; }
p.body { margin: 0 0 6pt; text-align: justify; text-indent: 1.27cm; orphans: 2; widows: 2; }
p.line { margin: 0 0 4pt; break-after: avoid; }
table { width: calc(100% - 1pt); border-collapse: collapse; font-size: 12pt; line-height: 1.25; }
table.fixed { table-layout: fixed; }
table.short { break-inside: avoid; }
table + p.body, table + p.line { margin-top: 8pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tbody.tail, .end { break-inside: avoid; }
th, td { mso-number-format: '\\@'; border: 0.75pt solid #000; padding: 2pt 4pt; vertical-align: middle; overflow-wrap: break-word; }
th { padding: 2pt; text-align: center; font-weight: bold; }
td.center, td.number-cell { text-align: center; }
td.number-cell { white-space: nowrap; }
td.right { text-align: right; white-space: nowrap; }
tr.group td { font-weight: bold; break-after: avoid; }
tr.group { break-after: avoid; }
tr.level-0 td { text-align: center; text-transform: uppercase; }
tr.level-0 td.number-cell { text-transform: none; }
tr.level-1 td { text-transform: uppercase; }
tr.total td { font-weight: bold; }
tr.after > td { padding: 4pt 0 0; border: 0; font-size: 14pt; line-height: 1.35; }
tr.after p.line { margin-top: 4pt; }
.facts td:first-child { width: 38%; }
.closing { margin: 8pt 0 0; font-style: italic; break-before: avoid; break-after: avoid; }
.foot { display: grid; grid-template-columns: 50% 50%; margin-top: 12pt; break-inside: avoid; break-before: avoid; }
.recipients { font-size: 11pt; line-height: 1.3; }
.recipients b { font-size: 12pt; font-style: italic; }
.signature { text-align: center; font-weight: bold; }
.signature p { margin: 0; }
.signature .note { font-weight: normal; font-style: italic; font-size: 12pt; }
.signature .name { min-height: 1.35em; margin-top: 56pt; }
.compact table { font-size: 11.5pt; line-height: 1.2; }
.compact th, .compact td { padding: 1pt 3pt; }
.compact h1 { margin-top: 4pt; }
.compact .matter { margin-top: 6pt; }
.compact .foot { margin-top: 6pt; }
.compact .signature .name { margin-top: 28pt; }
.compact tr.after > td { padding-top: 0; }
.digits { margin: 6pt 0; text-align: center; font: bold 17pt 'Liberation Mono', 'Courier New', monospace; letter-spacing: 1pt; }
.seal { display: grid; grid-template-columns: 1fr 42mm; gap: 6mm; align-items: center; margin: 8pt 0; }
.seal svg { width: 42mm; height: 42mm; }
.small { font-size: 10pt; overflow-wrap: anywhere; }
`;
