import { z } from 'zod';
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

export const reportMethods = {
  'report.list': task(
    'anyone',
    z.object({}),
    z.array(z.object({ name: z.string(), title: z.string(), formats: z.array(z.enum(['pdf', 'html', 'xlsx', 'docx'])) })),
  ),
  /** `unit` is a commune or office id; `subject` a package id (transmittal, receipt slip) or an office id (enrolment sheet). */
  'report.build': query(
    'clerk',
    z.object({
      name: z.string(),
      unit: z.string().optional(),
      period: z.string().optional(),
      subject: z.string().optional(),
      profile: z.enum(['internal', 'public']).default('internal'),
    }),
    paper,
  ),
} as const;
