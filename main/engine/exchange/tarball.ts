import { gunzipSync, gzipSync } from 'node:zlib';

/** Files of a payload by name. */
export type PayloadFiles = { readonly [path: string]: Uint8Array };

/** Largest unpacked payload, in bytes; what claims more is not unpacked. */
export const payloadLimit = 128 * 2 ** 20;

const block = 512;
const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;

const headerOf = (path: string, size: number): Buffer => {
  const header = Buffer.alloc(block);
  header.write(path, 0, 100, 'latin1');
  header.write(octal(0o644, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(0, 12), 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\0', 257);
  header.write('00', 263);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
};

const paddingOf = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block);

const writeTar = (files: PayloadFiles): Buffer =>
  Buffer.concat([
    ...Object.keys(files)
      .sort()
      .flatMap((path) => {
        const bytes = files[path] as Uint8Array;
        return [headerOf(path, bytes.length), bytes, paddingOf(bytes.length)];
      }),
    Buffer.alloc(2 * block),
  ]);

/** `.tar.gz` in ustar form, sorted, all times 0; the level is that of gzip. */
export const writeTarball = (files: PayloadFiles, level = 9): Buffer => gzipSync(writeTar(files), { level });

/** Names that files of a payload may have. */
const payloadNames = /^[a-z]+\.jsonl?$/;

const readTar = (tar: Buffer, names: RegExp): PayloadFiles | undefined => {
  const files: Record<string, Buffer> = {};
  let offset = 0;
  while (offset + block <= tar.length && tar[offset] !== 0) {
    const path = tar.toString('latin1', offset, offset + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', offset + 124, offset + 135), 8);
    if (!names.test(path) || !Number.isSafeInteger(size) || offset + block + size > tar.length) return undefined;
    if (Object.hasOwn(files, path)) return undefined;
    files[path] = tar.subarray(offset + block, offset + block + size);
    offset += block + Math.ceil(size / block) * block;
  }
  return writeTar(files).equals(tar) ? files : undefined;
};

/** Unpacks a payload within bounds; `undefined` where it is damaged, too large, or not what `writeTarball` makes. */
export const readTarball = (
  bytes: Uint8Array,
  { names = payloadNames, limit = payloadLimit }: { readonly names?: RegExp; readonly limit?: number } = {},
): PayloadFiles | undefined => {
  try {
    return readTar(gunzipSync(bytes, { maxOutputLength: limit }), names);
  } catch {
    return undefined;
  }
};
