import { crc32 } from 'node:zlib';

/** Names of the three entries of every container, in their order. */
export const entryNames = ['envelope.json', 'envelope.json.minisig', 'payload.age'] as const;

export type Entries = { readonly envelope: Uint8Array; readonly signature: Uint8Array; readonly payload: Uint8Array };

/** Largest container that is read, in bytes. */
export const containerLimit = 64 * 2 ** 20;
const envelopeLimit = 8 * 2 ** 20;
const signatureLimit = 4096;

const dosDate = 0x0021; // 1980-01-01
const versionStored = 10;

type Part = { readonly name: string; readonly bytes: Uint8Array };

const localHeader = ({ name, bytes }: Part): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(versionStored, 4);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt32LE(crc32(bytes), 14);
  header.writeUInt32LE(bytes.length, 18);
  header.writeUInt32LE(bytes.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name, 'latin1')]);
};

const centralHeader = ({ name, bytes }: Part, offset: number): Buffer => {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(versionStored, 4);
  header.writeUInt16LE(versionStored, 6);
  header.writeUInt16LE(dosDate, 14);
  header.writeUInt32LE(crc32(bytes), 16);
  header.writeUInt32LE(bytes.length, 20);
  header.writeUInt32LE(bytes.length, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, Buffer.from(name, 'latin1')]);
};

/** Writes the container: a ZIP of three stored entries in fixed order, dated 1980-01-01, no extra fields, no comments. */
export const writeArchive = (entries: Entries): Buffer => {
  const contents = [entries.envelope, entries.signature, entries.payload];
  const parts = entryNames.map((name, index): Part => ({ name, bytes: contents[index] as Uint8Array }));
  const chunks: Uint8Array[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const local = localHeader(part);
    central.push(centralHeader(part, offset));
    chunks.push(local, part.bytes);
    offset += local.length + part.bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, directory, end]);
};

const readPart = (file: Buffer, offset: number, name: string): { readonly bytes: Buffer; readonly next: number } | undefined => {
  const start = offset + 30 + name.length;
  if (file.length < start || file.readUInt32LE(offset) !== 0x04034b50) return undefined;
  const next = start + file.readUInt32LE(offset + 18);
  return next > file.length ? undefined : { bytes: file.subarray(start, next), next };
};

/** Reads a container; `undefined` unless the file equals, byte for byte, the one that `writeArchive` makes of its entries. */
export const readArchive = (file: Buffer): Entries | undefined => {
  const contents: Buffer[] = [];
  let offset = 0;
  for (const name of entryNames) {
    const part = readPart(file, offset, name);
    if (!part) return undefined;
    contents.push(part.bytes);
    offset = part.next;
  }
  const [envelope, signature, payload] = contents as [Buffer, Buffer, Buffer];
  if (envelope.length > envelopeLimit || signature.length > signatureLimit) return undefined;
  const entries = { envelope, signature, payload };
  return writeArchive(entries).equals(file) ? entries : undefined;
};
