import { unreadable } from './read-limits.ts';

/** A record of an .xls stream; `parts` are its own bytes and those of the records that continue it. */
export type BiffRecord = { readonly type: number; readonly at: number; readonly parts: readonly Buffer[] };

const continueType = 0x3c;

/** Records from an offset on, in order. */
export function* recordsFrom(stream: Buffer, offset: number): Generator<BiffRecord> {
  let at = offset;
  while (at + 4 <= stream.length) {
    const start = at;
    const type = stream.readUInt16LE(at);
    const parts: Buffer[] = [];
    do {
      const length = stream.readUInt16LE(at + 2);
      if (at + 4 + length > stream.length) throw unreadable();
      parts.push(stream.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    } while (type !== continueType && at + 4 <= stream.length && stream.readUInt16LE(at) === continueType);
    yield { type, at: start, parts };
  }
}

/** Reads through the parts of a record; a text that runs over the end of a part begins anew with its width there. */
export type BiffReader = {
  readonly byte: () => number;
  readonly short: () => number;
  readonly long: () => number;
  readonly skip: (count: number) => void;
  /** Characters of one or two bytes each. */
  readonly characters: (count: number, wide: boolean) => string;
  readonly isAtEnd: () => boolean;
};

export const createBiffReader = (parts: readonly Buffer[]): BiffReader => {
  let part = 0;
  let at = 0;
  const current = (): Buffer => {
    while (part < parts.length && at >= (parts[part]?.length ?? 0)) {
      part += 1;
      at = 0;
    }
    const bytes = parts[part];
    if (bytes === undefined) throw unreadable();
    return bytes;
  };
  const byte = (): number => {
    const value = current()[at] ?? 0;
    at += 1;
    return value;
  };
  const short = (): number => byte() | (byte() << 8);
  const long = (): number => (short() | (short() << 16)) >>> 0;
  const characters = (count: number, wide: boolean): string => {
    let text = '';
    let left = count;
    let isWide = wide;
    while (left > 0) {
      const before = part;
      const bytes = current();
      if (part !== before) {
        // A text that goes on in the next part says again how wide its characters are.
        isWide = (bytes[at] ?? 0) % 2 === 1;
        at += 1;
      }
      const width = isWide ? 2 : 1;
      const room = Math.floor((bytes.length - at) / width);
      if (room === 0 && at < bytes.length) throw unreadable();
      const taken = Math.min(left, room);
      text += bytes.toString(isWide ? 'utf16le' : 'latin1', at, at + taken * width);
      at += taken * width;
      left -= taken;
    }
    return text;
  };
  return {
    byte,
    short,
    long,
    skip: (count) => {
      for (let index = 0; index < count; index += 1) byte();
    },
    characters,
    isAtEnd: () => part >= parts.length || (part === parts.length - 1 && at >= (parts[part]?.length ?? 0)),
  };
};
