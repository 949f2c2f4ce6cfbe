import { findAttachment } from '#db/queries/attachment.ts';
import type { Handler } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { writeOfficeFile } from '#engine/office-file.ts';
import { safeFileName } from '#shared/domain/attachment.ts';
import { mediaTypeOf } from './media-type.ts';

/** What came from another office is what its record says, or it does not leave the books: a program must not pass for a picture. */
export const saveAttachment: Handler<'attachment.save'> = (task, { id, file }) => {
  const row = task.read(({ database }) => findAttachment(database, id));
  if (row === undefined) throw failure('record-not-found', { kind: 'attachment' });
  const bytes = task.host.current()?.blobs.read(row.sha256);
  if (bytes === undefined) throw failure('attachment-missing');
  if (mediaTypeOf(bytes) !== row.mediaType) throw failure('attachment-type', { number: 1 });
  writeOfficeFile(file, bytes);
  return Promise.resolve({ file, fileName: safeFileName(row.fileName, row.mediaType), size: bytes.length });
};
