import type { CallOptions, InputOf, MethodName, OutputOf } from './contract.ts';
import type { Reply } from './failure.ts';
import type { Paper } from './report-methods.ts';

export type FileFilter = 'package' | 'receipt' | 'request' | 'grant' | 'backup' | 'pdf' | 'text' | 'spreadsheet';

/** What the shell offers the window beside the engine: dialogs, paper and the file manager. Exposed as `window.desktop`. */
export type Desktop = {
  readonly call: <M extends MethodName>(method: M, input: InputOf<M>, options?: CallOptions) => Promise<Reply<OutputOf<M>>>;
  /** Path chosen by the user, or `null` when the dialog was closed. */
  readonly chooseFile: (filter: FileFilter, many?: boolean) => Promise<readonly string[]>;
  readonly chooseSaveFile: (filter: FileFilter, suggestedName: string) => Promise<string | null>;
  readonly chooseFolder: () => Promise<string | null>;
  /** Prints through the system's print dialog. */
  readonly print: (paper: Paper) => Promise<Reply<{ readonly printed: boolean }>>;
  readonly savePdf: (paper: Paper, file: string) => Promise<Reply<{ readonly file: string }>>;
  readonly showInFolder: (file: string) => Promise<void>;
  readonly settings: () => Promise<{ readonly lastWorkspace: string | null; readonly version: string; readonly runtime: string; readonly defaultFolder: string }>;
  /** Remembers the workspace to open next time. */
  readonly rememberWorkspace: (folder: string) => Promise<void>;
};
