import { createHash } from 'node:crypto';

/** 32 letters and digits that cannot be taken for one another on paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupCount = 7;
const groupLength = 4;

const checkOf = (group: string, index: number): string =>
  alphabet[(createHash('sha256').update(`hg-recovery ${index} ${group}`).digest()[0] as number) % 32] as string;

/**
 * A new recovery code: seven groups of four symbols (140 bits), each followed by a check symbol of its own, e.g. `7K2MX-...`, so
 * that a slip is found in the group where it was made.
 */
export const makeRecoveryCode = (random: (size: number) => Uint8Array): string => {
  const symbols = [...random(groupCount * groupLength)].map((byte) => alphabet[byte % 32] as string);
  return Array.from({ length: groupCount }, (_, index) => {
    const group = symbols.slice(index * groupLength, (index + 1) * groupLength).join('');
    return group + checkOf(group, index);
  }).join('-');
};

/** The code as it was made, whatever spaces, dashes and letter case were typed; `wrongGroup` counts from 1. */
export const readRecoveryCode = (
  typed: string,
): { readonly ok: true; readonly code: string } | { readonly ok: false; readonly wrongGroup: number } => {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const groups = Array.from({ length: groupCount }, (_, index) => symbols.slice(index * 5, index * 5 + 5));
  const wrong = groups.findIndex((group, index) => group.length !== 5 || group[4] !== checkOf(group.slice(0, 4), index));
  if (wrong >= 0) return { ok: false, wrongGroup: wrong + 1 };
  if (symbols.length !== groupCount * 5) return { ok: false, wrongGroup: groupCount };
  return { ok: true, code: groups.join('-') };
};
