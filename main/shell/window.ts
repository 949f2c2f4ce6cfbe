import { join } from 'node:path';
import { BrowserWindow, screen, session, type Rectangle, type WebContents } from 'electron';
import { appOrigin } from './app-protocol.ts';
import { readStored, store } from './settings.ts';
import { keepZoom } from './zoom.ts';

/** Page to load while developing; only there, never in the built program. */
const developmentUrl = process.env.SHG_DEV_URL;

export const startUrl = developmentUrl ?? `${appOrigin}/`;

/** Whether a page is the program's own: protocol and host, since custom schemes have no origin in Node. */
export const isOwnPage = (address: string): boolean => {
  try {
    const [given, own] = [new URL(address), new URL(startUrl)];
    return given.protocol === own.protocol && given.host === own.host;
  } catch {
    return false;
  }
};

/** Refuses every way to leave the program's own page. */
export const lockDown = (contents: WebContents): void => {
  for (const event of ['will-navigate', 'will-redirect'] as const)
    contents.on(event as 'will-navigate', (details, address) => {
      if (!isOwnPage(address)) details.preventDefault();
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

/** Where the window was, if a screen still shows that place: a second monitor may be gone. */
const knownBounds = (): Rectangle | undefined => {
  const { bounds } = readStored();
  if (bounds === null) return undefined;
  const { workArea } = screen.getDisplayMatching(bounds);
  const isSeen =
    bounds.x < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y >= workArea.y - 8 &&
    bounds.y < workArea.y + workArea.height;
  return isSeen ? bounds : undefined;
};

export const openMainWindow = (): BrowserWindow => {
  const bounds = knownBounds();
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    ...bounds,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Sổ Hòa Giải',
    backgroundColor: '#f6f4ee',
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.removeMenu();
  if (readStored().maximized) window.maximize();
  keepZoom(window.webContents);
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', () => {
    store({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  });
  // The page's process can die on a PC short of memory; the engine still holds the open workspace.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(startUrl);
  return window;
};
