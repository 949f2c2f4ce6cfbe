import { z } from 'zod';
import { query, task } from './method.ts';
import { missingFile } from './views.ts';

const kind = z.string();
const id = z.uuid();
const file = z.string().min(1);

/** An attached file of a record. `fileName` is made safe for any disk; it may hold personal data. */
export const attachmentRow = z.object({
  id: z.string(),
  officeId: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  /** In bytes. */
  size: z.int(),
  sha256: z.string(),
  addedOn: z.string().nullable(),
  /** Whether the content is held on this PC; otherwise it comes with a part file. */
  held: z.boolean(),
});
export type AttachmentRow = z.infer<typeof attachmentRow>;

export const attachmentMethods = {
  /**
   * Attaches files to a record of the own office, all or none; what a file is, is told by its content. Fails with `attachment-type`,
   * `attachment-too-large`, `attachment-empty`, `attachment-known` (the record has this very content), `record-not-found`,
   * `record-removed`, `record-not-owned`.
   */
  'attachment.add': task(
    'clerk',
    z.object({ kind, id, files: z.array(file).min(1).max(50) }),
    z.object({ added: z.array(attachmentRow) }),
  ),
  'attachment.list': query('clerk', z.object({ kind, id }), z.array(attachmentRow)),
  /**
   * Writes the content of an attached file to a place of its own, its hash and type checked. Fails with `record-not-found`,
   * `attachment-missing`, `attachment-type`, or what hinders writing.
   */
  'attachment.save': task('clerk', z.object({ id, file }), z.object({ file: z.string(), fileName: z.string(), size: z.int() })),
  /** Attached files whose content is not held here, of one office or of all. */
  'attachment.missing': query('clerk', z.object({ officeId: z.string().optional() }), z.array(missingFile)),
} as const;
