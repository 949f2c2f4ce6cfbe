import { z } from 'zod';
import { listCell, listColumn } from './list-methods.ts';
import { query, task } from './method.ts';

export const paper = z.object({
  title: z.string(),
  /** A whole page of HTML with its styles, no scripts, nothing remote; A4. */
  html: z.string(),
  landscape: z.boolean(),
  /** Whether pages after the first carry their number top centre (Decree 30/2020/NĐ-CP). */
  pageNumbers: z.boolean(),
  fileName: z.string(),
});
export type Paper = z.infer<typeof paper>;

export const reportFormat = z.enum(['pdf', 'html', 'xlsx', 'docx']);
export type ReportFormat = z.infer<typeof reportFormat>;

/** What a report can be chosen by; a window offers the inputs, the command line names the options. */
export const reportView = z.object({
  name: z.string(),
  title: z.string(),
  /** One sentence: what it is for. */
  description: z.string(),
  formats: z.array(reportFormat),
  /** Kind of the record that it is about (`subject` is its id), or `null`. */
  subject: z.enum(['session', 'nomination', 'package', 'fingerprint', 'value']).nullable(),
  /** Whether `unit` narrows it to a commune or district. */
  unit: z.boolean(),
  /** Whether `period` is a year, `YYYY`. */
  year: z.boolean(),
  /** Whether there is an edition for the notice board. */
  profiles: z.boolean(),
  /** Forms it comes in; the first one is taken where none is named. */
  variants: z.array(z.object({ code: z.string(), title: z.string() })),
});
export type ReportView = z.infer<typeof reportView>;

const asked = {
  name: z.string(),
  /** A commune or office id. */
  unit: z.string().optional(),
  period: z
    .string()
    .regex(/^(19|2[01])\d{2}$/)
    .optional(),
  /** Id of a session, nomination or package, the digits of a fingerprint, or `kind/id` or `kind/id/field` of a value, as the report says. */
  subject: z.string().optional(),
  variant: z.string().optional(),
  /** `public`: for the notice board, no phones, only years of birth. */
  profile: z.enum(['internal', 'public']).default('internal'),
};

/** Lines of a list that one paper takes: some hundred pages. */
export const mostPaperRows = 20_000;

export const reportMethods = {
  'report.list': task('anyone', z.object({}), z.array(reportView)),
  /** Fails with `report-not-found`, `unit-not-found`, `record-not-found`, or `usage-wrong` where the report needs more than was given. */
  'report.build': query('clerk', z.object(asked), paper),
  /** What a list of a window shows as a paper, in the order in which it is shown; without phones and citizen numbers. */
  'report.ofList': query(
    'clerk',
    z.object({
      title: z.string().min(1).max(200),
      /** What the list was filtered by, under the title. */
      subtitle: z.string().max(500).default(''),
      columns: z.array(listColumn).min(1).max(60),
      rows: z.array(z.array(listCell).max(60)).max(mostPaperRows),
      /** Headings over neighbouring rows, in order; empty where nothing is grouped. */
      groups: z.array(z.object({ label: z.string(), count: z.int().min(0) })).default([]),
    }),
    paper,
  ),
  /**
   * Writes a report as .xlsx or .docx; a file that is there is replaced. Phones and citizen numbers are left out unless asked for, which is
   * written down. Fails like `report.build`, with `usage-wrong` for a format that the report does not have, and like any writing of a file.
   */
  'report.write': task(
    'clerk',
    z.object({
      ...asked,
      format: z.enum(['xlsx', 'docx']),
      file: z.string().min(1),
      withPersonalNumbers: z.boolean().default(false),
    }),
    z.object({ file: z.string(), title: z.string() }),
  ),
} as const;
