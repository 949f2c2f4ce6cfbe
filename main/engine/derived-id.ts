import { createHash } from 'node:crypto';

/**
 * Id of a record that there can be only once, e.g. the presence of one participant at one sitting: a UUID of version 8 made of what
 * it is about, so that two PCs that write it apart write the same record.
 */
export const derivedId = (kind: string, ...parts: readonly (string | number)[]): string => {
  const bytes = createHash('sha256')
    .update([kind, ...parts].join('\n'))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
