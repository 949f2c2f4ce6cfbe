import { guide } from '#shared/text/guide/guide.ts';
import { keySections } from '#shared/text/key-list.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';

const escape = (text: string): string => text.replace(/[&<>"']/g, (symbol) => `&#${symbol.charCodeAt(0)};`);

const style = `@page { size: A4; margin: 20mm 15mm 20mm 30mm; }
body { font: 13pt/1.45 'Times New Roman', 'Liberation Serif', serif; }
h1 { font-size: 16pt; } h2 { font-size: 14pt; margin: 16pt 0 4pt; break-after: avoid; } h3 { font-size: 13pt; margin: 10pt 0 3pt; break-after: avoid; }
p { margin: 0 0 6pt; text-align: justify; } ol { margin: 0 0 6pt; padding-left: 22pt; } td { padding: 2pt 12pt 2pt 0; vertical-align: top; }`;

/** The whole users' guide as paper: chapters numbered, the keys at the end. */
export const guideHtml = (): string => {
  const chapters = guide.map(
    ({ title, sections }, index) =>
      `<h2>${index + 1}. ${escape(title)}</h2>${sections
        .map(
          (section) =>
            `<h3>${escape(section.title)}</h3>${section.text.map((text) => `<p>${escape(text)}</p>`).join('')}${
              section.steps === undefined ? '' : `<ol>${section.steps.map((step) => `<li>${escape(step)}</li>`).join('')}</ol>`
            }`,
        )
        .join('')}`,
  );
  const keys = keySections
    .map(
      ({ title, lines }) =>
        `<h3>${escape(title)}</h3><table>${lines
          .map(({ keys: key, label }) => `<tr><td><b>${escape(key)}</b></td><td>${escape(label)}</td></tr>`)
          .join('')}</table>`,
    )
    .join('');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${words.help.title}</title><style>${style}</style></head>
<body><h1>${words.product}: ${words.help.title}</h1>${chapters.join('')}<h2>${words.help.keysTitle}</h2>${keys}</body></html>`;
};
