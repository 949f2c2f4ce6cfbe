import { join } from 'node:path';
import { app } from 'electron';
import { handleScheme, registerScheme } from './app-protocol.ts';
import { connectDesktop } from './desktop.ts';
import { startEngine } from './engine-process.ts';
import { createOpenedFiles } from './opened-files.ts';
import { findPrintJob, runPrintJob } from './print-job.ts';
import { lockDown, openMainWindow, refusePermissions } from './window.ts';

registerScheme();

const start = (): void => {
  handleScheme(join(__dirname, 'renderer'));
  refusePermissions();
  const window = openMainWindow();
  const opened = createOpenedFiles(join(app.getPath('userData'), 'opened'));
  const engine = startEngine(() => {
    // As after locking: nobody is let in until the books are opened again.
    opened.clear();
    if (!window.isDestroyed()) window.webContents.send('engine:stopped');
  });
  lockDown(window.webContents);
  connectDesktop(window, engine, opened);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    void engine.stop().finally(() => {
      opened.clear();
      app.quit();
    });
  });
};

const printAndQuit = async (listFile: string): Promise<void> => {
  handleScheme(join(__dirname, 'renderer'));
  try {
    await runPrintJob(listFile);
    app.exit(0);
  } catch {
    app.exit(1);
  }
};

const printJob = findPrintJob(process.argv);
if (printJob !== undefined) {
  // Closing the window of one paper must not end the process before the next.
  app.on('window-all-closed', () => undefined);
  void app.whenReady().then(() => printAndQuit(printJob));
} else if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();
