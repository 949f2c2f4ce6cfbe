import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';

/** A receipt the province has issued; its bytes are kept so that the same one can be given again. */
export type IssuedReceipt = {
  readonly officeId: string;
  readonly number: number;
  readonly packageId: string;
  readonly forPackageId: string | null;
  readonly forSeq: number | null;
  readonly issuedAt: string;
  /** Ids of the proposals that it repeated, sorted. */
  readonly proposals: readonly string[];
  /** SHA-256 of the contents of attached files that it confirmed, sorted. */
  readonly heldBlobs: readonly string[];
};

type IssuedRow = Omit<IssuedReceipt, 'proposals' | 'heldBlobs'> & { readonly proposals: string; readonly heldBlobs: string };

const issuedOf = (row: IssuedRow | undefined): IssuedReceipt | undefined =>
  row && {
    ...row,
    proposals: JSON.parse(row.proposals) as readonly string[],
    heldBlobs: JSON.parse(row.heldBlobs) as readonly string[],
  };

const issuedColumns = `office_id AS officeId, number, package_id AS packageId, for_package_id AS forPackageId, for_seq AS forSeq,
  issued_at AS issuedAt, proposals, held_blobs AS heldBlobs`;

export const findLastIssuedReceipt = (database: ReadableDatabase, officeId: string): IssuedReceipt | undefined =>
  issuedOf(
    database
      .prepare(`SELECT ${issuedColumns} FROM receipt_issued WHERE office_id = ? ORDER BY number DESC LIMIT 1`)
      .get<IssuedRow>(officeId),
  );

export const findIssuedReceipt = (database: ReadableDatabase, packageId: string): IssuedReceipt | undefined =>
  issuedOf(database.prepare(`SELECT ${issuedColumns} FROM receipt_issued WHERE package_id = ?`).get<IssuedRow>(packageId));

export const findIssuedReceiptBytes = (database: ReadableDatabase, packageId: string): Uint8Array | undefined =>
  database.prepare('SELECT bytes FROM receipt_issued WHERE package_id = ?').get<{ readonly bytes: Uint8Array }>(packageId)?.bytes;

/** Receipts issued to an office, newest first. */
export const listIssuedReceipts = (database: ReadableDatabase, officeId: string): readonly IssuedReceipt[] =>
  database
    .prepare(`SELECT ${issuedColumns} FROM receipt_issued WHERE office_id = ? ORDER BY number DESC`)
    .all<IssuedRow>(officeId)
    .flatMap((row) => issuedOf(row) ?? []);

export const writeIssuedReceipt = (database: WritableDatabase, row: IssuedReceipt, bytes: Uint8Array): void => {
  database
    .prepare(
      `INSERT INTO receipt_issued (office_id, number, package_id, for_package_id, for_seq, issued_at, proposals, held_blobs, bytes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      row.officeId,
      row.number,
      row.packageId,
      row.forPackageId,
      row.forSeq,
      row.issuedAt,
      JSON.stringify(row.proposals),
      JSON.stringify(row.heldBlobs),
      bytes,
    );
};

/** A receipt that has arrived. `acceptedContext` is what the province had taken in of this office. */
export type ReceivedReceipt = {
  readonly number: number;
  readonly packageId: string;
  readonly forPackageId: string | null;
  readonly forSeq: number | null;
  readonly acceptedContext: Readonly<Record<string, { readonly n: number; readonly logHash: string }>>;
  readonly receivedAt: string;
  /** SHA-256 of the contents of attached files that the province holds. */
  readonly heldBlobs: readonly string[];
};

type ReceivedRow = Omit<ReceivedReceipt, 'acceptedContext' | 'heldBlobs'> & {
  readonly acceptedContext: string;
  readonly heldBlobs: string;
};

const receivedColumns = `number, package_id AS packageId, for_package_id AS forPackageId, for_seq AS forSeq,
  accepted_context AS acceptedContext, received_at AS receivedAt, held_blobs AS heldBlobs`;

const receivedOf = (row: ReceivedRow): ReceivedReceipt => ({
  ...row,
  acceptedContext: JSON.parse(row.acceptedContext) as ReceivedReceipt['acceptedContext'],
  heldBlobs: JSON.parse(row.heldBlobs) as ReceivedReceipt['heldBlobs'],
});

/** Receipts that have arrived, greatest number first. */
export const listReceivedReceipts = (database: ReadableDatabase): readonly ReceivedReceipt[] =>
  database.prepare(`SELECT ${receivedColumns} FROM receipt_received ORDER BY number DESC`).all<ReceivedRow>().map(receivedOf);

/** The newest receipt: the one with the greatest number. */
export const findNewestReceipt = (database: ReadableDatabase): ReceivedReceipt | undefined => {
  const row = database.prepare(`SELECT ${receivedColumns} FROM receipt_received ORDER BY number DESC LIMIT 1`).get<ReceivedRow>();
  return row && receivedOf(row);
};

export const writeReceivedReceipt = (database: WritableDatabase, row: ReceivedReceipt): void => {
  database
    .prepare(
      `INSERT INTO receipt_received (number, package_id, for_package_id, for_seq, accepted_context, received_at, held_blobs)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      row.number,
      row.packageId,
      row.forPackageId,
      row.forSeq,
      JSON.stringify(row.acceptedContext),
      row.receivedAt,
      JSON.stringify(row.heldBlobs),
    );
};
