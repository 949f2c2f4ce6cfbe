import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { Page } from '#renderer/components/page.tsx';

const escape = (text: string): string => text.replace(/[&<>"']/g, (symbol) => `&#${symbol.charCodeAt(0)};`);

const guideHtml = (): string => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${words.help.title}</title>
<style>@page { size: A4; margin: 20mm 15mm 20mm 30mm; } body { font: 13pt/1.45 'Times New Roman', 'Liberation Serif', serif; } h1 { font-size: 16pt; } h2 { font-size: 13pt; margin: 12pt 0 4pt; } p { margin: 0 0 6pt; } td { padding: 2pt 12pt 2pt 0; }</style></head>
<body><h1>${words.product}: ${words.help.title}</h1><h2>${words.help.keysTitle}</h2><table>${words.help.keys.map(([key, text]) => `<tr><td><b>${escape(key)}</b></td><td>${escape(text)}</td></tr>`).join('')}</table>
${words.help.guide.map(([title, text]) => `<h2>${escape(title)}</h2><p>${escape(text)}</p>`).join('')}</body></html>`;

/** The users' guide, on the screen and on paper. */
export const Help = () => (
  <Page
    title={words.help.title}
    actions={
      <Button
        variant="default"
        onClick={() => {
          void window.desktop.print({
            title: words.help.title,
            html: guideHtml(),
            landscape: false,
            pageNumbers: true,
            fileName: words.help.fileName,
          });
        }}
      >
        {words.help.print}
      </Button>
    }
  >
    <div className="columns">
      <section className="sheet" aria-label={words.help.keysTitle}>
        <table className="plain-table">
          <thead>
            <tr>
              <th colSpan={2}>{words.help.keysTitle}</th>
            </tr>
          </thead>
          <tbody>
            {words.help.keys.map(([key, text]) => (
              <tr key={key}>
                <td style={{ width: 220 }}>
                  <strong>{key}</strong>
                </td>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="sheet padded guide" aria-label={words.help.title}>
        {words.help.guide.map(([title, text]) => (
          <Fragment key={title}>
            <h2>{title}</h2>
            <div>{text}</div>
          </Fragment>
        ))}
      </section>
    </div>
  </Page>
);
