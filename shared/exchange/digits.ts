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

/** What the QR code of a transmittal or receipt slip says; `undefined` for any other text. */
export const readPaperCode = (
  text: string,
): { readonly office: string; readonly seq: number; readonly packageId: string } | undefined => {
  const [, office, seq, packageId] =
    /^hgpkg:1:(\d{2,5}(?:@\d{4}-\d{2}-\d{2})?):(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return office === undefined || seq === undefined || packageId === undefined
    ? undefined
    : { office, seq: Number(seq), packageId };
};

/** Text of the QR code of an enrolment sheet: office, installation and the 32 digits of the request. */
export const enrolmentCodeOf = (office: string, installId: string, fingerprint: string): string =>
  `hgreq:1:${office}:${installId}:${fingerprint.replace(/\D/g, '')}`;

/** The digits of a request in the QR code of its sheet, in groups of four; `undefined` for any other text. */
export const readEnrolmentCode = (text: string): string | undefined => {
  const digits = /^hgreq:1:\d{2,5}(?:@\d{4}-\d{2}-\d{2})?:[0-9a-f]{16}:(\d{32})$/.exec(text.trim())?.[1];
  return digits?.match(/.{4}/g)?.join(' ');
};

type Paper = { readonly office: string; readonly seq: number; readonly packageId: string };

/** Whether a QR text, a package id or typed digits are of this package. `digits` are those of its id. */
export const isCodeOf = (code: string, { office, seq, packageId }: Paper, digits: string): boolean => {
  const typed = code.trim().toLowerCase();
  return typed === paperCodeOf(office, seq, packageId) || typed === packageId || isSameDigits(typed, digits);
};
