import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';

/** A file that was brought to the inbox and what became of it. Bytes of refused files are kept, up to a bound, to try again. */
export type InboxRow = {
  readonly id: string;
  readonly fileName: string;
  readonly receivedAt: string;
  readonly status: 'applied' | 'refused' | 'already-received';
  readonly code: string | null;
  readonly details: Readonly<Record<string, string | number>> | null;
  readonly officeId: string | null;
  readonly seq: number | null;
  readonly packageId: string | null;
  /** SHA-256 of the file. */
  readonly fileHash: string;
};

/** A row with whether it is a refusal and the newest answer to its file. */
export type ListedRow = InboxRow & { readonly waiting: boolean };

type StoredRow = Omit<InboxRow, 'details'> & { readonly details: string | null; readonly waiting: number };

/** Newest first, at most 1,000. */
export const listInbox = (database: ReadableDatabase): readonly ListedRow[] =>
  database
    .prepare(
      `SELECT id, file_name AS fileName, received_at AS receivedAt, status, code, details, office_id AS officeId, seq,
         package_id AS packageId, file_hash AS fileHash,
         status = 'refused' AND rowid = (SELECT max(rowid) FROM inbox_entry l WHERE l.file_hash = e.file_hash) AS waiting
       FROM inbox_entry e ORDER BY rowid DESC LIMIT 1000`,
    )
    .all<StoredRow>()
    .map((row) => ({
      ...row,
      details: row.details === null ? null : (JSON.parse(row.details) as InboxRow['details']),
      waiting: row.waiting === 1,
    }));

/** Whether the newest entry of this very file says the same already. */
export const isLastInboxAnswer = (
  database: ReadableDatabase,
  fileHash: string,
  status: InboxRow['status'],
  code: string | null,
): boolean => {
  const last = database
    .prepare('SELECT status, code FROM inbox_entry WHERE file_hash = ? ORDER BY rowid DESC LIMIT 1')
    .get<Pick<InboxRow, 'status' | 'code'>>(fileHash);
  return last !== undefined && last.status === status && last.code === code;
};

/** Most bytes of refused files that are kept together. */
const keptTotalLimit = 128 * 2 ** 20;

/** Lets the bytes of the oldest refused files go where all of them together are too many: a flood of files must not fill the disk. */
const dropOldBytes = (database: WritableDatabase): void => {
  database
    .prepare(
      `UPDATE inbox_entry SET bytes = NULL WHERE rowid IN (
         SELECT rowid FROM (SELECT rowid, sum(length(bytes)) OVER (ORDER BY rowid DESC) AS kept FROM inbox_entry WHERE bytes IS NOT NULL)
         WHERE kept > ?)`,
    )
    .run(keptTotalLimit);
};

export const writeInboxEntry = (database: WritableDatabase, row: InboxRow, bytes: Uint8Array | null): void => {
  database
    .prepare(
      `INSERT INTO inbox_entry (id, file_name, received_at, status, code, details, office_id, seq, package_id, file_hash, bytes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      row.id,
      row.fileName,
      row.receivedAt,
      row.status,
      row.code,
      row.details === null ? null : JSON.stringify(row.details),
      row.officeId,
      row.seq,
      row.packageId,
      row.fileHash,
      bytes,
    );
  if (bytes !== null) dropOldBytes(database);
};

/** Files whose newest answer is a refusal, oldest first, with the bytes that were kept; one entry where `id` is given. */
export const listRefused = (
  database: ReadableDatabase,
  id?: string,
): readonly (Pick<InboxRow, 'id' | 'fileName' | 'code'> & { readonly bytes: Uint8Array | null })[] =>
  database
    .prepare(
      `SELECT id, file_name AS fileName, code, bytes FROM inbox_entry e
       WHERE status = 'refused' AND (@chosen IS NULL OR id = @chosen)
         AND rowid = (SELECT max(rowid) FROM inbox_entry l WHERE l.file_hash = e.file_hash) ORDER BY rowid`,
    )
    .all<Pick<InboxRow, 'id' | 'fileName' | 'code'> & { readonly bytes: Uint8Array | null }>({ chosen: id ?? null });

/** How many files wait that were refused as too new (their newest answer) and ask for a reader of at most `version`. */
export const countReadableNow = (database: ReadableDatabase, version: number): number =>
  database
    .prepare(
      `SELECT count(*) AS count FROM inbox_entry e
       WHERE code = 'package-too-new' AND bytes IS NOT NULL AND json_extract(details, '$.version') <= ?
         AND rowid = (SELECT max(rowid) FROM inbox_entry l WHERE l.file_hash = e.file_hash)`,
    )
    .get<{ readonly count: number }>(version)?.count ?? 0;

/** Kept files whose newest answer is the fork alarm, newest first. */
export const listForkAlarms = (
  database: ReadableDatabase,
): readonly (Pick<InboxRow, 'id' | 'fileName' | 'receivedAt'> & { readonly bytes: Uint8Array })[] =>
  database
    .prepare(
      `SELECT id, file_name AS fileName, received_at AS receivedAt, bytes FROM inbox_entry e
       WHERE status = 'refused' AND code = 'package-fork' AND bytes IS NOT NULL
         AND rowid = (SELECT max(rowid) FROM inbox_entry l WHERE l.file_hash = e.file_hash) ORDER BY rowid DESC`,
    )
    .all<Pick<InboxRow, 'id' | 'fileName' | 'receivedAt'> & { readonly bytes: Uint8Array }>();
