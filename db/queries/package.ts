import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';

/** A package this installation has exported. `confirmedAt` is set by a valid receipt only. */
export type SentPackage = {
  readonly packageId: string;
  readonly epoch: string;
  readonly seq: number;
  /** Number and chain hash of the newest own change it holds. */
  readonly n: number;
  readonly logHash: string;
  readonly stateHash: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly approver: string;
  readonly fileName: string;
  readonly createdAt: string;
  readonly confirmedAt: string | null;
};

type SentRow = Omit<SentPackage, 'counts'> & { readonly counts: string };

const sentColumns = `package_id AS packageId, epoch, seq, n, log_hash AS logHash, state_hash AS stateHash, counts, approver,
  file_name AS fileName, created_at AS createdAt, confirmed_at AS confirmedAt`;

const sentOf = (row: SentRow): SentPackage => ({ ...row, counts: JSON.parse(row.counts) as SentPackage['counts'] });

/** Packages exported, newest first; of one epoch where it is given. Only those whose file was written and read back. */
export const listSentPackages = (database: ReadableDatabase, epoch?: string): readonly SentPackage[] =>
  database
    .prepare(
      `SELECT ${sentColumns} FROM sent_package WHERE written_at IS NOT NULL AND (@chosen IS NULL OR epoch = @chosen) ORDER BY rowid DESC`,
    )
    .all<SentRow>({ chosen: epoch ?? null })
    .map(sentOf);

/** Every number used in an epoch, rising; those too whose file could not be written in the end. */
export const listNumberedPackages = (database: ReadableDatabase, epoch: string): readonly SentPackage[] =>
  database.prepare(`SELECT ${sentColumns} FROM sent_package WHERE epoch = ? ORDER BY seq`).all<SentRow>(epoch).map(sentOf);

export const findSentPackage = (database: ReadableDatabase, packageId: string): SentPackage | undefined => {
  const row = database.prepare(`SELECT ${sentColumns} FROM sent_package WHERE package_id = ?`).get<SentRow>(packageId);
  return row && sentOf(row);
};

export const writeSentPackage = (database: WritableDatabase, row: SentPackage): void => {
  database
    .prepare(
      `INSERT INTO sent_package (package_id, epoch, seq, n, log_hash, state_hash, counts, approver, file_name, created_at, confirmed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      row.packageId,
      row.epoch,
      row.seq,
      row.n,
      row.logHash,
      row.stateHash,
      JSON.stringify(row.counts),
      row.approver,
      row.fileName,
      row.createdAt,
      row.confirmedAt,
    );
};

/** How many numbers an epoch has used. */
export const countNumberedPackages = (database: ReadableDatabase, epoch: string): number =>
  database.prepare('SELECT count(*) AS count FROM sent_package WHERE epoch = ?').get<{ readonly count: number }>(epoch)?.count ??
  0;

/** Notes that a package's file stands where it should and was read back. */
export const markPackageWritten = (database: WritableDatabase, packageId: string, at: string): void => {
  database.prepare('UPDATE sent_package SET written_at = ? WHERE package_id = ?').run(at, packageId);
};

/**
 * Marks as received every package of an epoch up to a number: any package is whole, so a later one confirms the earlier. What arrived was
 * written, even where this PC stopped before it could note so.
 */
export const confirmSentPackages = (database: WritableDatabase, epoch: string, seq: number, at: string): void => {
  database
    .prepare(
      `UPDATE sent_package SET confirmed_at = @at, written_at = coalesce(written_at, @at)
       WHERE epoch = @epoch AND seq <= @seq AND confirmed_at IS NULL`,
    )
    .run({ at, epoch, seq });
};

/**
 * Takes confirmations back that the province no longer stands by: `accepted` says up to which number it has each epoch; what lies beyond is
 * only exported.
 */
export const withdrawConfirmations = (
  database: WritableDatabase,
  accepted: readonly { readonly epoch: string; readonly seq: number }[],
): void => {
  const upTo = new Map(accepted.map((one) => [one.epoch, one.seq]));
  const withdraw = database.prepare('UPDATE sent_package SET confirmed_at = NULL WHERE package_id = ?');
  for (const sent of listSentPackages(database))
    if (sent.confirmedAt !== null && sent.seq > (upTo.get(sent.epoch) ?? 0)) withdraw.run(sent.packageId);
};

export type ImportCounts = {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly conflict: number;
};

/** A package that was applied here; its bytes are kept. */
export type ImportRow = {
  readonly id: string;
  readonly packageId: string;
  readonly officeId: string;
  readonly installId: string;
  readonly epoch: string;
  readonly seq: number;
  readonly appliedAt: string;
  readonly packageCreatedAt: string;
  readonly counts: ImportCounts;
  readonly stateHash: string;
  /** Items of the preview that a person left out. */
  readonly leaveOut: readonly string[];
  /** SHA-256 of contents of attached files that the sender lacked. */
  readonly lackedBlobs: readonly string[];
  /** When it was taken back; `null` while it is in force. */
  readonly undoneAt: string | null;
};

type StoredImport = Omit<ImportRow, 'counts' | 'leaveOut' | 'lackedBlobs'> & {
  readonly counts: string;
  readonly leaveOut: string;
  readonly lackedBlobs: string;
};

const importColumns = `id, package_id AS packageId, office_id AS officeId, install_id AS installId, epoch, seq, applied_at AS appliedAt,
  package_created_at AS packageCreatedAt, counts, state_hash AS stateHash, leave_out AS leaveOut, lacked_blobs AS lackedBlobs, undone_at AS undoneAt`;

const importOf = (row: StoredImport): ImportRow => ({
  ...row,
  counts: JSON.parse(row.counts) as ImportCounts,
  leaveOut: JSON.parse(row.leaveOut) as ImportRow['leaveOut'],
  lackedBlobs: JSON.parse(row.lackedBlobs) as ImportRow['lackedBlobs'],
});

/** Every import, newest first, those taken back too. */
export const listAllImports = (database: ReadableDatabase): readonly ImportRow[] =>
  database.prepare(`SELECT ${importColumns} FROM import ORDER BY rowid DESC`).all<StoredImport>().map(importOf);

export const findImport = (database: ReadableDatabase, id: string): ImportRow | undefined => {
  const row = database.prepare(`SELECT ${importColumns} FROM import WHERE id = ?`).get<StoredImport>(id);
  return row && importOf(row);
};

/** Notes that imports were taken back; their bytes stay. */
export const markImportsUndone = (
  database: WritableDatabase,
  ids: readonly string[],
  { at, by, reason }: { readonly at: string; readonly by: string; readonly reason: string | null },
): void => {
  const statement = database.prepare('UPDATE import SET undone_at = @at, undone_by = @by, undo_reason = @reason WHERE id = @id');
  for (const id of ids) statement.run({ id, at, by, reason });
};

/** Imports in force, newest first; of one office where it is given. */
export const listImports = (database: ReadableDatabase, officeId?: string): readonly ImportRow[] =>
  database
    .prepare(
      `SELECT ${importColumns} FROM import WHERE undone_at IS NULL AND (@chosen IS NULL OR office_id = @chosen) ORDER BY rowid DESC`,
    )
    .all<StoredImport>({ chosen: officeId ?? null })
    .map(importOf);

/** The import of a package, while it is in force. */
export const findImportOf = (database: ReadableDatabase, packageId: string): ImportRow | undefined => {
  const row = database
    .prepare(`SELECT ${importColumns} FROM import WHERE package_id = ? AND undone_at IS NULL`)
    .get<StoredImport>(packageId);
  return row && importOf(row);
};

/** Imports from one installation in one epoch, by rising number; those taken back too: what they say of the chain holds. */
export const listImportsOfEpoch = (database: ReadableDatabase, installId: string, epoch: string): readonly ImportRow[] =>
  database
    .prepare(`SELECT ${importColumns} FROM import WHERE install_id = ? AND epoch = ? ORDER BY seq`)
    .all<StoredImport>(installId, epoch)
    .map(importOf);

export const findImportBytes = (database: ReadableDatabase, packageId: string): Uint8Array | undefined =>
  database.prepare('SELECT bytes FROM import WHERE package_id = ?').get<{ readonly bytes: Uint8Array }>(packageId)?.bytes;

/** Adds an import; one of the same package that was taken back gives way to it. */
export const writeImport = (database: WritableDatabase, row: ImportRow, bytes: Uint8Array): void => {
  database.prepare('DELETE FROM import WHERE package_id = ? AND undone_at IS NOT NULL').run(row.packageId);
  database
    .prepare(
      `INSERT INTO import (id, package_id, office_id, install_id, epoch, seq, applied_at, package_created_at, counts, state_hash,
         leave_out, lacked_blobs, bytes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      row.id,
      row.packageId,
      row.officeId,
      row.installId,
      row.epoch,
      row.seq,
      row.appliedAt,
      row.packageCreatedAt,
      JSON.stringify(row.counts),
      row.stateHash,
      JSON.stringify(row.leaveOut),
      JSON.stringify(row.lackedBlobs),
      bytes,
    );
};

const counterOf = (epoch: string): number => Number(epoch.split('-')[0]);

const laterOf = (a: ImportRow, b: ImportRow): ImportRow =>
  (counterOf(a.epoch) - counterOf(b.epoch) || a.seq - b.seq) >= 0 ? a : b;

/** Newest package taken in of each installation and epoch of an office. */
export const listNewestByEpoch = (database: ReadableDatabase, officeId: string): readonly ImportRow[] =>
  database
    .prepare(
      `SELECT ${importColumns} FROM import i WHERE office_id = @office AND undone_at IS NULL
         AND seq = (SELECT max(seq) FROM import o WHERE o.office_id = @office AND o.undone_at IS NULL AND o.install_id = i.install_id AND o.epoch = i.epoch)
       ORDER BY install_id, epoch`,
    )
    .all<StoredImport>({ office: officeId })
    .map(importOf);

/** Newest package taken in of one installation: of its greatest epoch the greatest number. */
export const findNewestImportOf = (database: ReadableDatabase, officeId: string, installId: string): ImportRow | undefined =>
  listNewestByEpoch(database, officeId)
    .filter((one) => one.installId === installId)
    .reduce<ImportRow | undefined>((best, one) => (best === undefined ? one : laterOf(best, one)), undefined);

/**
 * The office's newest package taken in: of the installation heard of last, the one with the greatest epoch and number. Clocks do not
 * count: a package that came late is not the newest.
 */
export const findNewestImport = (database: ReadableDatabase, officeId: string): ImportRow | undefined => {
  const [latest] = listImports(database, officeId);
  return latest && findNewestImportOf(database, officeId, latest.installId);
};
