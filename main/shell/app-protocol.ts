import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export const appOrigin = 'app://main';
const paperHost = 'paper';

const papers = new Map<string, string>();

/** Makes a page of paper reachable; returns its address. */
export const offerPaper = (html: string): string => {
  const id = randomBytes(16).toString('hex');
  papers.set(id, html);
  return `app://${paperHost}/${id}`;
};

export const forgetPaper = (url: string): void => void papers.delete(url.slice(`app://${paperHost}/`.length));

/** On the screen paper lies as a sheet on a table; printing leaves these rules out. */
const sheetStyle = (landscape: boolean): string => `<style>@media screen {
html { padding: 16px; background: #e4e1d9; }
body { width: ${landscape ? 297 : 210}mm; min-height: ${landscape ? 210 : 297}mm; margin: 0 auto; padding: 20mm 15mm 20mm 30mm; background: #fff; box-shadow: 0 1px 5px rgb(0 0 0 / 22%); }
@media (max-width: 1180px) { html { zoom: ${landscape ? 0.92 : 1}; } }
}</style>`;

/** Makes a page of paper reachable for the window's preview; returns its address. */
export const offerPreview = (html: string, landscape: boolean): string =>
  offerPaper(html.replace('</head>', () => `${sheetStyle(landscape)}</head>`));

/** Must run before the application is ready. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
};

const pagePolicy = (nonce: string): string =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src app://${paperHost}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
const paperPolicy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:`;

const refuse = (): Response => new Response('', { status: 404 });

const servePaper = (id: string): Response => {
  const html = papers.get(id);
  return html === undefined
    ? refuse()
    : new Response(html, { headers: { 'content-type': types['.html'] ?? '', 'content-security-policy': paperPolicy } });
};

const serveFile = async (folder: string, path: string): Promise<Response> => {
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  const type = types[extname(file)];
  if (!file.startsWith(folder + sep) || type === undefined) return refuse();
  const bytes = await readFile(file);
  if (extname(file) !== '.html') return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });
  const nonce = randomBytes(16).toString('base64');
  return new Response(bytes.toString('utf8').replaceAll('__NONCE__', nonce), {
    headers: { 'content-type': type, 'content-security-policy': pagePolicy(nonce) },
  });
};

/** Serves the window's own files and offered papers, nothing else. */
export const handleScheme = (rendererFolder: string): void => {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    try {
      if (url.host === paperHost) return servePaper(url.pathname.slice(1));
      return url.host === 'main' ? await serveFile(rendererFolder, decodeURIComponent(url.pathname)) : refuse();
    } catch {
      return refuse();
    }
  });
};
