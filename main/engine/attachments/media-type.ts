import { zipNames } from '#engine/zip-names.ts';

const beginnings = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
] as const satisfies readonly (readonly [string, readonly number[]])[];

const zipMark = [0x50, 0x4b, 0x03, 0x04] as const;
const officeParts = [
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
] as const;

const beginsWith = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  beginning.every((byte, index) => bytes[index] === byte);

/** What of the allowed types a file is, by its content and whatever its name; documents with macros are none of them. */
export const mediaTypeOf = (bytes: Uint8Array): string | undefined => {
  const known = beginnings.find(([, beginning]) => beginsWith(bytes, beginning));
  if (known) return known[0];
  if (!beginsWith(bytes, zipMark)) return undefined;
  const names = zipNames(bytes);
  const hasMacros = [...names].some((name) => /vbaproject|activex|\.exe$/i.test(name));
  if (!names.has('[Content_Types].xml') || hasMacros) return undefined;
  return officeParts.find(([, part]) => names.has(part))?.[0];
};
