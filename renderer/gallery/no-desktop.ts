import type { Desktop } from '#shared/contract/desktop.ts';

const nothing = (): void => undefined;
const never = <T>(): Promise<T> => new Promise<T>(nothing);

/** In a browser there is no shell: components are shown, calls never come back. */
export const noDesktop: Desktop = {
  callEngine: never,
  cancelCall: nothing,
  onProgress: nothing,
  onEngineStopped: nothing,
  chooseFiles: () => Promise.resolve([]),
  chooseSaveFile: () => Promise.resolve(null),
  chooseFolder: () => Promise.resolve(null),
  print: never,
  previewPaper: never,
  forgetPaper: nothing,
  savePdf: never,
  showInFolder: never,
  composeMail: never,
  readPicture: () => Promise.resolve(null),
  newOpenedPlace: never,
  openPlace: never,
  settings: never,
  setZoom: never,
  rememberWorkspace: never,
};
