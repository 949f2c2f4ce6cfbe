import type { ReadableDatabase } from '#db/open.ts';
import type { Envelope } from '#shared/exchange/envelope.ts';

/** The local header of the first entry of a container, `envelope.json`. */
const headSize = 30 + 'envelope.json'.length;
const sizeAt = 18;

const tables = { package: 'import', receipt: 'receipt_issued' } as const;

/**
 * Envelope of a container whose bytes are kept: a package taken in or a receipt issued. Only the first entry is read, so that a long list of
 * large packages can be looked through. Its signature was checked when it came in.
 */
export const findKeptEnvelope = (
  database: ReadableDatabase,
  kind: keyof typeof tables,
  packageId: string,
): Envelope | undefined => {
  const part = (from: number, length: number): Uint8Array | undefined =>
    database
      .prepare(`SELECT substr(bytes, ?, ?) AS part FROM ${tables[kind]} WHERE package_id = ?`)
      .get<{ readonly part: Uint8Array }>(from, length, packageId)?.part;
  const head = part(1, headSize);
  if (head === undefined || head.length < headSize) return undefined;
  const size = new DataView(head.buffer, head.byteOffset).getUint32(sizeAt, true);
  const text = part(headSize + 1, size);
  return text && (JSON.parse(new TextDecoder().decode(text)) as Envelope);
};
