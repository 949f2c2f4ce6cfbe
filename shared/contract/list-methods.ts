import { z } from 'zod';
import { partialDateSchema } from '../domain/date.ts';
import { task } from './method.ts';

/** Lines of a list that one file takes; an office has some thousands, the province some tens of thousands. */
export const mostListRows = 200_000;

/** What stands in one cell of a list: text as shown, a number, a date (`1965`, `1965-05` or `1965-05-04`), or nothing. */
export const listCell = z.union([z.string().max(4_000), z.number(), z.null(), z.object({ date: partialDateSchema })]);
export type ListCell = z.infer<typeof listCell>;

export const listColumn = z.object({
  title: z.string().min(1).max(200),
  /** Width in characters; without it the width follows from what stands in the column. */
  width: z.number().min(2).max(120).optional(),
  /** Citizen numbers and phones: left out of the file unless `withPersonalNumbers` asks for them. */
  personalNumber: z.boolean().default(false),
});
export type ListColumn = z.input<typeof listColumn>;

export const listMethods = {
  /**
   * Writes what a list shows as an .xlsx file, in the order in which it is shown. An existing file is replaced: the dialog has asked. Fails
   * with `usage-wrong` where a row has more cells than there are columns, `file-missing`, `disk-full`, `no-permission` or `file-unwritable`.
   */
  'list.export': task(
    'clerk',
    z.object({
      title: z.string().min(1).max(200),
      /** What the list was filtered by, one line under the title. */
      subtitle: z.string().max(500).default(''),
      columns: z.array(listColumn).min(1).max(60),
      rows: z.array(z.array(listCell).max(60)).max(mostListRows),
      file: z.string().min(1),
      /** Citizen numbers and phones go into the file; that is written down. */
      withPersonalNumbers: z.boolean().default(false),
    }),
    z.object({ file: z.string(), rowCount: z.int() }),
  ),
} as const;
