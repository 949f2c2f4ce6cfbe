import { join } from 'node:path';
import { app, ipcMain, shell, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { contract, type MethodName } from '#shared/contract/contract.ts';
import type { DesktopSettings, FileFilter } from '#shared/contract/desktop.ts';
import type { FailureCode, Reply } from '#shared/contract/failure.ts';
import type { Paper } from '#shared/contract/report-methods.ts';
import { forgetPaper, offerPreview } from './app-protocol.ts';
import { chooseFiles, chooseFolder, chooseSaveFile } from './dialogs.ts';
import type { EngineProcess } from './engine-process.ts';
import { printPaper, savePdf } from './paper-printer.ts';
import { readStored, store } from './settings.ts';
import { composeMail } from './mail.ts';
import type { OpenedFiles } from './opened-files.ts';
import { readPicture } from './picture.ts';
import { isOwnPage } from './window.ts';
import { readZoom, setZoom } from './zoom.ts';

const readSettings = (): DesktopSettings => ({
  lastWorkspace: readStored().lastWorkspace,
  version: app.getVersion(),
  runtime: `Electron ${process.versions.electron}`,
  defaultFolder: join(app.getPath('documents'), 'So Hoa Giai'),
  zoom: readZoom(),
});

const codes: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'disk-full',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'file-unwritable',
  ENOENT: 'file-missing',
};

const guarded = async <T>(work: () => Promise<T>): Promise<Reply<T>> => {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const code = codes[(error as NodeJS.ErrnoException).code ?? ''];
    return { ok: false, failure: code === undefined ? { code: 'print-unavailable', details: { reason: 'PDF' } } : { code } };
  }
};

type Handler = (...args: never[]) => unknown;

/** Connects the window's requests. Only the program's own page is answered. */
export const connectDesktop = (window: BrowserWindow, engine: EngineProcess, opened: OpenedFiles): void => {
  const running = new Map<number, number>();
  const isOwn = (event: IpcMainInvokeEvent): boolean =>
    event.sender === window.webContents && event.senderFrame !== null && isOwnPage(event.senderFrame.url);
  const answer = (channel: string, handler: Handler): void => {
    ipcMain.handle(channel, (event, ...args) => {
      if (!isOwn(event)) throw new Error('refused');
      return handler(...(args as never[]));
    });
  };
  answer('engine:call', async (id: number, method: MethodName, input: unknown) => {
    if (!Object.hasOwn(contract, method)) return { ok: false, failure: { code: 'method-unknown' } };
    const call = engine.call(method, input, (progress) => {
      if (!window.isDestroyed()) window.webContents.send('engine:progress', id, progress);
    });
    running.set(id, call.id);
    const reply = await call.reply;
    running.delete(id);
    if (method === 'workspace.lock') opened.clear();
    return reply;
  });
  answer('engine:cancel', (id: number) => {
    const call = running.get(id);
    if (call !== undefined) engine.cancel(call);
  });
  answer('desktop:choose-files', (filter: FileFilter, many: boolean) => chooseFiles(window, filter, many));
  answer('desktop:choose-save-file', (filter: FileFilter, name: string) => chooseSaveFile(window, filter, name));
  answer('desktop:choose-folder', () => chooseFolder(window));
  answer('desktop:print', (paper: Paper) => guarded(async () => ({ printed: await printPaper(paper) })));
  answer('desktop:preview-paper', ({ html, landscape }: Paper) => offerPreview(html, landscape));
  answer('desktop:forget-paper', forgetPaper);
  answer('desktop:save-pdf', (paper: Paper, file: string) => guarded(async () => savePdf(paper, file).then(() => ({ file }))));
  answer('desktop:show-in-folder', (file: string) => {
    shell.showItemInFolder(file);
  });
  answer('desktop:compose-mail', composeMail);
  answer('desktop:read-picture', readPicture);
  answer('desktop:new-opened-place', opened.newPlace);
  answer('desktop:open-place', async (file: string) => opened.isPlace(file) && (await shell.openPath(file)) === '');
  answer('desktop:settings', readSettings);
  answer('desktop:set-zoom', (factor: number) => {
    setZoom(window.webContents, factor);
  });
  answer('desktop:remember-workspace', (folder: string) => {
    store({ lastWorkspace: folder });
  });
};
