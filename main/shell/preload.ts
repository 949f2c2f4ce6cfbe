import { contextBridge, ipcRenderer } from 'electron';
import type { Desktop } from '#shared/contract/desktop.ts';
import type { Progress } from '#shared/contract/views.ts';

const desktop: Desktop = {
  callEngine: (id, method, input) => ipcRenderer.invoke('engine:call', id, method, input),
  cancelCall: (id) => void ipcRenderer.invoke('engine:cancel', id),
  onProgress: (listener) => {
    ipcRenderer.on('engine:progress', (_event, id: number, progress: Progress) => {
      listener(id, progress);
    });
  },
  onEngineStopped: (listener) => {
    ipcRenderer.on('engine:stopped', () => {
      listener();
    });
  },
  chooseFiles: (filter, many) => ipcRenderer.invoke('desktop:choose-files', filter, many),
  chooseSaveFile: (filter, suggestedName) => ipcRenderer.invoke('desktop:choose-save-file', filter, suggestedName),
  chooseFolder: () => ipcRenderer.invoke('desktop:choose-folder'),
  print: (paper) => ipcRenderer.invoke('desktop:print', paper),
  previewPaper: (paper) => ipcRenderer.invoke('desktop:preview-paper', paper),
  forgetPaper: (url) => void ipcRenderer.invoke('desktop:forget-paper', url),
  savePdf: (paper, file) => ipcRenderer.invoke('desktop:save-pdf', paper, file),
  showInFolder: (file) => ipcRenderer.invoke('desktop:show-in-folder', file),
  composeMail: (subject, body) => ipcRenderer.invoke('desktop:compose-mail', subject, body),
  readPicture: (file) => ipcRenderer.invoke('desktop:read-picture', file),
  newOpenedPlace: (extension) => ipcRenderer.invoke('desktop:new-opened-place', extension),
  openPlace: (file) => ipcRenderer.invoke('desktop:open-place', file),
  settings: () => ipcRenderer.invoke('desktop:settings'),
  setZoom: (factor) => ipcRenderer.invoke('desktop:set-zoom', factor),
  rememberWorkspace: (folder) => ipcRenderer.invoke('desktop:remember-workspace', folder),
};

contextBridge.exposeInMainWorld('desktop', desktop);
