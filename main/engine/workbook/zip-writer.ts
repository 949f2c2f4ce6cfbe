import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array };

/** 1 January 1980: the same content gives the same bytes, and no file tells when it was made. */
const dosDate = 0x21;
const unicodeNames = 0x0800;
const deflated = 8;

const part = (size: number, fields: readonly (readonly [at: number, width: 2 | 4, value: number])[]): Buffer => {
  const bytes = Buffer.alloc(size);
  for (const [at, width, value] of fields) {
    if (width === 2) bytes.writeUInt16LE(value, at);
    else bytes.writeUInt32LE(value, at);
  }
  return bytes;
};

/** A zip archive of the entries in their order. */
export const writeZip = (entries: readonly ZipEntry[]): Uint8Array => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const nameBytes = Buffer.from(name, 'utf8');
    const data = deflateRawSync(bytes);
    const check = crc32(bytes);
    const local = part(30, [
      [0, 4, 0x04034b50],
      [4, 2, 20],
      [6, 2, unicodeNames],
      [8, 2, deflated],
      [12, 2, dosDate],
      [14, 4, check],
      [18, 4, data.length],
      [22, 4, bytes.length],
      [26, 2, nameBytes.length],
    ]);
    const central = part(46, [
      [0, 4, 0x02014b50],
      [4, 2, 20],
      [6, 2, 20],
      [8, 2, unicodeNames],
      [10, 2, deflated],
      [14, 2, dosDate],
      [16, 4, check],
      [20, 4, data.length],
      [24, 4, bytes.length],
      [28, 2, nameBytes.length],
      [42, 4, offset],
    ]);
    parts.push(local, nameBytes, data);
    directory.push(central, nameBytes);
    offset += local.length + nameBytes.length + data.length;
  }
  const directorySize = directory.reduce((sum, bytes) => sum + bytes.length, 0);
  const end = part(22, [
    [0, 4, 0x06054b50],
    [8, 2, entries.length],
    [10, 2, entries.length],
    [12, 4, directorySize],
    [16, 4, offset],
  ]);
  return Buffer.concat([...parts, ...directory, end]);
};
