import type { MethodName } from './contract.ts';
import type { Reply } from './failure.ts';
import type { Paper } from './report-methods.ts';
import type { Progress } from './views.ts';

export type FileFilter =
  | 'package'
  | 'receipt'
  | 'request'
  | 'grant'
  | 'backup'
  | 'pdf'
  | 'workbook'
  | 'spreadsheet'
  | 'document'
  | 'text'
  | 'picture'
  | 'attachment'
  | 'mapping';

export type DesktopSettings = {
  readonly lastWorkspace: string | null;
  readonly version: string;
  readonly runtime: string;
  /** Where new workspaces are proposed. */
  readonly defaultFolder: string;
  /** How large the window is drawn: 1 is as designed. */
  readonly zoom: number;
};

/** What the shell offers the window: the engine, dialogs, paper and the file manager. Exposed as `window.desktop`. */
export type Desktop = {
  /** Asks the engine; `id` names the call for progress and cancelling. */
  readonly callEngine: (id: number, method: MethodName, input: unknown) => Promise<Reply<unknown>>;
  readonly cancelCall: (id: number) => void;
  readonly onProgress: (listener: (id: number, progress: Progress) => void) => void;
  /** The engine's process has ended unasked; it starts anew with the next call, locked. */
  readonly onEngineStopped: (listener: () => void) => void;
  /** Paths chosen by the user; empty when the dialog was closed. */
  readonly chooseFiles: (filter: FileFilter, many: boolean) => Promise<readonly string[]>;
  readonly chooseSaveFile: (filter: FileFilter, suggestedName: string) => Promise<string | null>;
  readonly chooseFolder: () => Promise<string | null>;
  /** Prints through the system's print dialog. */
  readonly print: (paper: Paper) => Promise<Reply<{ readonly printed: boolean }>>;
  /** Makes a paper reachable for a frame of the window; the address serves until `forgetPaper`. */
  readonly previewPaper: (paper: Paper) => Promise<string>;
  readonly forgetPaper: (url: string) => void;
  readonly savePdf: (paper: Paper, file: string) => Promise<Reply<{ readonly file: string }>>;
  readonly showInFolder: (file: string) => Promise<void>;
  /** Opens a new letter in the system's mail program. A letter opened so cannot carry a file: the window says which one to attach. */
  readonly composeMail: (subject: string, body: string) => Promise<void>;
  /** A picture that the user chose, at most 30 MB; `null` where it cannot be read. */
  readonly readPicture: (file: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** A private place for a copy of an attached file that another program will show; `null` for an extension that is not opened. */
  readonly newOpenedPlace: (extension: string) => Promise<string | null>;
  /** Has the system open a file at such a place; false where no program takes it. The copies go when the books are locked. */
  readonly openPlace: (file: string) => Promise<boolean>;
  readonly settings: () => Promise<DesktopSettings>;
  /** Draws the window larger or smaller, 0.7 to 2, and keeps it so. */
  readonly setZoom: (factor: number) => Promise<void>;
  /** Remembers the workspace to open next time. */
  readonly rememberWorkspace: (folder: string) => Promise<void>;
};
