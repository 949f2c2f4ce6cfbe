import { join } from 'node:path';
import { BrowserWindow, session, type WebContents } from 'electron';
import { appOrigin } from './app-protocol.ts';

/** Page to load while developing; only there, never in the built program. */
const developmentUrl = process.env.SHG_DEV_URL;

export const startUrl = developmentUrl ?? `${appOrigin}/`;

/** Whether a page is the program's own: protocol and host, since custom schemes have no origin in Node. */
export const isOwnPage = (address: string): boolean => {
  const [given, own] = [new URL(address), new URL(startUrl)];
  return given.protocol === own.protocol && given.host === own.host;
};

/** Refuses every way to leave the program's own page. */
export const lockDown = (contents: WebContents): void => {
  contents.on('will-navigate', (event, address) => {
    if (!isOwnPage(address)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};

/** No page gets a camera, a location or anything else that asks. */
export const refusePermissions = (): void => {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.defaultSession.setPermissionCheckHandler(() => false);
};

export const openMainWindow = (): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Sổ Hòa Giải',
    backgroundColor: '#f7f5f0',
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.removeMenu();
  window.once('ready-to-show', () => {
    window.show();
  });
  void window.loadURL(startUrl);
  return window;
};
