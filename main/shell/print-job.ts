import { readFile } from 'node:fs/promises';
import type { Paper } from '#shared/contract/report-methods.ts';
import { savePdf } from './paper-printer.ts';

type Job = { readonly paper: Paper; readonly file: string };

const option = '--print-job=';

/** The job list that the command line handed over, if this is a hidden print process. */
export const findPrintJob = (args: readonly string[]): string | undefined =>
  args.find((argument) => argument.startsWith(option))?.slice(option.length);

/** Makes every PDF of a list, one after the other. */
export const runPrintJob = async (listFile: string): Promise<void> => {
  const jobs = JSON.parse(await readFile(listFile, 'utf8')) as readonly Job[];
  for (const job of jobs) await savePdf(job.paper, job.file);
};
