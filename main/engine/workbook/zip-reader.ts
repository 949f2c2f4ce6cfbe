import { inflateRawSync } from 'node:zlib';
import { failure } from '#engine/failure.ts';
import { readLimits, tooLarge, unreadable } from './read-limits.ts';

type Entry = { readonly method: number; readonly packed: number; readonly offset: number; readonly encrypted: boolean };

/** Parts of a zip archive by name; unpacked one at a time, all together within `readLimits.unpacked`. */
export type ZipReader = {
  readonly names: readonly string[];
  /** Absent where there is no such part. Fails with `spreadsheet-too-large`, `spreadsheet-encrypted` or `spreadsheet-unreadable`. */
  readonly find: (name: string) => Buffer | undefined;
};

const endMark = 0x06054b50;
const centralMark = 0x02014b50;
const localMark = 0x04034b50;
const entryLimit = 20_000;
const stored = 0;
const deflated = 8;

const findEnd = (bytes: Buffer): number => {
  const first = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= first; at -= 1) if (bytes.readUInt32LE(at) === endMark) return at;
  throw unreadable();
};

const readDirectory = (bytes: Buffer): ReadonlyMap<string, Entry> => {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > entryLimit) throw tooLarge('file');
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== centralMark) throw unreadable();
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    if (entries.has(name)) throw unreadable();
    entries.set(name, {
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
};

const inflate = (data: Buffer, most: number): Buffer => {
  try {
    return inflateRawSync(data, { maxOutputLength: most });
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge('file');
    throw unreadable();
  }
};

/** Reads the archive's directory. Fails with `spreadsheet-unreadable`. */
export const openZip = (bytes: Buffer): ZipReader => {
  const entries = readDirectory(bytes);
  let left: number = readLimits.unpacked;
  const find = (name: string): Buffer | undefined => {
    const entry = entries.get(name);
    if (!entry) return undefined;
    if (entry.encrypted) throw failure('spreadsheet-encrypted');
    if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== localMark) throw unreadable();
    const from = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
    const data = bytes.subarray(from, from + entry.packed);
    if (data.length !== entry.packed || (entry.method !== stored && entry.method !== deflated)) throw unreadable();
    const content = entry.method === stored ? data : inflate(data, Math.max(1, left));
    left -= content.length;
    if (left < 0) throw tooLarge('file');
    return content;
  };
  return { names: [...entries.keys()], find };
};
