import { unreadable } from './read-limits.ts';

/** Streams of a compound file (the container of .xls and of encrypted .xlsx files) by name. */
export type CompoundFile = { readonly names: readonly string[]; readonly find: (name: string) => Buffer | undefined };

type Entry = { readonly name: string; readonly type: number; readonly start: number; readonly size: number };

const headerSize = 512;
const entrySize = 128;
const endOfChain = 0xfffffffe;
const unused = 0xffffffff;
const smallLimit = 4096;
const smallSectorSize = 64;
const rootType = 5;
const streamType = 2;

/** Follows a chain of sectors; a chain that runs in a circle or out of the file is damage. */
const chainOf = (table: readonly number[], first: number): readonly number[] => {
  const chain: number[] = [];
  for (let sector = first; sector !== endOfChain; sector = table[sector] ?? unused) {
    if (sector >= table.length || chain.length > table.length) throw unreadable();
    chain.push(sector);
  }
  return chain;
};

const numbersOf = (bytes: Buffer): number[] =>
  Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4));

/** Reads the directory of a compound file. Fails with `spreadsheet-unreadable`. */
export const openCompoundFile = (bytes: Buffer): CompoundFile => {
  if (bytes.length < headerSize) throw unreadable();
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw unreadable();
  const sectorSize = 1 << shift;
  const sectorCount = Math.ceil((bytes.length - headerSize) / sectorSize);
  const sector = (index: number): Buffer => {
    if (index >= sectorCount) throw unreadable();
    const from = sectorSize + index * sectorSize;
    const part = bytes.subarray(from, from + sectorSize);
    return part.length === sectorSize ? part : Buffer.concat([part, Buffer.alloc(sectorSize - part.length)]);
  };
  const fatSectors: number[] = numbersOf(bytes.subarray(76, headerSize)).filter((index) => index < unused - 1);
  let next = bytes.readUInt32LE(68);
  for (let count = 0; next < endOfChain - 1 && count <= sectorCount; count += 1) {
    const numbers = numbersOf(sector(next));
    fatSectors.push(...numbers.slice(0, -1).filter((index) => index < unused - 1));
    next = numbers.at(-1) ?? endOfChain;
  }
  const table = fatSectors.flatMap((index) => numbersOf(sector(index)));
  const streamAt = (first: number): Buffer => Buffer.concat(chainOf(table, first).map(sector));
  const directory = streamAt(bytes.readUInt32LE(48));
  const entries = Array.from({ length: Math.floor(directory.length / entrySize) }, (_, index): Entry => {
    const at = index * entrySize;
    const nameLength = Math.min(64, directory.readUInt16LE(at + 64));
    return {
      name: directory.toString('utf16le', at, at + Math.max(0, nameLength - 2)),
      type: directory[at + 66] ?? 0,
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    };
  });
  const root = entries.find((entry) => entry.type === rootType);
  const smallTableStart = bytes.readUInt32LE(60);
  const smallTable = smallTableStart >= endOfChain ? [] : numbersOf(streamAt(smallTableStart));
  const smallStream = root === undefined || root.start >= endOfChain ? Buffer.alloc(0) : streamAt(root.start);
  const smallSector = (index: number): Buffer => smallStream.subarray(index * smallSectorSize, (index + 1) * smallSectorSize);
  const streams = entries.filter((entry) => entry.type === streamType);
  return {
    names: streams.map((entry) => entry.name),
    find: (name) => {
      const entry = streams.find((one) => one.name.toLowerCase() === name.toLowerCase());
      if (!entry) return undefined;
      const whole =
        entry.size < smallLimit
          ? Buffer.concat(chainOf(smallTable, entry.size === 0 ? endOfChain : entry.start).map(smallSector))
          : streamAt(entry.start);
      if (whole.length < entry.size) throw unreadable();
      return whole.subarray(0, entry.size);
    },
  };
};
