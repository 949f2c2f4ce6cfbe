import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app, dialog, type BrowserWindow, type FileFilter as ElectronFilter } from 'electron';
import type { FileFilter } from '#shared/contract/desktop.ts';
import { fileFilterNames } from '#shared/text/shell-words.vi.ts';
import { readStored, store } from './settings.ts';

const extensions: Readonly<Record<FileFilter, readonly string[]>> = {
  package: ['hgpkg', 'hgpart'],
  receipt: ['hgack', 'hgpart'],
  request: ['hgreq'],
  grant: ['hgcert'],
  backup: ['hgbackup'],
  pdf: ['pdf'],
  workbook: ['xlsx'],
  spreadsheet: ['xlsx', 'xls', 'ods', 'csv'],
  document: ['docx'],
  text: ['txt'],
  picture: ['png', 'jpg', 'jpeg'],
  attachment: ['pdf', 'jpg', 'jpeg', 'png', 'docx', 'xlsx'],
  mapping: ['json'],
};

const filtersOf = (filter: FileFilter): ElectronFilter[] => [
  { name: fileFilterNames[filter], extensions: [...extensions[filter]] },
];

/** End-to-end tests answer the system's file dialogs from a file, one answer a dialog; an installed program never looks there. */
const takeTestAnswer = (): readonly string[] | undefined => {
  const file = process.env.SHG_TEST_DIALOGS;
  if (file === undefined || app.isPackaged || !existsSync(file)) return undefined;
  const [next, ...rest] = JSON.parse(readFileSync(file, 'utf8')) as readonly (readonly string[])[];
  writeFileSync(file, JSON.stringify(rest));
  return next;
};

export const chooseFiles = async (window: BrowserWindow, filter: FileFilter, many: boolean): Promise<readonly string[]> => {
  const answer = takeTestAnswer();
  if (answer) return answer;
  const { filePaths } = await dialog.showOpenDialog(window, {
    filters: filtersOf(filter),
    properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  return filePaths;
};

/** Where a dialog begins: the folder used last, while it is there. */
const startFolder = (): string | undefined => {
  const { lastFolder } = readStored();
  return lastFolder !== null && existsSync(lastFolder) ? lastFolder : undefined;
};

export const chooseSaveFile = async (
  window: BrowserWindow,
  filter: FileFilter,
  suggestedName: string,
): Promise<string | null> => {
  const answer = takeTestAnswer();
  if (answer) return answer[0] ?? null;
  const defaultPath = join(startFolder() ?? '', suggestedName);
  const { filePath } = await dialog.showSaveDialog(window, { filters: filtersOf(filter), defaultPath });
  if (filePath === '') return null;
  store({ lastFolder: dirname(filePath) });
  return filePath;
};

export const chooseFolder = async (window: BrowserWindow): Promise<string | null> => {
  const answer = takeTestAnswer();
  if (answer) return answer[0] ?? null;
  const start = startFolder();
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
    ...(start === undefined ? {} : { defaultPath: start }),
  });
  const [folder] = filePaths;
  if (folder !== undefined) store({ lastFolder: folder });
  return folder ?? null;
};
