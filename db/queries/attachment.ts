import type { ReadableDatabase } from '#db/open.ts';
import { attachmentLimit, isContentHash } from '#shared/domain/attachment.ts';

/** An attachment as lists show it; values that another program left out are empty. */
export type AttachmentRow = {
  readonly id: string;
  readonly officeId: string;
  readonly recordKind: string;
  readonly recordId: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly addedOn: string | null;
};

const columns = `id, office_id AS officeId, coalesce(record_kind, '') AS recordKind, coalesce(record_id, '') AS recordId,
  coalesce(file_name, '') AS fileName, coalesce(media_type, '') AS mediaType, coalesce(size, 0) AS size,
  coalesce(sha256, '') AS sha256, added_on AS addedOn`;

/** Attachments of one record that are not removed, in the order in which they were added. */
export const listAttachmentsOf = (database: ReadableDatabase, kind: string, id: string): readonly AttachmentRow[] =>
  database
    .prepare(`SELECT ${columns} FROM attachment WHERE record_id = ? AND record_kind = ? AND removed = 0 ORDER BY id`)
    .all<AttachmentRow>(id, kind);

export const findAttachment = (database: ReadableDatabase, id: string): AttachmentRow | undefined =>
  database.prepare(`SELECT ${columns} FROM attachment WHERE id = ?`).get<AttachmentRow>(id);

/** Attachments that are not removed, of one office or of all. */
export const listAttachments = (database: ReadableDatabase, officeId?: string): readonly AttachmentRow[] =>
  database
    .prepare(
      `SELECT ${columns} FROM attachment WHERE removed = 0 AND (@chosen IS NULL OR office_id = @chosen) ORDER BY office_id, id`,
    )
    .all<AttachmentRow>({ chosen: officeId ?? null });

/** Contents that an office's present attachments name, each once: those that can be true, by hash. */
export const listNamedBlobs = (
  database: ReadableDatabase,
  officeId: string,
): readonly { readonly sha256: string; readonly size: number }[] =>
  database
    .prepare('SELECT DISTINCT sha256, size FROM attachment WHERE removed = 0 AND office_id = ? ORDER BY sha256')
    .all<{ readonly sha256: string; readonly size: number | null }>(officeId)
    .flatMap(({ sha256, size }) =>
      isContentHash(sha256) && size !== null && size >= 0 && size <= attachmentLimit ? [{ sha256, size }] : [],
    );

/** Every content that some attachment names, removed ones too: they may come back. */
export const listAllNamedHashes = (database: ReadableDatabase): ReadonlySet<string> =>
  new Set(
    database
      .prepare('SELECT DISTINCT sha256 FROM attachment WHERE sha256 IS NOT NULL')
      .all<{ readonly sha256: string }>()
      .map((row) => row.sha256),
  );
