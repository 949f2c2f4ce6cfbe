import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const out = join(root, 'out');

type Runtime = { readonly electron: string; readonly version: string; readonly node: string };

const readRuntime = (): Runtime => JSON.parse(readFileSync(join(out, 'runtime.json'), 'utf8')) as Runtime;

/** The real application in a window, with file dialogs answered in advance. */
export type RunningApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  /** Answers for the next file dialogs, one list of paths each. */
  readonly answerDialogs: (...answers: readonly (readonly string[])[]) => void;
  readonly picture: (name: string) => Promise<void>;
  /** The same of a window that is drawn larger than designed: as it stands on the screen. */
  readonly pictureOfWindow: (name: string) => Promise<void>;
  /** Ends every process of the application without warning. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type LaunchOptions = {
  readonly width?: number;
  readonly height?: number;
  readonly pictures?: string;
  /** Folder of an earlier run that did not end well: same profile, same workspaces. */
  readonly folder?: string;
  /** Another page than the program's: of a development server. */
  readonly developmentUrl?: string;
};

export const launch = async ({
  width = 1366,
  height = 768,
  pictures = join(out, 'screens'),
  folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-e2e-')),
  developmentUrl,
}: LaunchOptions = {}): Promise<RunningApp> => {
  const dialogs = join(folder, 'dialogs.json');
  const runtime = readRuntime();
  if (!existsSync(runtime.electron)) throw new Error('no Electron is set up');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: runtime.electron,
    args: [join(out, 'app', 'main.cjs'), ...asRoot, '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`, '--lang=vi'],
    env: {
      ...(process.env as Record<string, string>),
      SHG_TEST_DIALOGS: dialogs,
      SHG_NODE: runtime.node,
      SHG_TEST_PRINTER: folder,
      TZ: 'Asia/Ho_Chi_Minh',
      ...(developmentUrl === undefined ? {} : { SHG_DEV_URL: developmentUrl }),
    },
  });
  const page = await app.firstWindow();
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await page.waitForSelector('main');
  page.on('pageerror', (error) => {
    throw error;
  });
  mkdirSync(pictures, { recursive: true });
  return {
    app,
    page,
    folder,
    answerDialogs: (...answers) => {
      writeFileSync(dialogs, JSON.stringify(answers));
    },
    picture: async (name) => {
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
    pictureOfWindow: async (name) => {
      const png = await app.evaluate(async ({ BrowserWindow }) => {
        const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
        return image?.toPNG().toString('base64') ?? '';
      });
      writeFileSync(join(pictures, `${name}.png`), Buffer.from(png, 'base64'));
    },
    kill: async () => {
      const main = app.process();
      const gone = new Promise((done) => main.once('exit', done));
      main.kill('SIGKILL');
      await gone;
    },
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
