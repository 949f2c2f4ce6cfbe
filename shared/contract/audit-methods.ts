import { z } from 'zod';
import { command, query } from './method.ts';

export const auditView = z.object({
  at: z.string(),
  userId: z.string(),
  userName: z.string(),
  action: z.string(),
  /** What it was done to: an id of a user or installation, or `kind/id`; never a name or number. */
  subject: z.string().nullable(),
  reason: z.string().nullable(),
});
export type AuditView = z.infer<typeof auditView>;

export const auditMethods = {
  /** What was done with keys, users and personal numbers on this installation, newest first; local, never in a package. */
  'audit.list': query('administrator', z.object({}), z.array(auditView)),
  /**
   * The numbers of a person that lists and forms show in part (Law 91/2025/QH15). Written down with the reason before they are given. Fails
   * with `record-not-found`.
   */
  'person.reveal': command(
    'clerk',
    z.object({ id: z.uuid(), reason: z.string().trim().min(1).max(500) }),
    z.object({ id: z.string(), values: z.record(z.string(), z.string()) }),
  ),
} as const;
