import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { Paper } from '#shared/contract/report-methods.ts';
import { forgetPaper, offerPaper } from './app-protocol.ts';
import { lockDown } from './window.ts';

const pointsPerMillimetre = 72 / 25.4;

const withPaper = async <T>(paper: Paper, work: (window: BrowserWindow) => Promise<T>): Promise<T> => {
  const url = offerPaper(paper.html);
  const window = new BrowserWindow({
    show: false,
    width: 1200,
    height: 900,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, javascript: false },
  });
  lockDown(window.webContents);
  try {
    await window.loadURL(url);
    return await work(window);
  } finally {
    forgetPaper(url);
    window.destroy();
  }
};

/** Writes the number top centre on every page but the first (Decree 30/2020/NĐ-CP, annex I). */
const addPageNumbers = async (pdf: Uint8Array): Promise<Uint8Array> => {
  const document = await PDFDocument.load(pdf);
  const font = await document.embedFont(StandardFonts.TimesRoman);
  const size = 13;
  for (const [index, page] of document.getPages().entries()) {
    if (index === 0) continue;
    const text = String(index + 1);
    const { width, height } = page.getSize();
    page.drawText(text, {
      x: (width - font.widthOfTextAtSize(text, size)) / 2,
      y: height - 13 * pointsPerMillimetre,
      size,
      font,
    });
  }
  return document.save();
};

/** Makes a PDF of a paper. */
export const makePdf = (paper: Paper): Promise<Uint8Array> =>
  withPaper(paper, async (window) => {
    const pdf = await window.webContents.printToPDF({
      pageSize: 'A4',
      landscape: paper.landscape,
      printBackground: true,
      preferCSSPageSize: true,
    });
    return paper.pageNumbers ? addPageNumbers(pdf) : new Uint8Array(pdf);
  });

/** Writes a PDF beside its name and moves it into place. */
export const savePdf = async (paper: Paper, file: string): Promise<void> => {
  const part = `${file}.part`;
  try {
    await writeFile(part, await makePdf(paper));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
};

/** End-to-end tests have no printer: there the paper lands as PDF in a folder; an installed program never looks there. */
const testPrinter = (): string | undefined => (app.isPackaged ? undefined : process.env.SHG_TEST_PRINTER);

/** Opens the system's print dialog; `false` when the user closed it. */
export const printPaper = async (paper: Paper): Promise<boolean> => {
  const folder = testPrinter();
  if (folder === undefined) return printThroughSystem(paper);
  await savePdf(paper, join(folder, paper.fileName));
  return true;
};

const printThroughSystem = (paper: Paper): Promise<boolean> =>
  withPaper(
    paper,
    (window) =>
      new Promise((settle) => {
        window.webContents.print(
          { silent: false, printBackground: true, landscape: paper.landscape, pageSize: 'A4' },
          (printed) => {
            settle(printed);
          },
        );
      }),
  );
