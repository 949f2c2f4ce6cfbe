import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { failure } from '#engine/failure.ts';
import type { Paper } from '#shared/contract/report-methods.ts';

export type PrintJob = { readonly paper: Paper; readonly file: string; readonly format: 'pdf' | 'html' };

type Runtime = { readonly electron: string; readonly app: string };

/** Where the application lies: beside this bundle, with the runtime that set-up has recorded, or the installed program itself. */
const findRuntime = (): Runtime => {
  const app = join(dirname(resolve(process.argv[1] ?? '')), 'main.cjs');
  const given = process.env.SHG_ELECTRON;
  if (given !== undefined) return { electron: given, app };
  const record = join(dirname(app), '..', 'runtime.json');
  if (!existsSync(record) || !existsSync(app)) throw failure('print-unavailable', { reason: 'Electron' });
  const { electron } = JSON.parse(readFileSync(record, 'utf8')) as { readonly electron: string };
  return { electron, app };
};

const run = (command: string, args: readonly string[]): Promise<number> =>
  new Promise((settle) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore'], env: process.env });
    child.on('error', () => {
      settle(127);
    });
    child.on('exit', (code) => {
      settle(code ?? 1);
    });
  });

const needsDisplay = (): boolean =>
  process.platform === 'linux' && process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined;

const printAll = async (jobs: readonly PrintJob[]): Promise<void> => {
  const { electron, app } = findRuntime();
  const folder = mkdtempSync(join(tmpdir(), 'shg-print-'));
  try {
    const list = join(folder, 'jobs.json');
    writeFileSync(list, JSON.stringify(jobs.map(({ paper, file }) => ({ paper, file: resolve(file) }))), { mode: 0o600 });
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [app, ...asRoot, '--disable-gpu', `--print-job=${list}`, `--user-data-dir=${join(folder, 'profile')}`];
    const display = ['-a', '-s', '-screen 0 1280x1024x24', electron, ...args];
    const code = needsDisplay() ? await run('xvfb-run', display) : await run(electron, args);
    const missing = jobs.some((job) => !existsSync(job.file));
    if (code !== 0 || missing) throw failure('print-unavailable', { reason: `Electron ${code}` });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Writes papers as files: HTML directly, PDF through the hidden print process of the application. Fails with `print-unavailable`. */
export const makePdf = async (jobs: readonly PrintJob[]): Promise<void> => {
  for (const job of jobs) if (job.format === 'html') writeFileSync(job.file, job.paper.html);
  const pdf = jobs.filter((job) => job.format === 'pdf');
  for (const job of pdf) rmSync(job.file, { force: true });
  if (pdf.length > 0) await printAll(pdf);
};
