import { canonicalJson } from '#shared/exchange/canonical.ts';
import type { KeyRotation, TrustList } from '#shared/exchange/trust-list.ts';
import { isMinisigValid, parseMinisig, signMinisig, type SigningKey } from './minisign.ts';

type Named = Pick<KeyRotation, 'number' | 'oldKey' | 'newKey'>;

const textOf = (province: string, { number, oldKey, newKey }: Named): Buffer =>
  Buffer.from(canonicalJson({ rotation: 1, province, number, oldKey, newKey }), 'utf8');

const commentOf = (province: string, { number }: Named): string => `hgrotate 1 ${province} ${number}`;

/** Says that a new province key follows an old one, signed by both. `number` is that of the trust list that brings it. */
export const signRotation = (province: string, number: number, oldKey: SigningKey, newKey: SigningKey): KeyRotation => {
  const named = { number, oldKey: oldKey.publicKey, newKey: newKey.publicKey };
  const text = textOf(province, named);
  const comment = commentOf(province, named);
  return { ...named, byOld: signMinisig(text, comment, oldKey), byNew: signMinisig(text, comment, newKey) };
};

const isSound = (province: string, rotation: KeyRotation): boolean => {
  const text = textOf(province, rotation);
  const isBy = (signature: string, key: string): boolean => {
    const minisig = parseMinisig(signature);
    return minisig?.trustedComment === commentOf(province, rotation) && isMinisigValid(text, minisig, key);
  };
  return isBy(rotation.byOld, rotation.oldKey) && isBy(rotation.byNew, rotation.newKey);
};

/** The province keys that follow from known ones by the rotations of a list, the known ones included. */
export const followRotations = (list: TrustList, known: readonly string[]): ReadonlySet<string> => {
  const keys = new Set(known);
  for (const rotation of list.rotations ?? [])
    if (keys.has(rotation.oldKey) && isSound(list.provinceOfficeId, rotation)) keys.add(rotation.newKey);
  return keys;
};
