import { listAttachments, type AttachmentRow } from '#db/queries/attachment.ts';
import { findProjected } from '#db/queries/projection.ts';
import type { MissingFile } from '#shared/contract/views.ts';
import { safeFileName } from '#shared/domain/attachment.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import type { QueryContext } from './context.ts';
import { viewOf } from './record-view.ts';

/** Attachments, of one office or of all, whose content is not held here: it travels apart and may come later. */
export const listMissing = ({ database, blobs }: QueryContext, officeId?: string): readonly AttachmentRow[] => {
  const attachments = listAttachments(database, officeId);
  const lacking = blobs.lacking(attachments.map(({ sha256 }) => sha256));
  return attachments.filter(({ sha256 }) => lacking.has(sha256));
};

const titleOf = ({ database }: QueryContext, kind: string, id: string): string => {
  const found = findKind(kind) && findProjected(database, kind, id);
  const title = found ? viewOf(database, found).title : '';
  return title === '' ? kindLabel(kind) : `${kindLabel(kind)}: ${title}`;
};

/** A missing file as people read it. */
export const missingFileView = (context: QueryContext, row: AttachmentRow): MissingFile => ({
  id: row.id,
  office: row.officeId,
  fileName: safeFileName(row.fileName, row.mediaType),
  size: row.size,
  recordKind: row.recordKind,
  recordId: row.recordId,
  recordTitle: titleOf(context, row.recordKind, row.recordId),
});
