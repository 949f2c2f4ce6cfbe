import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { listAttachmentsOf, type AttachmentRow as StoredRow } from '#db/queries/attachment.ts';
import { findRecord } from '#db/queries/record.ts';
import type { Handler, QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import { attachableKinds } from '#shared/catalogue/attachment-lists.ts';
import type { AttachmentRow } from '#shared/contract/attachment-methods.ts';
import { attachmentLimit, safeFileName } from '#shared/domain/attachment.ts';
import { storedKindOf } from '#shared/domain/record.ts';
import { removalOf } from '#shared/exchange/heads.ts';
import { mediaTypeOf } from './media-type.ts';

/** A file that was read and is of an allowed type and size. */
type ReadFile = {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly mediaType: string;
  readonly fileName: string;
};

const mebibyte = 2 ** 20;

/** `number` says which of several files it is, so that no name stands in a message. */
const readFile = (file: string, number: number): ReadFile => {
  const entry = statSync(file);
  if (!entry.isFile()) throw failure('file-missing');
  if (entry.size > attachmentLimit) throw failure('attachment-too-large', { number, limit: attachmentLimit / mebibyte });
  if (entry.size === 0) throw failure('attachment-empty', { number });
  const bytes = readFileSync(file);
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined) throw failure('attachment-type', { number });
  return { bytes, sha256: sha256Hex(bytes), mediaType, fileName: safeFileName(basename(file), mediaType) };
};

/** The record that files are attached to: of this office and not removed. A mediator is known by the membership. */
const checkOwner = ({ database, identity }: QueryContext, kind: string, id: string): void => {
  if (!attachableKinds.some(({ code }) => code === kind)) throw failure('usage-wrong', { reason: kind });
  const record = findRecord(database, kind, id);
  if (!record) throw failure('record-not-found', { kind });
  if (record.officeId !== identity.officeId) throw failure('record-not-owned', { kind });
  if (removalOf(record.state)) throw failure('record-removed', { kind });
};

const checkNew = ({ database }: QueryContext, kind: string, id: string, files: readonly ReadFile[]): void => {
  const known = new Set(listAttachmentsOf(database, kind, id).map(({ sha256 }) => sha256));
  for (const [index, { sha256 }] of files.entries()) {
    if (known.has(sha256)) throw failure('attachment-known', { number: index + 1 });
    known.add(sha256);
  }
};

export const rowOf = (row: StoredRow, held: boolean): AttachmentRow => ({
  id: row.id,
  officeId: row.officeId,
  fileName: safeFileName(row.fileName, row.mediaType),
  mediaType: row.mediaType,
  size: row.size,
  sha256: row.sha256,
  addedOn: row.addedOn,
  held,
});

/** The contents are stored before the records that name them: a crash in between leaves contents that nothing names, and no record without. */
export const addAttachments: Handler<'attachment.add'> = (task, { kind, id, files }) => {
  const recordKind = storedKindOf(kind);
  const read = files.map((file, index) => readFile(file, index + 1));
  task.read((context) => {
    checkOwner(context, recordKind, id);
    checkNew(context, recordKind, id, read);
  });
  const workspace = task.host.current();
  if (!workspace) throw failure('workspace-locked');
  workspace.blobs.put(read.map(({ bytes }) => bytes));
  const added = task.write((context) => {
    checkOwner(context, recordKind, id);
    const ids = read.map(({ bytes, sha256, mediaType, fileName }) => {
      const values = { recordKind, recordId: id, fileName, mediaType, size: bytes.length, sha256, addedOn: context.today };
      const attachmentId = context.ids.recordId();
      context.records.write({ kind: 'attachment', id: attachmentId, values });
      return attachmentId;
    });
    return listAttachmentsOf(context.database, recordKind, id).filter((row) => ids.includes(row.id));
  });
  return Promise.resolve({ added: added.map((row) => rowOf(row, true)) });
};
