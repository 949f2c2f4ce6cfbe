import { listAttachmentsOf } from '#db/queries/attachment.ts';
import type { HandlersOf } from '#engine/context.ts';
import { listMissing, missingFileView } from '#engine/missing-files.ts';
import type { attachmentMethods } from '#shared/contract/attachment-methods.ts';
import { storedKindOf } from '#shared/domain/record.ts';
import { addAttachments, rowOf } from './add.ts';
import { saveAttachment } from './save.ts';

export const attachmentHandlers: HandlersOf<keyof typeof attachmentMethods> = {
  'attachment.add': addAttachments,
  'attachment.list': ({ database, blobs }, { kind, id }) =>
    listAttachmentsOf(database, storedKindOf(kind), id).map((row) => rowOf(row, blobs.has(row.sha256))),
  'attachment.save': saveAttachment,
  'attachment.missing': (context, { officeId }) => listMissing(context, officeId).map((row) => missingFileView(context, row)),
};
