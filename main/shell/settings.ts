import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type Rectangle } from 'electron';

/** What the shell remembers between two starts: nothing of the books, nothing of people. */
export type StoredSettings = {
  readonly lastWorkspace: string | null;
  /** Where a file was last saved or a folder chosen. */
  readonly lastFolder: string | null;
  readonly bounds: Rectangle | null;
  readonly maximized: boolean;
  readonly zoom: number;
};

const fallback: StoredSettings = { lastWorkspace: null, lastFolder: null, bounds: null, maximized: false, zoom: 0 };

const settingsFile = (): string => join(app.getPath('userData'), 'settings.json');

const isRectangle = (value: unknown): value is Rectangle =>
  typeof value === 'object' &&
  value !== null &&
  ['x', 'y', 'width', 'height'].every((side) => Number.isFinite((value as Record<string, unknown>)[side]));

/** Reads the settings; a file that is damaged or from elsewhere counts as none. */
export const readStored = (): StoredSettings => {
  if (!existsSync(settingsFile())) return fallback;
  try {
    const { lastWorkspace, lastFolder, bounds, maximized, zoom } = JSON.parse(readFileSync(settingsFile(), 'utf8')) as Record<
      string,
      unknown
    >;
    return {
      lastWorkspace: typeof lastWorkspace === 'string' ? lastWorkspace : null,
      lastFolder: typeof lastFolder === 'string' ? lastFolder : null,
      bounds: isRectangle(bounds) ? bounds : null,
      maximized: maximized === true,
      zoom: typeof zoom === 'number' && Math.abs(zoom) <= 4 ? zoom : 0,
    };
  } catch {
    return fallback;
  }
};

export const store = (changed: Partial<StoredSettings>): void => {
  writeFileSync(settingsFile(), JSON.stringify({ ...readStored(), ...changed }));
};
