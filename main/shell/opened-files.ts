import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

/** Copies of attached files that other programs look at. They are clear text, so they live no longer than they must. */
export type OpenedFiles = {
  /** A new place for a file with an extension, in a folder that only this user can enter; its name says nothing. `null` for what is not opened. */
  readonly newPlace: (extension: string) => string | null;
  /** Whether a path is a place that was given: nothing else is ever opened. */
  readonly isPlace: (file: string) => boolean;
  /** Removes what is there; a file that another program still holds goes the next time. */
  readonly clear: () => void;
};

/** Documents and pictures; nothing that runs. */
const openable: ReadonlySet<string> = new Set(['pdf', 'jpg', 'png', 'docx', 'xlsx']);

/** Keeps the copies below `folder`, which is cleared at once: a crash may have left some. */
export const createOpenedFiles = (folder: string): OpenedFiles => {
  const clear = (): void => {
    try {
      for (const name of readdirSync(folder))
        try {
          rmSync(join(folder, name), { recursive: true, force: true });
        } catch {
          // still open elsewhere
        }
    } catch {
      // nothing was ever opened
    }
  };
  clear();
  return {
    newPlace: (extension) => {
      if (!openable.has(extension)) return null;
      const own = join(folder, randomBytes(8).toString('hex'));
      mkdirSync(own, { recursive: true, mode: 0o700 });
      return join(own, `tep-dinh-kem.${extension}`);
    },
    isPlace: (file) => dirname(dirname(resolve(file))) === resolve(folder) && !file.includes(`..${sep}`),
    clear,
  };
};
