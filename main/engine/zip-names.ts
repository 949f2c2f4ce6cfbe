import { openZip } from './workbook/zip-reader.ts';

/** Names of the parts of a ZIP archive; none where it is no sound archive. */
export const zipNames = (bytes: Uint8Array): ReadonlySet<string> => {
  try {
    return new Set(openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).names);
  } catch {
    return new Set();
  }
};
