/**
 * Digits that people compare on paper or by telephone: the first 16 bytes of a hash as a number, mod 10^32, in eight groups of four,
 * e.g. `0412 9931 ...`.
 */
export const digitsOf = (hash: Uint8Array): string => {
  const number = hash.slice(0, 16).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) % 10n ** 32n;
  return (number.toString().padStart(32, '0').match(/.{4}/g) ?? []).join(' ');
};

/** Whether typed digits are the expected ones; everything but digits is ignored. */
export const isSameDigits = (typed: string, expected: string): boolean => {
  const digits = typed.replace(/\D/g, '');
  return digits.length === 32 && digits === expected.replace(/\D/g, '');
};

/** Text of the QR code on a transmittal or receipt slip. */
export const paperCodeOf = (office: string, seq: number, packageId: string): string => `hgpkg:1:${office}:${seq}:${packageId}`;
